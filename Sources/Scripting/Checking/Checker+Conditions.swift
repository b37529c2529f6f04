import SwiftSyntax

extension Checker {
  func ifStatement(_ node: IfExprSyntax) throws -> Statement {
    let (condition, then) = try inScope {
      let condition = try conditions(node.conditions)
      return (condition, sequence(try inScope { try statements(node.body.statements) }))
    }
    let otherwise: Statement
    switch node.elseBody {
    case .ifExpr(let next)?: otherwise = try ifStatement(next)
    case .codeBlock(let block)?:
      otherwise = sequence(try inScope { try statements(block.statements) })
    case nil: otherwise = { _ in .next }
    }
    return { try condition($0) ? try then($0) : try otherwise($0) }
  }

  /// The names that a `guard` binds stay visible, as in Swift.
  func guardStatement(_ node: GuardStmtSyntax) throws -> Statement {
    let condition = try conditions(node.conditions)
    guard alwaysLeaves(node.body.statements, breaksCount: true) else {
      throw mistake(
        "the 'else' of a 'guard' must leave", at: node.body,
        hint: "end it with 'return', 'break' or 'continue'.")
    }
    let otherwise = sequence(try inScope { try statements(node.body.statements) })
    return { try condition($0) ? .next : try otherwise($0) }
  }

  func conditions(_ list: ConditionElementListSyntax) throws -> (Frame) throws -> Bool {
    let codes = try list.map { element -> BoolCode in
      switch element.condition {
      case .expression(let node): BoolCode(call: try check(node, .bool).asBool)
      case .optionalBinding(let node): try optionalBinding(node)
      default:
        throw unsupported(
          "a 'case' or '#' condition is", at: element, hint: "use 'switch', or compare with '=='.")
      }
    }
    if codes.count == 1 { return codes[0].call }
    return { frame in
      for code in codes where !(try code.call(frame)) { return false }
      return true
    }
  }

  private func optionalBinding(_ node: OptionalBindingConditionSyntax) throws -> BoolCode {
    guard let name = node.pattern.as(IdentifierPatternSyntax.self)?.identifier else {
      throw unsupported("this pattern after 'if let' is", at: node.pattern)
    }
    let value: Checked
    do {
      value =
        try node.initializer.map { try expression($0.value) }
        ?? reference(named: name)
    } catch let mistake as Mistake {
      // The name exists from here on, whatever went wrong.
      scope.variables[name.text] = hidden(.mistaken)
      throw mistake
    }
    let type = resolve(value.type)
    guard let wrapped = type == .mistaken ? type : type.wrapped else {
      scope.variables[name.text] = hidden(.mistaken)
      let source = node.initializer.map { Syntax($0.value) } ?? Syntax(name)
      throw mistake(
        "'if let' needs an optional, not '\(type)'", at: source,
        hint: "it is always there: take 'let' for it, before the 'if'.")
    }
    let isLet = node.bindingSpecifier.text == "let"
    let variable = Variable(
      name.text, wrapped, isLet: isLet, in: scope.layout, item: item, at: place(name))
    scope.variables[name.text] = variable
    let (run, slot) = (value.run, variable.slot)
    return BoolCode { frame in
      let value = try run(frame)
      if value.isNone { return false }
      frame.slots[slot] = value
      return true
    }
  }

  /// `if let x` alone means `if let x = x`.
  private func reference(named name: TokenSyntax) throws -> Checked {
    guard let variable = scope.find(name.text) else { throw unknown(name.text, at: name) }
    return read(variable)
  }

  // MARK: - `if` as a value

  /// Whether every branch is a single expression.
  func isValueLike(_ node: ExprSyntax) -> Bool {
    if let node = node.as(IfExprSyntax.self) {
      guard onlyExpression(node.body.statements) != nil else { return false }
      switch node.elseBody {
      case .ifExpr(let next)?: return isValueLike(ExprSyntax(next))
      case .codeBlock(let block)?: return onlyExpression(block.statements) != nil
      case nil: return false
      }
    }
    guard let node = node.as(SwitchExprSyntax.self) else { return true }
    return node.cases.allSatisfy { element in
      guard case .switchCase(let branch) = element else { return false }
      return onlyExpression(branch.statements) != nil
    }
  }

  func ifValue(_ node: IfExprSyntax, _ wanted: StaticType?) throws -> Checked {
    guard isValueLike(ExprSyntax(node)) else {
      throw mistake(
        "an 'if' that is a value has one expression in each branch, and an 'else'", at: node)
    }
    let (condition, then) = try inScope {
      let condition = try conditions(node.conditions)
      return (condition, try branch(onlyExpression(node.body.statements)!, wanted))
    }
    let otherwise: Checked
    switch node.elseBody! {
    case .ifExpr(let next): otherwise = try ifValue(next, wanted)
    case .codeBlock(let block):
      otherwise = try branch(onlyExpression(block.statements)!, wanted)
    }
    try checkBranches(then.type, otherwise.type, at: node)
    return choice(condition, then, otherwise)
  }

  /// One branch of an `if` or `switch` that is a value. Without a wanted type each stands alone,
  /// as in Swift: `1.5` in one does not make a Double of the `2` in another.
  func branch(_ node: ExprSyntax, _ wanted: StaticType?) throws -> Checked {
    if let wanted, !isOpen(wanted) { return try check(node, wanted) }
    return try expression(node, wanted)
  }

  func checkBranches(
    _ first: StaticType, _ second: StaticType, at node: some SyntaxProtocol
  ) throws {
    guard !holds({ unify(first, second) }) else { return }
    throw mistake(
      "the branches have different types, '\(resolve(first))' and '\(resolve(second))'",
      at: node, hint: "write the type: 'let name: Double = …'.")
  }
}
