/// Numbers as readers see them.
package enum NumberText {
  /// As many digits as give the same number back: `0.3`, `1e-05`, `NaN`.
  package static func exact(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Three significant digits, for sentences: `0.0123`, `2.1×10^−6`, `12,300`.
  package static func brief(_ value: Double) -> String { brief(value, power: { "10^" + $0 }) }

  /// The same as text markup.
  package static func briefMarkup(_ value: Double) -> String {
    brief(value, power: { "10^{" + $0 + "}" })
  }

  private static func brief(_ value: Double, power: (String) -> String) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value < 0 ? "−∞" : "∞" }
    guard abs(value) >= .leastNormalMagnitude else { return "0" }
    var exponent = Decimal.exponent(of: abs(value))
    var digits = Int(scaled(abs(value), by: 2 - exponent).rounded())
    if digits == 1000 { (digits, exponent) = (100, exponent + 1) }
    let sign = value < 0 ? "−" : ""
    let isPlain = (-4...5).contains(exponent)
    let mantissa = decimal(digits, places: isPlain ? 2 - exponent : 2)
    return sign + (isPlain ? mantissa : mantissa + "×" + power("\(exponent)".replacingMinus))
  }

  /// The labels of linear ticks, and the power of ten that they leave out.
  package static func labels(of ticks: LinearTicks) -> (labels: [String], factor: String?) {
    let largest = max(
      abs(ticks.value(ticks.multiples.lowerBound)), abs(ticks.value(ticks.multiples.upperBound)))
    let top = largest > 0 ? Decimal.exponent(of: largest) : 0
    let isPlain = top < 6 && ticks.exponent >= -4
    let shift = isPlain ? 0 : top
    let labels = ticks.multiples.map { multiple in
      let places = max(0, shift - ticks.exponent)
      let zeros = max(0, ticks.exponent - shift)
      return plain(multiple * ticks.digit, zeros: zeros, places: places)
    }
    return (labels, isPlain ? nil : "×" + power(1, shift))
  }

  /// `10^{-3}` and `2×10^{-3}` in text markup; ones, tens and tenths stay as they are.
  package static func power(_ digit: Int, _ exponent: Int) -> String {
    switch exponent {
    case 0: return "\(digit)"
    case 1: return "\(digit)0"
    default:
      let power = "10^{\("\(exponent)".replacingMinus)}"
      return digit == 1 ? power : "\(digit)×" + power
    }
  }

  /// A signed power of ten in text markup.
  static func power(of value: Double) -> String {
    (value < 0 ? "−" : "") + power(1, Decimal.exponent(of: abs(value)))
  }

  /// A whole number times 10^zeros over 10^places, with a true minus and grouped thousands.
  private static func plain(_ whole: Int, zeros: Int, places: Int) -> String {
    let digits = "\(whole.magnitude)" + (whole == 0 ? "" : String(repeating: "0", count: zeros))
    return (whole < 0 ? "−" : "") + pointed(Array(digits), places: places)
  }

  /// `digits` over 10^places without trailing zeros behind the point.
  private static func decimal(_ digits: Int, places: Int) -> String {
    let zeros = String(repeating: "0", count: max(0, -places))
    var text = pointed(Array("\(digits)" + zeros), places: max(0, places))
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }

  private static func pointed(_ digits: [Character], places: Int) -> String {
    let padding = [Character](repeating: "0", count: max(0, places + 1 - digits.count))
    let all = padding + digits
    let whole = all.dropLast(places)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      // 1,000 needs no comma to be read, 10,000 does.
      if index > 0, whole.count > 4, (whole.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return places == 0 ? grouped : grouped + "." + String(all.suffix(places))
  }

  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    // Two steps keep 10^320 and more from overflowing.
    let half = exponent / 2
    return value * Decimal.power(half) * Decimal.power(exponent - half)
  }
}

extension String {
  /// A minus sign, which is as wide as a plus, for the hyphen that numbers are printed with.
  var replacingMinus: String { hasPrefix("-") ? "−" + dropFirst() : self }
}
