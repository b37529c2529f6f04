/// What `print` and `"\(x)"` write for the values of a type: exactly what compiled Swift does.
struct Describer {
  /// The text; `quoted` is how it stands inside of an array, a tuple or an optional.
  private let describe: (_ value: Value, _ quoted: Bool) -> String

  func text(_ value: Value) -> String { describe(value, false) }
  private func quoted(_ value: Value) -> String { describe(value, true) }

  /// Nil for types whose text is not fixed (a dictionary) or not the same in compiled Swift.
  init?(_ type: StaticType, _ library: Library) {
    switch type {
    case .named("Optional", let inner): self.init(optional: inner[0], library)
    case .named("Array", let inner), .named("ArraySlice", let inner):
      self.init(list: inner[0], library)
    case .named("Range", let inner): self.init(range: inner[0], "..<", library)
    case .named("ClosedRange", let inner): self.init(range: inner[0], "...", library)
    case .named("Seq", _), .named("Dictionary", _), .named("DictionaryKeys", _),
      .named("DictionaryValues", _), .metatype, .variable:
      return nil
    case .tuple(let labels, let parts) where !parts.isEmpty:
      self.init(parts: parts, labels: labels, before: "", library)
    case .named(let name, _):
      if let type = library.types[name], let fields = type.fields {
        let types = fields.map { type.properties[$0]!.type }
        self.init(parts: types, labels: fields, before: name, library)
      } else {
        self.init(describe: Self.plain)
      }
    default: self.init(describe: Self.plain)
    }
  }

  private init(describe: @escaping (Value, Bool) -> String) { self.describe = describe }

  private init?(optional wrapped: StaticType, _ library: Library) {
    guard let inner = Describer(wrapped, library) else { return nil }
    self.init(describe: { value, _ in value.isNone ? "nil" : "Optional(\(inner.quoted(value)))" })
  }

  private init?(list element: StaticType, _ library: Library) {
    guard let inner = Describer(element, library) else { return nil }
    self.init(describe: { value, _ in
      "[" + value.array.map(inner.quoted).joined(separator: ", ") + "]"
    })
  }

  private init?(range bound: StaticType, _ sign: String, _ library: Library) {
    guard let inner = Describer(bound, library) else { return nil }
    self.init(describe: { value, _ in
      inner.quoted(value.tuple[0]) + sign + inner.quoted(value.tuple[1])
    })
  }

  private init?(
    parts: [StaticType], labels: [String?], before name: String, _ library: Library
  ) {
    var describers: [Describer] = []
    for part in parts {
      guard let describer = Describer(part, library) else { return nil }
      describers.append(describer)
    }
    let columns = zip(labels, describers).map { label, describer in
      (label.map { "\($0): " } ?? "", describer)
    }
    self.init(describe: { value, _ in
      let texts = zip(columns, value.tuple).map { $0.0 + $0.1.quoted($1) }
      return "\(name)(\(texts.joined(separator: ", ")))"
    })
  }

  private static func plain(_ value: Value, _ quoted: Bool) -> String {
    switch value {
    case .int(let x): "\(x)"
    case .double(let x): "\(x)"
    case .bool(let x): "\(x)"
    case .string(let x): quoted ? x.debugDescription : x
    case .host(let box): quoted ? String(reflecting: box.any) : "\(box.any)"
    case .void: "()"
    case .none: "nil"
    default: "(Function)"
    }
  }
}
