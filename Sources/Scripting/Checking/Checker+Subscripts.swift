import SwiftSyntax

extension Checker {
  /// `xs[i]`, `xs[1..<3]`, `xs[1...]`, `counts["a"]`, `counts["a", default: 0]`.
  func element(_ node: SubscriptCallExprSyntax) throws -> Checked {
    let receiver = try expression(node.calledExpression)
    let type = resolve(receiver.type)
    if type == .mistaken { return receiver }
    guard let first = node.arguments.first else {
      throw mistake("a subscript needs an index", at: node)
    }
    switch type {
    case .named("Array", let inner) where node.arguments.count == 1:
      if let part = PartialRange(first.expression) {
        return try slice(receiver, part, inner[0], at: place(node))
      }
      let index = try subscriptIndex(first.expression)
      if index.type.isRange { return slice(receiver, index, inner[0], at: place(node)) }
      return element(receiver, index.asInt, inner[0], at: place(node))
    case .named("Dictionary", let inner): return try entry(receiver, node, inner)
    case .named("ArraySlice", _):
      throw mistake(
        "a slice has no subscript in blocks", at: node,
        hint: "make it an array first: Array(\(node.calledExpression.trimmedDescription)).")
    case .string, .substring:
      throw mistake(
        "a String cannot be indexed by a number", at: node,
        hint:
          "make an array of its letters first: Array(\(node.calledExpression.trimmedDescription)).")
    default:
      throw mistake(
        "'\(type)' has no subscript", at: node,
        hint: type.isTuple ? "its parts are '.0', '.1' and so on." : nil)
    }
  }

  /// An index, or a range of them.
  private func subscriptIndex(_ node: ExprSyntax) throws -> Checked {
    if literalKind(node) != nil { return try check(node, .int) }
    let index = try expression(node)
    let type = resolve(index.type)
    if type.isRange, type.arguments[0] == .int { return index }
    return try convert(index, to: .int, at: node)
  }

  private func element(
    _ receiver: Checked, _ index: @escaping (Frame) throws -> Int, _ type: StaticType,
    at place: Place
  ) -> Checked {
    let run = receiver.run
    let code: Code = { frame in
      let list = try run(frame).array
      let index = try index(frame)
      guard index >= 0, index < list.count else {
        throw Stop.index(index, count: list.count, at: place)
      }
      return list[index]
    }
    var checked = Checked(type, code)
    if type == .double { checked.double = DoubleCode { try code($0).double } }
    if type == .int { checked.int = IntCode { try code($0).int } }
    return checked
  }

  private func slice(
    _ receiver: Checked, _ range: Checked, _ element: StaticType, at place: Place
  ) -> Checked {
    let (run, bounds) = (receiver.run, range.run)
    let closed = resolve(range.type).name == "ClosedRange" ? 1 : 0
    return Checked(.named("ArraySlice", [element])) { frame in
      let list = try run(frame).array
      let range = try bounds(frame).tuple
      let (lower, upper) = (range[0].int, range[1].int)
      guard lower >= 0, upper <= list.count - closed else {
        let sign = closed == 1 ? "..." : "..<"
        throw Stop(
          "\(lower)\(sign)\(upper) is outside 0..<\(list.count)",
          hint: "as many as there are is 'xs.prefix(…)' or 'xs.suffix(…)'.", at: place)
      }
      try frame.run.charge(upper - lower)
      return .array(Array(list[lower..<upper + closed]))
    }
  }

  /// As in Swift, a slice from `count` on is empty, and so is one up to 0 or through -1.
  private func slice(
    _ receiver: Checked, _ range: PartialRange, _ element: StaticType, at place: Place
  ) throws -> Checked {
    let run = receiver.run
    let bound = try check(range.bound, .int).asInt
    let closed = range.kind == .through ? 1 : 0
    return Checked(.named("ArraySlice", [element])) { frame in
      let list = try run(frame).array
      let bound = try bound(frame)
      guard bound >= -closed, bound <= list.count - closed else {
        throw Stop(
          "a slice \(range.kind.rawValue) \(bound) is outside 0..<\(list.count)",
          hint: "as many as there are is 'xs.prefix(…)' or 'xs.dropFirst(…)'.", at: place)
      }
      let cut = range.kind == .from ? bound..<list.count : 0..<bound + closed
      try frame.run.charge(cut.count)
      return .array(Array(list[cut]))
    }
  }

  private func entry(
    _ receiver: Checked, _ node: SubscriptCallExprSyntax, _ inner: [StaticType]
  ) throws -> Checked {
    let key = try check(node.arguments.first!.expression, inner[0]).run
    let run = receiver.run
    guard let missing = try defaultValue(node, inner[1]) else {
      return Checked(.optional(inner[1])) { try run($0).dictionary[try key($0)] ?? .none }
    }
    return Checked(inner[1]) { frame in
      try run(frame).dictionary[try key(frame)] ?? missing(frame)
    }
  }

  /// The `default:` of a dictionary's subscript.
  func defaultValue(_ node: SubscriptCallExprSyntax, _ type: StaticType) throws -> Code? {
    guard node.arguments.count == 2, let last = node.arguments.last else { return nil }
    guard last.label?.text == "default" else {
      throw mistake("a dictionary's subscript takes a key and 'default:'", at: last)
    }
    return try check(last.expression, type).run
  }
}

/// `1...`, `..<n` or `...n`: a range with one bound, which means something in a subscript only.
struct PartialRange {
  enum Kind: String {
    case from, upTo = "up to", through
  }

  var kind: Kind
  var bound: ExprSyntax

  /// Nil for every other expression.
  init?(_ node: ExprSyntax) {
    if let postfix = node.as(PostfixOperatorExprSyntax.self), postfix.operator.text == "..." {
      self.init(kind: .from, bound: postfix.expression)
    } else if let prefix = node.as(PrefixOperatorExprSyntax.self),
      let kind = ["..<": Kind.upTo, "...": .through][prefix.operator.text]
    {
      self.init(kind: kind, bound: prefix.expression)
    } else if let tuple = node.as(TupleExprSyntax.self), tuple.elements.count == 1,
      let only = tuple.elements.first, only.label == nil
    {
      self.init(only.expression)
    } else {
      return nil
    }
  }

  private init(kind: Kind, bound: ExprSyntax) {
    self.kind = kind
    self.bound = bound
  }
}
