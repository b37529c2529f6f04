/// A type of the block language, as the checker knows it before anything runs.
///
/// Whatever has a name, built in or from the library, is `.named` with its arguments.
indirect enum StaticType: Hashable, Sendable {
  case named(String, [StaticType])
  case tuple([String?], [StaticType])
  case function([StaticType], StaticType)
  /// Not known yet: stands for what unification will find.
  case variable(Int)
  /// A type used as a value: `LSTM` in `LSTM.standard`.
  case metatype(String)
  /// Of something already reported; it silences what would only follow from that.
  case mistaken

  static let int = StaticType.named("Int", [])
  static let double = StaticType.named("Double", [])
  static let bool = StaticType.named("Bool", [])
  static let string = StaticType.named("String", [])
  static let character = StaticType.named("Character", [])
  static let substring = StaticType.named("Substring", [])
  static let any = StaticType.named("Any", [])
  static let void = StaticType.tuple([], [])

  static func array(_ element: StaticType) -> StaticType { .named("Array", [element]) }
  static func optional(_ wrapped: StaticType) -> StaticType { .named("Optional", [wrapped]) }
  static func sequence(_ element: StaticType) -> StaticType { .named("Seq", [element]) }
}

extension StaticType {
  var name: String? { if case .named(let name, _) = self { name } else { nil } }
  var arguments: [StaticType] { if case .named(_, let arguments) = self { arguments } else { [] } }

  /// What an optional holds.
  var wrapped: StaticType? { name == "Optional" ? arguments[0] : nil }

  /// The type itself, or what it holds when it is optional.
  var unwrapped: StaticType { wrapped ?? self }

  /// What a `for` loop over it gets; a range of Doubles is not a sequence.
  var element: StaticType? {
    switch name {
    case "Array", "ArraySlice", "Seq": arguments[0]
    case "Range", "ClosedRange": arguments[0] == .int ? .int : nil
    case "String", "Substring": .character
    default: nil
    }
  }

  var isTuple: Bool { if case .tuple(_, let parts) = self { !parts.isEmpty } else { false } }
  var isRange: Bool { name == "Range" || name == "ClosedRange" }
  /// A string or a part of one: a sequence of characters.
  var isText: Bool { self == .string || self == .substring }

  var isNumber: Bool { self == .int || self == .double }

  /// The type that a number literal takes where this one is wanted, or nil when it cannot.
  func taken(by literal: LiteralKind) -> StaticType? {
    switch self {
    case .double: self
    case .int: literal == .integer ? self : nil
    default: wrapped?.taken(by: literal)
    }
  }

  /// Whether a function is somewhere in a value of the type, as far as the type says.
  var holdsFunction: Bool {
    switch self {
    case .function: true
    case .named(_, let parts), .tuple(_, let parts): parts.contains(where: \.holdsFunction)
    case .variable, .metatype, .mistaken: false
    }
  }

  /// The type with each name in `names` replaced.
  func substituting(_ names: [String: StaticType]) -> StaticType {
    switch self {
    case .named(let name, let arguments):
      arguments.isEmpty
        ? names[name] ?? self : .named(name, arguments.map { $0.substituting(names) })
    case .tuple(let labels, let parts): .tuple(labels, parts.map { $0.substituting(names) })
    case .function(let parameters, let result):
      .function(parameters.map { $0.substituting(names) }, result.substituting(names))
    case .variable, .metatype, .mistaken: self
    }
  }
}

/// An expression made of number literals only has no type of its own: it takes the wanted one.
enum LiteralKind {
  case integer, float

  static func join(_ left: LiteralKind?, _ right: LiteralKind?) -> LiteralKind? {
    guard let left, let right else { return nil }
    return left == .float || right == .float ? .float : .integer
  }

  /// The type it has where nothing is wanted.
  var ownType: StaticType { self == .float ? .double : .int }
}

extension StaticType: CustomStringConvertible {
  /// The type as an author writes it.
  var description: String {
    switch self {
    case .named("Array", let arguments): "[\(arguments[0])]"
    case .named("Dictionary", let arguments): "[\(arguments[0]): \(arguments[1])]"
    case .named("Optional", let arguments):
      if case .function = arguments[0] { "(\(arguments[0]))?" } else { "\(arguments[0])?" }
    case .named("Seq", let arguments): "some Sequence<\(arguments[0])>"
    case .named(let name, []): name
    case .named(let name, let arguments): "\(name)<\(list(arguments))>"
    case .tuple(_, []): "Void"
    case .tuple(let labels, let parts):
      "("
        + zip(labels, parts).map { label, part in (label.map { "\($0): " } ?? "") + "\(part)" }
        .joined(separator: ", ") + ")"
    case .function(let parameters, let result): "(\(list(parameters))) -> \(result)"
    case .variable: "_"
    case .metatype(let name): "\(name).Type"
    case .mistaken: "_"
    }
  }

  private func list(_ types: [StaticType]) -> String {
    types.map(\.description).joined(separator: ", ")
  }
}
