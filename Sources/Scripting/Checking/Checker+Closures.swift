import Diagnostics
import SwiftSyntax

extension Checker {
  func closure(_ node: ClosureExprSyntax, _ wanted: StaticType?) throws -> Checked {
    if case .function(let parameters, let result)? = wanted?.unwrapped {
      return try closure(node, parameters: parameters, result: result)
    }
    return try closure(node, parameters: nil, result: nil)
  }

  private func closure(
    _ node: ClosureExprSyntax, parameters: [StaticType]?, result: StaticType?
  ) throws -> Checked {
    let head = try ClosureHead(node, self)
    let types = try parameterTypes(node, head, parameters)
    return try inFunction {
      let unpack = try declareParameters(node, head, types, isUntold: parameters == nil)
      let result = try closureResult(node, head, result)
      let body = try closureBody(node, result)
      let shape = FunctionShape(
        scope.layout, reusesFrames: !makesFunctions(Syntax(node.statements)), body: unpack(body))
      return function(.function(types, resolve(result)), shape)
    }
  }

  /// A closure whose body is a result builder's list of `element`.
  func builder(
    _ node: ClosureExprSyntax, _ parameters: [StaticType], _ element: StaticType
  ) throws -> Checked {
    let head = try ClosureHead(node, self)
    let types = try parameterTypes(node, head, parameters)
    return try inFunction {
      let unpack = try declareParameters(node, head, types)
      let parts = buildList(node.statements, element).map { Build(run: $0) }
      let body: Code = { frame in
        var list: [Value] = []
        for part in parts { try part.run(frame, &list) }
        try frame.run.charge(list.count)
        return .array(list)
      }
      let shape = FunctionShape(
        scope.layout, reusesFrames: !makesFunctions(Syntax(node.statements)), body: unpack(body))
      return function(.function(types, .array(element)), shape)
    }
  }

  /// Checks the body of a function: a frame of its own, and no loop around it.
  func inFunction<T>(_ body: () throws -> T) rethrows -> T {
    let outer = (scope, returns, loops, switches, labels, nextLabel)
    defer { (scope, returns, loops, switches, labels, nextLabel) = outer }
    scope = Scope(inside: scope, layout: Layout(inside: scope.layout))
    (returns, loops, switches, labels, nextLabel) = (nil, 0, 0, [], nil)
    return try body()
  }

  // MARK: - Parameters

  private func parameterTypes(
    _ node: ClosureExprSyntax, _ head: ClosureHead, _ wanted: [StaticType]?
  ) throws -> [StaticType] {
    guard let wanted else {
      return try head.parameters.map { parameter in
        if let type = parameter.type { return type }
        throw mistake(
          "the type of '\(parameter.name.text)' cannot be found out here", at: parameter.name,
          hint: "write '(\(parameter.name.text): Double) in'.")
      }
    }
    let types = wanted.map(resolve)
    if types.contains(where: isOpen) {
      throw mistake(
        "the types of this closure's parameters cannot be found out", at: node,
        hint: "write them: '{ (x: Double) in … }'.")
    }
    return types
  }

  /// Makes the parameters known; gives the code that takes a tuple apart where Swift does.
  private func declareParameters(
    _ node: ClosureExprSyntax, _ head: ClosureHead, _ types: [StaticType], isUntold: Bool = false
  ) throws -> (@escaping Code) -> Code {
    let slots = types.map { hidden($0) }
    let names = head.parameters
    // A closure that is given one tuple may name, or number, its parts.
    if types.count == 1, case .tuple(_, let parts) = types[0], parts.count > 1,
      names.count == parts.count || (names.isEmpty && usesDollar(node, from: 1))
    {
      return unpacking(parts, names)
    }
    if names.isEmpty {
      try declareNumbered(slots, in: node, isUntold: isUntold)
    } else {
      try declareNamed(names, slots, in: node)
    }
    return { $0 }
  }

  private func declareNumbered(
    _ slots: [Variable], in node: ClosureExprSyntax, isUntold: Bool
  ) throws {
    for (index, variable) in slots.enumerated() { scope.variables["$\(index)"] = variable }
    guard slots.isEmpty || usesDollar(node, from: 0) else {
      throw mistake(
        "this closure must name its \(counted(slots.count, "parameter"))", at: node,
        hint: "'_ in' ignores one.")
    }
    if slots.isEmpty, usesDollar(node, from: 0), isUntold {
      throw mistake(
        "the types of this closure's parameters cannot be found out", at: node,
        hint: "write them: '{ (x: Double) in … }'.")
    }
    if usesDollar(node, from: slots.count) {
      throw mistake("this closure gets only \(counted(slots.count, "argument"))", at: node)
    }
  }

  private func declareNamed(
    _ names: [ClosureHead.Parameter], _ slots: [Variable], in node: ClosureExprSyntax
  ) throws {
    guard names.count == slots.count else {
      throw mistake(
        "this closure must take \(counted(slots.count, "parameter")), not \(names.count)",
        at: node)
    }
    for (variable, parameter) in zip(slots, names) {
      if let type = parameter.type, !unify(type, variable.type) {
        throw mistake(
          "'\(parameter.name.text)' is '\(variable.type)' here, not '\(type)'",
          at: parameter.name)
      }
      scope.variables[parameter.name.text] = variable
    }
  }

  private func unpacking(
    _ parts: [StaticType], _ names: [ClosureHead.Parameter]
  ) -> (@escaping Code) -> Code {
    var slots: [Int] = []
    for (index, type) in parts.enumerated() {
      let variable = hidden(type)
      scope.variables[names.isEmpty ? "$\(index)" : names[index].name.text] = variable
      slots.append(variable.slot)
    }
    return { body in
      { frame in
        let parts = frame.slots[0].tuple
        for (slot, part) in zip(slots, parts) { frame.slots[slot] = part }
        return try body(frame)
      }
    }
  }

  // MARK: - Body

  private func closureResult(
    _ node: ClosureExprSyntax, _ head: ClosureHead, _ wanted: StaticType?
  ) throws -> StaticType {
    if let declared = head.result {
      if let wanted, !holds({ unify(declared, wanted) }) {
        throw mistake(
          "this closure returns '\(declared)'; '\(resolve(wanted))' is wanted", at: node)
      }
      return declared
    }
    return wanted ?? freshVariable()
  }

  private func closureBody(_ node: ClosureExprSyntax, _ result: StaticType) throws -> Code {
    if let only = onlyExpression(node.statements) {
      var value = try expression(only, isVariable(result) ? nil : result)
      if resolve(result) == .void {
        if resolve(value.type) != .void { warnUnused(value, only) }
        let run = value.run
        return { frame in
          _ = try run(frame)
          return .void
        }
      }
      value = try convert(value, to: result, at: only)
      return value.run
    }
    if node.statements.isEmpty || (isVariable(result) && !hasReturn(node.statements)) {
      _ = unify(result, .void)
    }
    returns = result
    let body = try statements(node.statements)
    if resolve(result) != .void, !alwaysLeaves(node.statements, breaksCount: false) {
      throw mistake(
        "this closure must return a '\(resolve(result))' on every path", at: node.rightBrace)
    }
    return functionBody(body)
  }

  /// The expression that is a whole body, and therefore its result.
  func onlyExpression(_ items: CodeBlockItemListSyntax) -> ExprSyntax? {
    guard items.count == 1, let item = items.first else { return nil }
    let node =
      item.item.as(ExprSyntax.self) ?? item.item.as(ExpressionStmtSyntax.self)?.expression
    guard let node, !isAssignment(node) else { return nil }
    return isStatementLike(node) ? nil : node
  }

  /// `if` and `switch` are statements here unless every branch is one expression.
  private func isStatementLike(_ node: ExprSyntax) -> Bool {
    if node.is(IfExprSyntax.self) || node.is(SwitchExprSyntax.self) {
      return !isValueLike(node)
    }
    return false
  }

  /// Runs statements and gives what a `return` carried.
  func functionBody(_ body: [Step]) -> Code {
    { frame in
      for step in body where try step.run(frame) == .returns {
        defer { frame.run.returned = .void }
        return frame.run.returned
      }
      return .void
    }
  }
}
