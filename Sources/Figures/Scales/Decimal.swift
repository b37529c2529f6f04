// Goals, in order:
//
// 1. The same bits on every machine: only + − × ÷ and what IEEE 754 fixes to the last bit.
// 2. Ticks that are the numbers they are labelled with.
// 3. Logarithms good to a hundredth of a pixel over the whole range of Double.

/// Powers and logarithms to the base ten without a mathematics library.
package enum Decimal {
  /// 10^exponent, correctly rounded; 0 and infinity beyond what Double reaches.
  package static func power(_ exponent: Int) -> Double {
    // 10^22 is the largest power that is a Double, and a quotient of two Doubles is rounded once.
    if exponent.magnitude <= 22 {
      var result = 1.0
      for _ in 0..<exponent.magnitude { result *= 10 }
      return exponent < 0 ? 1 / result : result
    }
    // Reading a number rounds once too.
    return Double("1e\(exponent)") ?? (exponent < 0 ? 0 : .infinity)
  }

  /// log₁₀ of a positive finite number, within 3·10⁻¹⁶ · (1 + |result|).
  ///
  /// x = m·2^e with m in [√½, √2), and ln m = 2·artanh(s) with s = (m − 1)/(m + 1), |s| < 0.172:
  /// the first term left out, 2·s²³/23, is below 10⁻¹⁸.
  package static func logarithm(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "a logarithm needs a positive finite number")
    var significand = x.significand
    var exponent = Double(x.exponent)
    if significand > 1.4142135623730951 {
      significand /= 2
      exponent += 1
    }
    let s = (significand - 1) / (significand + 1)
    let square = s * s
    var series = 0.0
    for odd in stride(from: 21.0, through: 1, by: -2) { series = series * square + 1 / odd }
    return exponent * 0.3010299956639812 + 2 * s * series * 0.4342944819032518
  }

  /// The exponent of the leading decimal digit: ⌊log₁₀ x⌋ for a positive finite x.
  package static func exponent(of x: Double) -> Int {
    var exponent = Int(logarithm(x).rounded(.down))
    // The logarithm of a power of ten may come out just below the whole number that it is.
    if power(exponent + 1) <= x { exponent += 1 }
    if power(exponent) > x { exponent -= 1 }
    return exponent
  }
}
