import SwiftSyntax

// What can be said of statements by looking at them only.

extension Checker {
  /// Whether the statements always end in a `return` (or, with `breaksCount`, leave a loop).
  func alwaysLeaves(_ items: CodeBlockItemListSyntax, breaksCount: Bool) -> Bool {
    items.contains { item in
      if item.item.is(ReturnStmtSyntax.self) { return true }
      if breaksCount,
        item.item.is(BreakStmtSyntax.self) || item.item.is(ContinueStmtSyntax.self)
      {
        return true
      }
      if let loop = item.item.as(WhileStmtSyntax.self) { return isEndless(loop) }
      let node =
        item.item.as(ExprSyntax.self) ?? item.item.as(ExpressionStmtSyntax.self)?.expression
      if let node = node?.as(IfExprSyntax.self) {
        return alwaysLeaves(node, breaksCount: breaksCount)
      }
      guard let node = node?.as(SwitchExprSyntax.self) else { return false }
      // A `break` in a case leaves the `switch` only.
      return node.cases.allSatisfy { element in
        guard case .switchCase(let branch) = element else { return false }
        return alwaysLeaves(branch.statements, breaksCount: false)
      }
    }
  }

  private func alwaysLeaves(_ node: IfExprSyntax, breaksCount: Bool) -> Bool {
    guard alwaysLeaves(node.body.statements, breaksCount: breaksCount) else { return false }
    switch node.elseBody {
    case .ifExpr(let next)?: return alwaysLeaves(next, breaksCount: breaksCount)
    case .codeBlock(let block)?: return alwaysLeaves(block.statements, breaksCount: breaksCount)
    case nil: return false
    }
  }

  /// `while true` without a `break` of its own.
  private func isEndless(_ loop: WhileStmtSyntax) -> Bool {
    guard loop.conditions.trimmedDescription == "true" else { return false }
    // A `break` with a label may leave this loop from inside of another.
    func breaks(_ node: Syntax, isInner: Bool) -> Bool {
      if let node = node.as(BreakStmtSyntax.self) { return !isInner || node.label != nil }
      if node.is(ClosureExprSyntax.self) { return false }
      let catches =
        node.is(ForStmtSyntax.self) || node.is(WhileStmtSyntax.self)
        || node.is(RepeatStmtSyntax.self) || node.is(SwitchExprSyntax.self)
      return node.children(viewMode: .sourceAccurate)
        .contains { breaks($0, isInner: isInner || catches) }
    }
    return !breaks(Syntax(loop.body), isInner: false)
  }

  /// Whether running the node can make a function that outlives it.
  func makesFunctions(_ node: Syntax) -> Bool {
    node.is(ClosureExprSyntax.self) || node.is(FunctionDeclSyntax.self)
      || node.is(KeyPathExprSyntax.self)
      || node.children(viewMode: .sourceAccurate).contains(where: makesFunctions)
  }

  /// Whether a `return` with a value belongs to these statements.
  func hasReturn(_ items: CodeBlockItemListSyntax) -> Bool {
    func returns(_ node: Syntax) -> Bool {
      if node.is(ClosureExprSyntax.self) || node.is(FunctionDeclSyntax.self) { return false }
      if let node = node.as(ReturnStmtSyntax.self) { return node.expression != nil }
      return node.children(viewMode: .sourceAccurate).contains(where: returns)
    }
    return items.contains { returns(Syntax($0)) }
  }

  /// Whether the closure itself uses `$n` for some n from `first`; a nested one has its own.
  func usesDollar(_ closure: ClosureExprSyntax, from first: Int) -> Bool {
    func uses(_ node: Syntax) -> Bool {
      if let token = node.as(TokenSyntax.self) {
        guard case .dollarIdentifier(let text) = token.tokenKind else { return false }
        return (Int(text.dropFirst()) ?? 0) >= first
      }
      if node.is(ClosureExprSyntax.self) { return false }
      return node.children(viewMode: .sourceAccurate).contains(where: uses)
    }
    return closure.statements.contains { uses(Syntax($0)) }
  }
}
