import SwiftSyntax

/// What a binary operator gives for two boxed operands of one type.
struct Operation {
  var result: StaticType
  var apply: (Value, Value) throws -> Value
}

extension Checker {
  private static let comparisons: Set = ["==", "!=", "<", ">", "<=", ">="]
  private static let arithmetics: Set = ["+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^"]

  func infix(_ node: InfixOperatorExprSyntax, _ wanted: StaticType?) throws -> Checked {
    let sign = node.operator.trimmedDescription
    if isAssignment(ExprSyntax(node)) {
      throw mistake("an assignment is not a value", at: node, hint: "compare with '=='.")
    }
    switch sign {
    case "&&", "||": return try logical(node, sign)
    case "??": return try coalescing(node, wanted)
    case "..<", "...": return try range(node, sign, wanted)
    default: break
    }
    let compares = Self.comparisons.contains(sign)
    guard compares || Self.arithmetics.contains(sign) else {
      throw unsupported(
        "the operator '\(sign)' is", at: node.operator, hint: Self.operatorHabits[sign])
    }
    let sides = try operands(node, compares ? nil : wanted?.unwrapped)
    if sides.0.type == .mistaken || sides.1.type == .mistaken {
      return compares ? Checked(.bool) { _ in .bool(false) } : .mistaken
    }
    return compares
      ? try compared(node, sign, sides.0, sides.1) : try computed(node, sign, sides.0, sides.1)
  }

  func prefix(_ node: PrefixOperatorExprSyntax, _ wanted: StaticType?) throws -> Checked {
    let sign = node.operator.text
    if sign == "!" {
      let code = try check(node.expression, .bool).asBool
      return Checked(bool: { !(try code($0)) })
    }
    guard sign == "-" || sign == "+" else {
      if PartialRange(ExprSyntax(node)) != nil { throw refusal(of: ExprSyntax(node)) }
      throw unsupported("the operator '\(sign)' is", at: node)
    }
    let operand = try expression(node.expression, wanted)
    let place = place(node)
    switch resolve(operand.type) {
    case .mistaken: return operand
    case .int where sign == "-":
      let code = operand.asInt
      return Checked(int: { frame in
        let (value, overflows) = (0).subtractingReportingOverflow(try code(frame))
        if overflows { throw Stop.overflow(at: place) }
        return value
      })
    case .double where sign == "-":
      let code = operand.asDouble
      return Checked(double: { -(try code($0)) })
    case .int, .double: return operand
    case let type: throw mistake("'\(sign)' needs a number, not '\(type)'", at: node)
    }
  }

  // MARK: - Operators with a rule of their own

  private func logical(_ node: InfixOperatorExprSyntax, _ sign: String) throws -> Checked {
    let left = try check(node.leftOperand, .bool).asBool
    let right = try check(node.rightOperand, .bool).asBool
    return sign == "&&"
      ? Checked(bool: { try left($0) && right($0) })
      : Checked(bool: { try left($0) || right($0) })
  }

  private func coalescing(
    _ node: InfixOperatorExprSyntax, _ wanted: StaticType?
  ) throws -> Checked {
    let left = try expression(node.leftOperand, wanted.map { .optional($0.unwrapped) })
    if left.type == .mistaken { return left }
    guard let wrapped = resolve(left.type).wrapped else {
      throw mistake(
        "the left side of '??' is never nil: it is '\(resolve(left.type))'", at: node.leftOperand)
    }
    let first = left.run
    // `a ?? b` with an optional `b` stays optional.
    let right = try expression(node.rightOperand, wrapped)
    let type = resolve(right.type).wrapped == nil ? wrapped : .optional(wrapped)
    let second = try convert(right, to: type, at: node.rightOperand).run
    return Checked(type) { frame in
      let value = try first(frame)
      return value.isNone ? try second(frame) : value
    }
  }

  private func range(
    _ node: InfixOperatorExprSyntax, _ sign: String, _ wanted: StaticType?
  ) throws -> Checked {
    let bound = wanted.flatMap { $0.unwrapped.isRange ? $0.unwrapped.arguments[0] : nil }
    let (left, right) = try operands(node, bound)
    let type = resolve(left.type)
    if type == .mistaken || right.type == .mistaken { return .mistaken }
    guard type == resolve(right.type), type.isNumber else {
      throw doNotMix(sign, type, resolve(right.type), node)
    }
    let (lower, upper, place) = (left.run, right.run, place(node))
    return Checked(.named(sign == "..." ? "ClosedRange" : "Range", [type])) { frame in
      let low = try lower(frame)
      let high = try upper(frame)
      guard Value.isAtMost(low, high) else {
        throw Stop(
          "this range goes from \(Self.number(low)) down to \(Self.number(high))",
          hint: "a range's lower bound comes first; stride(from:to:by:) can count down.",
          at: place)
      }
      return .tuple([low, high])
    }
  }

  private static func number(_ value: Value) -> String {
    if case .int(let x) = value { "\(x)" } else { "\(value.double)" }
  }

  // MARK: - Operands

  /// Both sides of an operator. A side of literals only takes the other side's type; two of them
  /// take the wanted type, or their own.
  func operands(
    _ node: InfixOperatorExprSyntax, _ wanted: StaticType?
  ) throws -> (Checked, Checked) {
    let (left, right) = (node.leftOperand, node.rightOperand)
    switch (literalKind(left), literalKind(right)) {
    case (let first?, let second?):
      let kind = LiteralKind.join(first, second)!
      let type = wanted?.taken(by: kind) ?? kind.ownType
      return (try check(left, type), try check(right, type))
    case (let kind?, nil):
      let other = try expression(right, wanted)
      let type = resolve(other.type).taken(by: kind)
      return (try type.map { try check(left, $0) } ?? expression(left), other)
    case (nil, let kind?):
      let other = try expression(left, wanted)
      let type = resolve(other.type).taken(by: kind)
      return (other, try type.map { try check(right, $0) } ?? expression(right))
    case (nil, nil):
      if needsContext(left), !needsContext(right) {
        let other = try expression(right, wanted)
        return (try check(left, other.type), other)
      }
      if left.is(StringLiteralExprSyntax.self), !right.is(StringLiteralExprSyntax.self) {
        let other = try expression(right, wanted)
        return (try expression(left, resolve(other.type)), other)
      }
      let first = try expression(left, wanted)
      let isLiteral = right.is(StringLiteralExprSyntax.self) || right.is(ArrayExprSyntax.self)
      let type = isLiteral ? resolve(first.type) : wanted
      return (
        first, needsContext(right) ? try check(right, first.type) : try expression(right, type)
      )
    }
  }

  func doNotMix(
    _ sign: String, _ left: StaticType, _ right: StaticType, _ node: InfixOperatorExprSyntax
  ) -> Mistake {
    func conversion(_ side: ExprSyntax) -> String {
      "convert with Double(\(side.trimmedDescription))."
    }
    var hint: String?
    if left == .int && right == .double { hint = conversion(node.leftOperand) }
    if left == .double && right == .int { hint = conversion(node.rightOperand) }
    if sign.hasSuffix("=") && left == .int && right == .double {
      hint =
        "convert with Int(\(node.rightOperand.trimmedDescription)), or make the variable a Double."
    }
    if sign.hasPrefix("+") && (left == .string || right == .string) {
      hint = "put a value into a string with \"\\(…)\"."
    }
    if sign == "*" && (left == .string || right == .string) {
      hint = "repeat a text by String(repeating: \"…\", count: 3)."
    }
    if sign.hasPrefix("+"), left == .array(right) {
      hint = "put it into brackets: [\(node.rightOperand.trimmedDescription)]."
    } else if left.name == "Array", right.isNumber, sign != "==" {
      hint = "go through it: \(node.leftOperand.trimmedDescription).map { $0 \(sign) … }."
    }
    if [left, right].contains(.bool), left.isNumber || right.isNumber {
      hint =
        "choose a number by it: \(left == .bool ? node.leftOperand.trimmedDescription : node.rightOperand.trimmedDescription) ? 1 : 0."
    }
    if left.wrapped == right || right.wrapped == left {
      hint = "unwrap the optional with '??' or 'if let'."
    }
    return mistake(
      "'\(sign)' cannot be applied to '\(left)' and '\(right)'", at: node.operator, hint: hint)
  }

  // MARK: - Arithmetic and comparison

  private func computed(
    _ node: InfixOperatorExprSyntax, _ sign: String, _ left: Checked, _ right: Checked
  ) throws -> Checked {
    guard holds({ unify(left.type, right.type) }) else {
      throw doNotMix(sign, resolve(left.type), resolve(right.type), node)
    }
    let type = resolve(left.type)
    let place = place(node.operator)
    switch type {
    case .int: return intArithmetic(sign, left.asInt, right.asInt, place)
    case .double:
      if let fast = doubleArithmetic(sign, left.asDouble, right.asDouble) { return fast }
      throw mistake(
        "'\(sign)' is for Int", at: node.operator,
        hint: sign == "%"
          ? "a Double has truncatingRemainder(dividingBy:)." : Self.operatorHabits[sign])
    default: break
    }
    guard let operation = arithmetic(sign, type, place) else {
      throw mistake(
        "'\(sign)' cannot be applied to '\(type)'", at: node.operator,
        hint: type == .substring || type == .character ? "convert with String(…)." : nil)
    }
    let (first, second, apply) = (left.run, right.run, operation.apply)
    return Checked(operation.result) { frame in
      let value = try apply(first(frame), second(frame))
      if case .array(let list) = value { try frame.run.charge(list.count) }
      if case .string(let text) = value { try frame.run.charge(text.utf8.count / 16) }
      return value
    }
  }

  /// `(1, 2) == (1, 2)`: tuples of up to six parts can be compared, though they are not Equatable.
  private func tupleEquality(_ sign: String, _ type: StaticType) -> Operation? {
    guard case .tuple(_, let parts) = type, (2...6).contains(parts.count),
      sign == "==" || sign == "!=", parts.allSatisfy({ conforms($0, to: "Equatable") })
    else { return nil }
    return Operation(result: .bool) { .bool(($0 == $1) == (sign == "==")) }
  }

  private func compared(
    _ node: InfixOperatorExprSyntax, _ sign: String, _ left: Checked, _ right: Checked
  ) throws -> Checked {
    let (first, second) = (resolve(left.type), resolve(right.type))
    let testsEquality = sign == "==" || sign == "!="
    // `xs.first == 3`: Swift wraps the other side.
    let wraps = testsEquality && (first.wrapped == second || second.wrapped == first)
    guard wraps || holds({ unify(first, second) }) else {
      throw doNotMix(sign, first, second, node)
    }
    let type = resolve(wraps ? (first.wrapped == nil ? second : first) : first)
    if type == .int { return intComparison(sign, left.asInt, right.asInt) }
    if type == .double { return doubleComparison(sign, left.asDouble, right.asDouble) }
    guard let operation = comparison(sign, type) ?? tupleEquality(sign, type) else {
      throw mistake(
        "two values of type '\(type)' cannot be compared with '\(sign)'", at: node.operator)
    }
    let (x, y, apply) = (left.run, right.run, operation.apply)
    return Checked(bool: { try apply(x($0), y($0)).bool })
  }
}
