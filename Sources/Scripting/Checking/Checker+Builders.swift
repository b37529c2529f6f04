import SwiftSyntax

/// Adds to the list that a result builder makes.
typealias BuildCode = (Frame, inout [Value]) throws -> Void
struct Build { let run: BuildCode }

extension Checker {
  /// The body of `Chart { … }`: each expression adds an element; `if` and `for` do so again and
  /// again; declarations are what they always are.
  func buildList(
    _ items: CodeBlockItemListSyntax, _ element: StaticType
  ) -> [BuildCode] {
    inScope {
      var parts: [BuildCode] = []
      for item in items { recovering { parts.append(try build(item, element)) } }
      return parts
    }
  }

  private func build(_ item: CodeBlockItemSyntax, _ element: StaticType) throws -> BuildCode {
    let node =
      item.item.as(ExprSyntax.self) ?? item.item.as(ExpressionStmtSyntax.self)?.expression
    if let condition = node?.as(IfExprSyntax.self) { return try build(condition, element) }
    if let loop = item.item.as(ForStmtSyntax.self) { return try build(loop, element) }
    if let node {
      guard !isAssignment(node) else {
        throw mistake("an assignment cannot stand in a list of marks", at: node)
      }
      let run = try check(node, element).run
      return { frame, list in list.append(try run(frame)) }
    }
    guard item.item.is(VariableDeclSyntax.self) else {
      throw unsupported("this statement in a list of marks is", at: item)
    }
    let run = try statement(item)
    return { frame, _ in _ = try run(frame) }
  }

  private func build(_ node: ForStmtSyntax, _ element: StaticType) throws -> BuildCode {
    let loop = try forLoop(node) {
      let parts = self.buildList(node.body.statements, element).map { Build(run: $0) }
      return [
        Step { frame in
          // The list is on top of a stack, because a statement's code has no way to hand it in.
          var list = frame.run.building.removeLast()
          for part in parts { try part.run(frame, &list) }
          frame.run.building.append(list)
          return .next
        }
      ]
    }
    return { frame, list in
      frame.run.building.append(list)
      list = []
      _ = try loop(frame)
      list = frame.run.building.removeLast()
    }
  }

  private func build(_ node: IfExprSyntax, _ element: StaticType) throws -> BuildCode {
    let (condition, then) = try inScope {
      let condition = try conditions(node.conditions)
      return (condition, buildList(node.body.statements, element).map { Build(run: $0) })
    }
    var otherwise: [Build] = []
    switch node.elseBody {
    case .ifExpr(let next)?: otherwise = [Build(run: try build(next, element))]
    case .codeBlock(let block)?:
      otherwise = buildList(block.statements, element).map { Build(run: $0) }
    case nil: break
    }
    return { [otherwise] frame, list in
      for part in try condition(frame) ? then : otherwise { try part.run(frame, &list) }
    }
  }
}
