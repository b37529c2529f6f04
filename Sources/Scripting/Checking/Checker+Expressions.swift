import SwiftSyntax

extension Checker {
  /// The expression as a value of the wanted type.
  func check(_ node: ExprSyntax, _ wanted: StaticType) throws -> Checked {
    try convert(expression(node, wanted), to: wanted, at: node)
  }

  /// The expression with a type that is either the wanted one or its own.
  func expression(_ node: ExprSyntax, _ wanted: StaticType? = nil) throws -> Checked {
    if let checked = known[node.id] { return checked }
    try visit(node)
    let wanted = wanted.map(resolve)
    if let chained = try optionalChain(node, wanted) { return chained }
    let checked = try lower(node, wanted)
    if case .named("Optional", let inner) = resolve(checked.type), inner[0].name == "Optional" {
      throw unsupported(
        "an optional of an optional is", at: node, hint: "unwrap one of them with '??'.")
    }
    return checked
  }

  private func lower(_ node: ExprSyntax, _ wanted: StaticType?) throws -> Checked {
    switch node.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr(let it): return try integer(it, wanted)
    case .floatLiteralExpr(let it): return try float(it)
    case .booleanLiteralExpr(let it):
      return Checked(constant: .bool(it.literal.text == "true"), of: .bool)
    case .nilLiteralExpr:
      guard let wanted, wanted.wrapped != nil else {
        throw mistake(
          "'nil' needs an optional type from its context", at: node,
          hint: "write the type: 'let x: Double? = nil'.")
      }
      return Checked(wanted) { _ in .none }
    case .stringLiteralExpr(let it): return try string(it, wanted)
    case .tupleExpr(let it): return try tuple(it, wanted)
    case .arrayExpr(let it): return try array(it, wanted)
    case .dictionaryExpr(let it): return try dictionary(it, wanted)
    case .declReferenceExpr(let it): return try reference(it, wanted)
    case .memberAccessExpr(let it): return try member(it, wanted)
    case .functionCallExpr(let it): return try call(it, wanted)
    case .subscriptCallExpr(let it): return try element(it)
    case .prefixOperatorExpr(let it): return try prefix(it, wanted)
    case .infixOperatorExpr(let it): return try infix(it, wanted)
    case .ternaryExpr(let it): return try ternary(it, wanted)
    case .closureExpr(let it): return try closure(it, wanted)
    case .keyPathExpr(let it): return try keyPath(it, wanted)
    case .forceUnwrapExpr(let it): return try forced(it, wanted)
    case .ifExpr(let it): return try ifValue(it, wanted)
    case .switchExpr(let it): return try switchValue(it, wanted)
    default: throw refusal(of: node)
    }
  }

  func refusal(of node: ExprSyntax) -> Mistake {
    if PartialRange(node) != nil {
      return mistake(
        "a range with one bound stands in an array's subscript or after 'case' only", at: node,
        hint: "write both bounds, or put a longer bound in parentheses: xs[..<(n - 1)].")
    }
    switch node.as(ExprSyntaxEnum.self) {
    case .asExpr, .isExpr, .unresolvedAsExpr, .unresolvedIsExpr:
      return unsupported(
        "casts ('as', 'is') are", at: node,
        hint: "write the type at the name, 'let x: Double = 5', or convert with Double(…).")
    case .tryExpr:
      return unsupported("'try' is", at: node, hint: "what a block calls does not throw.")
    case .awaitExpr: return unsupported("'await' is", at: node)
    case .discardAssignmentExpr: return mistake("'_' can only be assigned to", at: node)
    case .inOutExpr:
      return unsupported(
        "'&' is", at: node, hint: "let the function return the changed value: x = f(x).")
    case .postfixOperatorExpr(let it):
      let sign = it.operator.text
      return unsupported(
        "the operator '\(sign)' is", at: it.operator,
        hint: ["++": "write 'i += 1'.", "--": "write 'i -= 1'."][sign])
    case .regexLiteralExpr: return unsupported("a regular expression is", at: node)
    case .optionalChainingExpr:
      return mistake("'?' must be followed by a member", at: node)
    default: return unsupported("this expression is", at: node)
    }
  }

  // MARK: - Tuples and collections

  private func tuple(_ node: TupleExprSyntax, _ wanted: StaticType?) throws -> Checked {
    if let inner = parenthesized(node) { return try expression(inner, wanted) }
    if node.elements.isEmpty { return Checked(.void) { _ in .void } }
    guard node.elements.count > 1 else {
      throw mistake("a tuple of one element takes no label", at: node)
    }
    var wants = [StaticType?](repeating: nil, count: node.elements.count)
    if case .tuple(_, let parts)? = wanted?.unwrapped, parts.count == wants.count { wants = parts }
    let parts = try zip(node.elements, wants).map { element, wanted in
      guard let wanted else { return try expression(element.expression) }
      return isOpen(wanted)
        ? try expression(element.expression, wanted) : try check(element.expression, wanted)
    }
    let codes = parts.map { Boxed(run: $0.run) }
    return Checked(.tuple(node.elements.map { $0.label?.text }, parts.map(\.type))) { frame in
      .tuple(try codes.map { try $0.run(frame) })
    }
  }

  private func array(_ node: ArrayExprSyntax, _ wanted: StaticType?) throws -> Checked {
    let wanted = wanted?.unwrapped
    let nodes = node.elements.map(\.expression)
    let (element, parts) = try list(nodes, wanted?.element, in: ExprSyntax(node))
    let codes = parts.map { Boxed(run: $0.run) }
    return Checked(.array(element)) { frame in
      try frame.run.charge(codes.count)
      return .array(try codes.map { try $0.run(frame) })
    }
  }

  private func dictionary(_ node: DictionaryExprSyntax, _ wanted: StaticType?) throws -> Checked {
    var entries: [DictionaryElementSyntax] = []
    if case .elements(let elements) = node.content { entries = Array(elements) }
    let wants = wanted?.unwrapped.name == "Dictionary" ? wanted!.unwrapped.arguments : nil
    let (key, keys) = try list(entries.map(\.key), wants?[0], in: ExprSyntax(node))
    let (value, values) = try list(entries.map(\.value), wants?[1], in: ExprSyntax(node))
    guard conforms(key, to: "Hashable") else {
      throw mistake("'\(key)' cannot be a dictionary's key", at: node)
    }
    let codes = zip(keys, values).map { ($0.run, $1.run) }
    let place = place(node)
    return Checked(.named("Dictionary", [key, value])) { frame in
      var entries: [Value: Value] = [:]
      try frame.run.charge(codes.count)
      for (key, value) in codes {
        guard entries.updateValue(try value(frame), forKey: try key(frame)) == nil else {
          throw Stop("two entries of this dictionary have the same key", at: place)
        }
      }
      return .dictionary(entries)
    }
  }

  /// The elements of a collection literal, with the type that they share.
  private func list(
    _ nodes: [ExprSyntax], _ wanted: StaticType?, in literal: ExprSyntax
  ) throws -> (StaticType, [Checked]) {
    if let wanted, !isOpen(wanted) { return (wanted, try nodes.map { try check($0, wanted) }) }
    guard !nodes.isEmpty else {
      let isDictionary = literal.is(DictionaryExprSyntax.self)
      throw mistake(
        "an empty \(isDictionary ? "dictionary" : "array") needs a type", at: literal,
        hint: "write 'var name: \(isDictionary ? "[String: Double] = [:]" : "[Double] = []")'.")
    }
    if let own = ownLiteralType(ofAll: nodes) { return (own, try nodes.map { try check($0, own) }) }
    let lead = nodes.firstIndex { !needsContext($0) } ?? 0
    let first = try expression(nodes[lead], wanted)
    let parts = try nodes.indices.map { index in
      index == lead ? first : try check(nodes[index], first.type)
    }
    return (first.type, parts)
  }

  // MARK: - Choosing and unwrapping

  private func ternary(_ node: TernaryExprSyntax, _ wanted: StaticType?) throws -> Checked {
    let condition = try check(node.condition, .bool).asBool
    var (first, second) = (node.thenExpression, node.elseExpression)
    let isText = { (node: ExprSyntax) in node.is(StringLiteralExprSyntax.self) }
    // A text of one letter may be a character, as the other choice says.
    let swaps =
      wanted == nil
      && (needsContext(first) && !needsContext(second) || isText(first) && !isText(second))
    if swaps { swap(&first, &second) }
    var left: Checked
    if let wanted = wanted ?? ownLiteralType(ofAll: [first, second]), !isOpen(wanted) {
      left = try check(first, wanted)
    } else {
      left = try expression(first, wanted)
      if let wanted { left = try convert(left, to: wanted, at: first) }
    }
    // `isFar ? x : nil` is an optional.
    if second.is(NilLiteralExprSyntax.self), resolve(left.type).wrapped == nil {
      left = left.retyped(.optional(resolve(left.type)))
    }
    var right = try check(second, left.type)
    if swaps { swap(&left, &right) }
    return choice(condition, left, right)
  }

  func choice(
    _ condition: @escaping (Frame) throws -> Bool, _ left: Checked, _ right: Checked
  ) -> Checked {
    if left.type == .double, right.type == .double {
      let (x, y) = (left.asDouble, right.asDouble)
      return Checked(double: { try condition($0) ? try x($0) : try y($0) })
    }
    let (x, y) = (left.run, right.run)
    return Checked(left.type) { try condition($0) ? try x($0) : try y($0) }
  }

  private func forced(_ node: ForceUnwrapExprSyntax, _ wanted: StaticType?) throws -> Checked {
    let inner = try expression(node.expression, wanted.map(StaticType.optional))
    let (run, place) = (inner.run, place(node))
    if inner.type == .mistaken { return inner }
    guard let wrapped = resolve(inner.type).wrapped else {
      throw mistake("'!' needs an optional, not '\(resolve(inner.type))'", at: node)
    }
    return Checked(wrapped) { frame in
      let value = try run(frame)
      if value.isNone { throw Stop("this is nil", hint: "unwrap it with 'if let'.", at: place) }
      return value
    }
  }
}

/// Code in a list; see `IntCode` for why it is not kept bare.
struct Boxed { let run: Code }
