import SwiftSyntax

extension Checker {
  private static let compound: Set = ["+=", "-=", "*=", "/=", "%="]

  func isAssignment(_ node: ExprSyntax) -> Bool {
    guard let infix = node.as(InfixOperatorExprSyntax.self) else { return false }
    return infix.operator.is(AssignmentExprSyntax.self)
      || Self.compound.contains(infix.operator.trimmedDescription)
  }

  func assignment(_ node: InfixOperatorExprSyntax) throws -> Statement {
    node.operator.is(AssignmentExprSyntax.self)
      ? try plainAssignment(node) : try compoundAssignment(node)
  }

  private func plainAssignment(_ node: InfixOperatorExprSyntax) throws -> Statement {
    if node.leftOperand.is(DiscardAssignmentExprSyntax.self) {
      let run = try expression(node.rightOperand).run
      return { frame in
        _ = try run(frame)
        return .next
      }
    }
    if let tuple = node.leftOperand.as(TupleExprSyntax.self), parenthesized(tuple) == nil {
      return try tupleAssignment(tuple, node.rightOperand)
    }
    let target = try target(node.leftOperand)
    if let name = node.leftOperand.as(DeclReferenceExprSyntax.self)?.baseName.text,
      node.rightOperand.as(DeclReferenceExprSyntax.self)?.baseName.text == name
    {
      throw mistake("'\(name)' is assigned to itself", at: node)
    }
    let value = try check(node.rightOperand, target.type)
    if let local = localSlot(node.leftOperand), let fast = store(value, local) { return fast }
    let (run, modify) = (value.run, target.modify)
    return { frame in
      let value = try run(frame)
      try modify(frame) { $0 = value }
      return .next
    }
  }

  /// `(a, b) = (b, a + b)`.
  private func tupleAssignment(
    _ left: TupleExprSyntax, _ right: ExprSyntax
  ) throws -> Statement {
    let targets = try left.elements.map { element -> Target? in
      element.expression.is(DiscardAssignmentExprSyntax.self)
        ? nil : try target(element.expression)
    }
    let types = targets.map { $0?.type ?? freshVariable() }
    let labels = [String?](repeating: nil, count: types.count)
    let run = try check(right, .tuple(labels, types)).run
    return { frame in
      let parts = try run(frame).tuple
      for (target, part) in zip(targets, parts) { try target?.modify(frame) { $0 = part } }
      return .next
    }
  }

  /// The slot of a variable of this very frame.
  private func localSlot(_ node: ExprSyntax) -> Int? {
    guard let name = node.as(DeclReferenceExprSyntax.self)?.baseName.text,
      let variable = scope.find(name), variable.layout === scope.layout
    else { return nil }
    return variable.slot
  }

  private func store(_ value: Checked, _ slot: Int) -> Statement? {
    if let code = value.int {
      return { frame in
        frame.slots[slot] = .int(try code.call(frame))
        return .next
      }
    }
    if let code = value.double {
      return { frame in
        frame.slots[slot] = .double(try code.call(frame))
        return .next
      }
    }
    return nil
  }

  private func compoundAssignment(_ node: InfixOperatorExprSyntax) throws -> Statement {
    let sign = String(node.operator.trimmedDescription.dropLast())
    let target = try target(node.leftOperand)
    let type = resolve(target.type)
    var value = try expression(node.rightOperand, type)
    if type == .mistaken || value.type == .mistaken { return { _ in .next } }
    do {
      value = try convert(value, to: type, at: node.rightOperand)
    } catch is Mistake {
      throw doNotMix(sign + "=", type, resolve(value.type), node)
    }
    if sign == "+", type.name == "Array" { return appending(value, target) }
    guard let operation = arithmetic(sign, type, place(node.operator)) else {
      throw mistake("'\(sign)=' cannot be applied to '\(type)'", at: node.operator)
    }
    if let slot = localSlot(node.leftOperand),
      let fast = update(slot, sign, type, value, at: place(node.operator))
    {
      return fast
    }
    let (run, modify, apply) = (value.run, target.modify, operation.apply)
    return { frame in
      let value = try run(frame)
      try modify(frame) { old in
        if case .string(let text) = value { try frame.run.charge(text.utf8.count / 16) }
        old = try apply(old, value)
      }
      return .next
    }
  }

  private func appending(_ value: Checked, _ target: Target) -> Statement {
    let (run, modify) = (value.run, target.modify)
    return { frame in
      let more = try run(frame).array
      try frame.run.charge(more.count)
      try modify(frame) { $0.withArray { $0 += more } }
      return .next
    }
  }

  /// `s += x` on a local number, in place and unboxed: the heart of most loops.
  private func update(
    _ slot: Int, _ sign: String, _ type: StaticType, _ value: Checked, at place: Place
  ) -> Statement? {
    if type == .double {
      let code = value.asDouble
      switch sign {
      case "+": return store(slot) { $0.slots[slot].double + (try code($0)) }
      case "-": return store(slot) { $0.slots[slot].double - (try code($0)) }
      case "*": return store(slot) { $0.slots[slot].double * (try code($0)) }
      case "/": return store(slot) { $0.slots[slot].double / (try code($0)) }
      default: return nil
      }
    }
    guard type == .int, let checked = intOperation(sign, place) else { return nil }
    let code = value.asInt
    return { frame in
      frame.slots[slot] = .int(try checked(frame.slots[slot].int, try code(frame)))
      return .next
    }
  }

  private func store(
    _ slot: Int, _ code: @escaping (Frame) throws -> Double
  ) -> Statement {
    { frame in
      frame.slots[slot] = .double(try code(frame))
      return .next
    }
  }
}
