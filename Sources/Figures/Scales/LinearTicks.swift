/// Ticks at whole multiples of 1, 2 or 5 times a power of ten.
package struct LinearTicks: Hashable, Sendable {
  /// 1, 2 or 5.
  package let digit: Int
  /// The step is digit · 10^exponent.
  package let exponent: Int
  /// The first and the last multiple of the step.
  package let multiples: ClosedRange<Int>

  /// The finest round step that gives at most `count` intervals between the ends.
  ///
  /// - `wholeOnly` keeps the step at 1 or more, for axes that count.
  /// - `outside` takes the multiples around the ends instead of those between them.
  package init(
    from low: Double, to high: Double, atMost count: Int, wholeOnly: Bool = false,
    outside: Bool = false
  ) {
    let wanted = (high / 2 - low / 2) / (Double(max(1, count)) / 2)
    var exponent = Decimal.exponent(of: max(wanted, .leastNormalMagnitude * 1e4))
    // A step slightly below a round one because of rounding still counts as the round one.
    let mantissa = wanted / Decimal.power(exponent) - 1e-9
    var digit = 10
    for candidate in [1, 2, 5] where digit == 10 && mantissa <= Double(candidate) {
      digit = candidate
    }
    if digit == 10 { (digit, exponent) = (1, exponent + 1) }
    if wholeOnly, exponent < 0 { (digit, exponent) = (1, 0) }
    (self.digit, self.exponent) = (digit, exponent)
    multiples = Self.multiples(from: low, to: high, digit, exponent, outside: outside)
  }

  private static func multiples(
    from low: Double, to high: Double, _ digit: Int, _ exponent: Int, outside: Bool
  ) -> ClosedRange<Int> {
    func inSteps(_ value: Double) -> Double {
      let scaled = exponent < 0 ? value * Decimal.power(-exponent) : value / Decimal.power(exponent)
      let steps = scaled / Double(digit)
      // 0.30000000000000004 is the third multiple of 0.1, not beyond it.
      return abs(steps - steps.rounded()) < 1e-9 * max(1, abs(steps)) ? steps.rounded() : steps
    }
    let first = inSteps(low).rounded(outside ? .down : .up)
    let last = inSteps(high).rounded(outside ? .up : .down)
    // Numbers with more digits than Double has cannot be counted in steps; one tick is honest.
    guard abs(first) < 1e15, abs(last) < 1e15, first <= last else { return 0...0 }
    return Int(first)...Int(last)
  }

  /// The tick's number, correctly rounded where the power of ten is within 10^±22.
  package func value(_ multiple: Int) -> Double {
    let whole = Double(multiple * digit)
    return exponent < 0 ? whole / Decimal.power(-exponent) : whole * Decimal.power(exponent)
  }

  package var values: [Double] { multiples.map(value) }
}
