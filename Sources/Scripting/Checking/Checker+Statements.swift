import SwiftSyntax

extension Checker {
  /// Checks each statement on its own, so that all mistakes come out at once.
  func statements(_ items: CodeBlockItemListSyntax) throws -> [Step] {
    var steps: [Step] = []
    var previousIsFunction = false
    for (index, item) in zip(items.indices, items) {
      // A run of neighbouring functions may call each other: all are declared first.
      let isFunction = item.item.is(FunctionDeclSyntax.self)
      if isFunction, !previousIsFunction {
        for next in items[index...] {
          guard let function = next.item.as(FunctionDeclSyntax.self) else { break }
          recovering { try declare(function) }
          if scope.variables[function.name.text] == nil {
            scope.variables[function.name.text] = hidden(.mistaken)
          }
        }
      }
      previousIsFunction = isFunction
      recovering { steps.append(Step(run: try statement(item))) }
      if leaves(item), items.index(after: index) != items.endIndex {
        warn("what follows is never executed", at: items[items.index(after: index)])
        break
      }
    }
    return steps
  }

  private func leaves(_ item: CodeBlockItemSyntax) -> Bool {
    item.item.is(ReturnStmtSyntax.self) || item.item.is(BreakStmtSyntax.self)
      || item.item.is(ContinueStmtSyntax.self)
  }

  func sequence(_ steps: [Step]) -> Statement {
    if steps.count == 1 { return steps[0].run }
    return { frame in
      for step in steps {
        let flow = try step.run(frame)
        if flow != .next { return flow }
      }
      return .next
    }
  }

  func statement(_ item: CodeBlockItemSyntax) throws -> Statement {
    switch item.item {
    case .decl(let node): return try declaration(node)
    case .expr(let node): return try expressionStatement(node)
    case .stmt(let node): return try statement(node)
    }
  }

  func statement(_ node: StmtSyntax) throws -> Statement {
    switch node.as(StmtSyntaxEnum.self) {
    case .expressionStmt(let it): return try expressionStatement(it.expression)
    case .forStmt(let it):
      return try forLoop(it) { try self.loopBody(it.body) }
    case .whileStmt(let it): return try whileLoop(it)
    case .repeatStmt(let it): return try repeatLoop(it)
    case .guardStmt(let it): return try guardStatement(it)
    case .returnStmt(let it): return try returnStatement(it)
    case .labeledStmt(let it): return try labelled(it)
    case .breakStmt(let it):
      if let label = it.label { return try leave(label, continues: false) }
      guard loops + switches > 0 else {
        throw mistake(
          "'break' needs a loop or a 'switch' around it", at: it,
          hint: "a block ends by itself: put what is below into an 'if'.")
      }
      return { _ in .breaks }
    case .continueStmt(let it):
      if let label = it.label { return try leave(label, continues: true) }
      guard loops > 0 else { throw mistake("'continue' needs a loop around it", at: it) }
      return { _ in .continues }
    case .deferStmt:
      throw unsupported("'defer' is", at: node, hint: "write it where it should happen.")
    default:
      let word = node.firstToken(viewMode: .sourceAccurate)?.text ?? "this statement"
      throw unsupported("'\(word)' is", at: node)
    }
  }

  private func expressionStatement(_ node: ExprSyntax) throws -> Statement {
    if let condition = node.as(IfExprSyntax.self) { return try ifStatement(condition) }
    if let choice = node.as(SwitchExprSyntax.self) { return try switchStatement(choice) }
    if let infix = node.as(InfixOperatorExprSyntax.self), isAssignment(node) {
      return try assignment(infix)
    }
    let value = try expression(node)
    warnUnused(value, node)
    let run = value.run
    return { frame in
      _ = try run(frame)
      return .next
    }
  }

  /// A value that nobody looks at is most often a forgotten `show` or `let`.
  func warnUnused(_ value: Checked, _ node: ExprSyntax) {
    let type = resolve(value.type)
    guard type.unwrapped != .void, type != .mistaken else { return }
    let figure = library.functions["show"]?.first?.signature.parameters.first?.type
    let isShown = figure.map { conforms(type, to: "\($0)") } == true
    let hint =
      isShown ? "put it on the page: 'show(…)'." : "write '_ = …' if that is what you mean."
    if let call = node.as(FunctionCallExprSyntax.self) {
      guard !mayBeUnused(call) else { return }
      let callee = call.calledExpression
      let name = callee.as(MemberAccessExprSyntax.self)?.declName.trimmedDescription
      warn("the result of '\(name ?? callee.trimmedDescription)' is not used", at: node, hint: hint)
    } else {
      warn("this value of type '\(type)' is not used", at: node, hint: hint)
    }
  }

  private func mayBeUnused(_ call: FunctionCallExprSyntax) -> Bool {
    let name: String
    if let member = call.calledExpression.as(MemberAccessExprSyntax.self) {
      name = member.declName.baseName.text
      let overloads = library.types.values.compactMap { $0.methods[name] }.joined()
      return overloads.contains { $0.signature.isResultUnused }
    }
    name = call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text ?? ""
    if let own = scope.find(name)?.signature { return own.isResultUnused }
    return library.functions[name]?.contains { $0.signature.isResultUnused } ?? false
  }

  private func returnStatement(_ node: ReturnStmtSyntax) throws -> Statement {
    guard let returns else {
      throw mistake(
        "'return' stands outside of a function", at: node,
        hint: "a block ends by itself: put what is below into an 'if'.")
    }
    guard let expression = node.expression else {
      guard unify(returns, .void) else {
        throw mistake("this function must return a '\(resolve(returns))'", at: node)
      }
      return { _ in .returns }
    }
    let value =
      isVariable(returns)
      ? try self.expression(expression) : try check(expression, returns)
    _ = unify(returns, value.type)
    let run = value.run
    return { frame in
      frame.run.returned = try run(frame)
      return .returns
    }
  }
}
