import SwiftSyntax

// Swift's rule for number literals: an expression that is made of literals only has no type of
// its own. It takes the wanted type if that is a number, else Double if there is a decimal point
// in it, else Int.

extension Checker {
  /// The kind of an expression that is made of number literals only, or nil.
  func literalKind(_ node: ExprSyntax) -> LiteralKind? {
    switch node.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr: return .integer
    case .floatLiteralExpr: return .float
    case .tupleExpr(let it): return parenthesized(it).flatMap(literalKind)
    case .prefixOperatorExpr(let it):
      return ["-", "+"].contains(it.operator.text) ? literalKind(it.expression) : nil
    case .infixOperatorExpr(let it):
      guard ["+", "-", "*", "/", "%"].contains(it.operator.trimmedDescription),
        let left = literalKind(it.leftOperand)
      else { return nil }
      return .join(left, literalKind(it.rightOperand))
    case .ternaryExpr(let it):
      guard let left = literalKind(it.thenExpression) else { return nil }
      return .join(left, literalKind(it.elseExpression))
    case .functionCallExpr(let it): return literalKind(ofCall: it)
    default: return nil
    }
  }

  /// `max(1, 2)`: a call that is generic over nothing but its literals.
  private func literalKind(ofCall call: FunctionCallExprSyntax) -> LiteralKind? {
    guard let name = call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text,
      scope.find(name) == nil, let functions = library.functions[name],
      functions.allSatisfy({ isAllOneGeneric($0.signature) }),
      let first = call.arguments.first.flatMap({ literalKind($0.expression) })
    else { return nil }
    return call.arguments.dropFirst().reduce(first) { .join($0, literalKind($1.expression)) }
  }

  private func isAllOneGeneric(_ signature: Signature) -> Bool {
    guard let name = signature.result.name, signature.isGeneric(name) else { return false }
    return signature.parameters.allSatisfy { $0.type == signature.result }
  }

  /// What stands in parentheses, when these are not a tuple.
  func parenthesized(_ node: TupleExprSyntax) -> ExprSyntax? {
    guard node.elements.count == 1, let only = node.elements.first, only.label == nil else {
      return nil
    }
    return only.expression
  }

  /// The type of a literal where nothing is wanted: `[[0, 1], [1.5]]` is a `[[Double]]`.
  func ownLiteralType(_ node: ExprSyntax) -> StaticType? {
    if let kind = literalKind(node) { return kind.ownType }
    if let array = node.as(ArrayExprSyntax.self) {
      return ownLiteralType(ofAll: array.elements.map(\.expression)).map(StaticType.array)
    }
    return nil
  }

  func ownLiteralType(ofAll nodes: [ExprSyntax]) -> StaticType? {
    var joined: StaticType?
    for node in nodes {
      guard let type = ownLiteralType(node) else { return nil }
      joined = joined.map { wider($0, type) } ?? type
    }
    return joined
  }

  private func wider(_ left: StaticType, _ right: StaticType) -> StaticType {
    if left == .double || right == .double { return .double }
    if let x = left.element, let y = right.element { return .array(wider(x, y)) }
    return left
  }

  /// Whether an expression must be told the type that its context wants.
  func needsContext(_ node: ExprSyntax) -> Bool {
    if literalKind(node) != nil { return true }
    switch node.as(ExprSyntaxEnum.self) {
    case .closureExpr, .keyPathExpr, .nilLiteralExpr, .dictionaryExpr: return true
    case .memberAccessExpr(let it): return it.base == nil || it.declName.baseName.text == "init"
    case .functionCallExpr(let it):
      let member = it.calledExpression.as(MemberAccessExprSyntax.self)
      return member.map { $0.base == nil } ?? false
    case .arrayExpr(let it):
      return it.elements.isEmpty || it.elements.contains { needsContext($0.expression) }
    case .tupleExpr(let it): return it.elements.contains { needsContext($0.expression) }
    case .ternaryExpr(let it):
      return needsContext(it.thenExpression) && needsContext(it.elseExpression)
    case .declReferenceExpr(let it):
      let name = it.baseName.text
      return scope.find(name) == nil
        && (library.functions[name] != nil || it.baseName.tokenKind.isOperator)
    default: return false
    }
  }

  // MARK: - Lowering

  func integer(_ node: IntegerLiteralExprSyntax, _ wanted: StaticType?) throws -> Checked {
    let text = node.literal.text.filter { $0 != "_" }
    let type = wanted?.taken(by: .integer).map(\.unwrapped) ?? .int
    if type != .int { score += 1 }
    if type == .double, let value = Double(text) {
      return Checked(constant: .double(value), of: .double)
    }
    let radix = ["0x": 16, "0b": 2, "0o": 8][String(text.prefix(2))]
    guard let value = Int(radix == nil ? text[...] : text.dropFirst(2), radix: radix ?? 10) else {
      throw mistake(
        "this number is too large for Int", at: node, hint: "write it as a Double: '1e20'.")
    }
    if type == .double { return Checked(constant: .double(Double(value)), of: .double) }
    return Checked(constant: .int(value), of: .int)
  }

  func float(_ node: FloatLiteralExprSyntax) throws -> Checked {
    guard let value = Double(node.literal.text.filter { $0 != "_" }) else {
      throw mistake("this is not a number", at: node)
    }
    return Checked(constant: .double(value), of: .double)
  }
}

extension TokenKind {
  var isOperator: Bool {
    switch self {
    case .binaryOperator, .prefixOperator, .postfixOperator: true
    default: false
    }
  }
}
