// The code of operators, unboxed for numbers. Each operator is a closure of its own: one closure
// that looked its operator up at run time would be three times slower.

typealias IntOperand = (Frame) throws -> Int
typealias DoubleOperand = (Frame) throws -> Double

extension Checker {
  /// Arithmetic that stops where compiled Swift would trap.
  func intOperation(_ sign: String, _ place: Place) -> ((Int, Int) throws -> Int)? {
    switch sign {
    case "+": { try exact($0.addingReportingOverflow($1), place) }
    case "-": { try exact($0.subtractingReportingOverflow($1), place) }
    case "*": { try exact($0.multipliedReportingOverflow(by: $1), place) }
    case "/": { try quotient($0.dividedReportingOverflow(by: $1), $1, place) }
    case "%": { try quotient($0.remainderReportingOverflow(dividingBy: $1), $1, place) }
    default: bits(sign)
    }
  }

  private func bits(_ sign: String) -> ((Int, Int) throws -> Int)? {
    switch sign {
    case "<<": { $0 << $1 }
    case ">>": { $0 >> $1 }
    case "&": { $0 & $1 }
    case "|": { $0 | $1 }
    case "^": { $0 ^ $1 }
    default: nil
    }
  }

  func intArithmetic(
    _ sign: String, _ x: @escaping IntOperand, _ y: @escaping IntOperand, _ place: Place
  ) -> Checked {
    switch sign {
    case "+":
      Checked(int: { try exact(try x($0).addingReportingOverflow(try y($0)), place) })
    case "-":
      Checked(int: { try exact(try x($0).subtractingReportingOverflow(try y($0)), place) })
    case "*":
      Checked(int: { try exact(try x($0).multipliedReportingOverflow(by: try y($0)), place) })
    case "/":
      Checked(int: { frame in
        let (left, right) = (try x(frame), try y(frame))
        return try quotient(left.dividedReportingOverflow(by: right), right, place)
      })
    default:
      // Rarer ones go through one more closure.
      intOperation(sign, place).map { apply in
        Checked(int: { try apply(try x($0), try y($0)) })
      } ?? .mistaken
    }
  }

  func doubleArithmetic(
    _ sign: String, _ x: @escaping DoubleOperand, _ y: @escaping DoubleOperand
  ) -> Checked? {
    switch sign {
    case "+": Checked(double: { try x($0) + y($0) })
    case "-": Checked(double: { try x($0) - y($0) })
    case "*": Checked(double: { try x($0) * y($0) })
    case "/": Checked(double: { try x($0) / y($0) })
    default: nil
    }
  }

  func intComparison(
    _ sign: String, _ x: @escaping IntOperand, _ y: @escaping IntOperand
  ) -> Checked {
    switch sign {
    case "<": Checked(bool: { try x($0) < y($0) })
    case ">": Checked(bool: { try x($0) > y($0) })
    case "<=": Checked(bool: { try x($0) <= y($0) })
    case ">=": Checked(bool: { try x($0) >= y($0) })
    case "==": Checked(bool: { try x($0) == y($0) })
    default: Checked(bool: { try x($0) != y($0) })
    }
  }

  func doubleComparison(
    _ sign: String, _ x: @escaping DoubleOperand, _ y: @escaping DoubleOperand
  ) -> Checked {
    switch sign {
    case "<": Checked(bool: { try x($0) < y($0) })
    case ">": Checked(bool: { try x($0) > y($0) })
    case "<=": Checked(bool: { try x($0) <= y($0) })
    case ">=": Checked(bool: { try x($0) >= y($0) })
    case "==": Checked(bool: { try x($0) == y($0) })
    default: Checked(bool: { try x($0) != y($0) })
    }
  }

  /// The same on boxed values, for operators that are handed around and for other types.
  func arithmetic(_ sign: String, _ type: StaticType, _ place: Place) -> Operation? {
    switch (type, sign) {
    case (.int, _):
      intOperation(sign, place).map { apply in
        Operation(result: type) { .int(try apply($0.int, $1.int)) }
      }
    case (.double, "+"): Operation(result: type) { .double($0.double + $1.double) }
    case (.double, "-"): Operation(result: type) { .double($0.double - $1.double) }
    case (.double, "*"): Operation(result: type) { .double($0.double * $1.double) }
    case (.double, "/"): Operation(result: type) { .double($0.double / $1.double) }
    case (.string, "+"): Operation(result: type) { .string($0.string + $1.string) }
    case (.named("Array", _), "+"): Operation(result: type) { .array($0.array + $1.array) }
    default: nil
    }
  }

  func comparison(_ sign: String, _ type: StaticType) -> Operation? {
    let isEquality = sign == "==" || sign == "!="
    guard conforms(type, to: isEquality ? "Equatable" : "Comparable") else { return nil }
    return switch sign {
    case "==": Operation(result: .bool) { .bool($0 == $1) }
    case "!=": Operation(result: .bool) { .bool($0 != $1) }
    case "<": Operation(result: .bool) { .bool(Value.isLess($0, $1)) }
    case ">": Operation(result: .bool) { .bool(Value.isLess($1, $0)) }
    case "<=": Operation(result: .bool) { .bool(Value.isLess($0, $1) || $0 == $1) }
    case ">=": Operation(result: .bool) { .bool(Value.isLess($1, $0) || $0 == $1) }
    default: nil
    }
  }
}

@inline(__always)
private func exact(_ result: (partialValue: Int, overflow: Bool), _ place: Place) throws -> Int {
  if result.overflow { throw Stop.overflow(at: place) }
  return result.partialValue
}

@inline(__always)
private func quotient(
  _ result: (partialValue: Int, overflow: Bool), _ divisor: Int, _ place: Place
) throws -> Int {
  if result.overflow {
    throw divisor == 0 ? Stop.divisionByZero(at: place) : Stop.overflow(at: place)
  }
  return result.partialValue
}
