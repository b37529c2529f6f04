/// A number as the sum of two, the second below half a unit in the last place of the first: about
/// 31 decimal digits (Dekker 1971), enough to judge the 16 of a Double.
struct DoubleDouble {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The exact sum of two Doubles (Knuth).
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let t = s - a
    return DoubleDouble(s, (a - (s - t)) + (b - t))
  }

  /// The exact product of two Doubles.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    return DoubleDouble(p, (-p).addingProduct(a, b))
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let u = sum(s.high, s.low + t.high)
    return sum(u.high, u.low + t.low)
  }

  static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }
  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    return sum(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - b * DoubleDouble(first)
    let second = rest.high / b.high
    let third = (rest - b * DoubleDouble(second)).high / b.high
    return sum(first, second) + DoubleDouble(third)
  }

  /// How far `value` is away, in units in the last place of what is right.
  func distance(to value: Double) -> Double {
    abs((value - high) - low) / max(high.ulp, Double.leastNormalMagnitude.ulp)
  }

  /// The same for a Float.
  func distance(to value: Float) -> Double {
    abs((Double(value) - high) - low) / Double(Float(high).ulp)
  }
}

/// Functions to some 30 digits, by their series: right for arguments whose results are normal.
extension DoubleDouble {
  private static let ln2 = DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)

  /// eˣ − 1 for |x| ≤ 0.7: xⁿ/n! to n = 32 leaves less than 10⁻³⁶ of x.
  private static func expMinusOneSeries(_ x: DoubleDouble) -> DoubleDouble {
    var result = DoubleDouble(0)
    for n in stride(from: 32, through: 1, by: -1) {
      result = (result + DoubleDouble(1)) * x / DoubleDouble(Double(n))
    }
    return result
  }

  static func exp(_ x: DoubleDouble) -> DoubleDouble {
    let n = (x.high / ln2.high).rounded()
    let power = expMinusOneSeries(x - DoubleDouble(n) * ln2) + DoubleDouble(1)
    // In two steps, as 2ⁿ alone may overflow.
    let (half, rest) = (Int(n) / 2, Int(n) - Int(n) / 2)
    func scaled(_ y: Double) -> Double {
      Double(sign: .plus, exponent: rest, significand: 1)
        * (Double(sign: .plus, exponent: half, significand: 1) * y)
    }
    return DoubleDouble(scaled(power.high), scaled(power.low))
  }

  static func sigmoid(_ x: Double) -> DoubleDouble {
    DoubleDouble(1) / (DoubleDouble(1) + exp(DoubleDouble(-x)))
  }

  static func tanh(_ x: Double) -> DoubleDouble {
    let twice = DoubleDouble(2 * x)
    let power = abs(x) < 0.35 ? expMinusOneSeries(twice) : exp(twice) - DoubleDouble(1)
    return power / (power + DoubleDouble(2))
  }

  /// Newton's step y + x·e⁻ʸ − 1 doubles the digits of a first guess.
  static func log(_ x: Double, guess: Double) -> DoubleDouble {
    var y = DoubleDouble(guess)
    for _ in 0..<2 { y = y + (DoubleDouble(x) * exp(-y) - DoubleDouble(1)) }
    return y
  }

  /// With π/2 in three parts, for |x| < 10⁵.
  static func sin(_ x: Double) -> DoubleDouble { turned(x, by: 0) }
  static func cos(_ x: Double) -> DoubleDouble { turned(x, by: 1) }

  private static func turned(_ x: Double, by quarters: Int) -> DoubleDouble {
    let n = (x * 0.6366197723675814).rounded()
    var r = DoubleDouble(x)
    for part in [0x1.921fb54442d18p0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110] {
      r = r - product(n, part)
    }
    let quadrant = (Int(n) + quarters) & 3
    let value = quadrant & 1 == 0 ? r * alternating(r, first: 1) : alternating(r, first: 0)
    return quadrant & 2 == 0 ? value : -value
  }

  /// 1 − r²/((k+1)(k+2)) + …: the cosine for k = 0, the sine over r for k = 1.
  private static func alternating(_ r: DoubleDouble, first k: Int) -> DoubleDouble {
    let square = r * r
    var result = DoubleDouble(1)
    for n in stride(from: 30 + k, through: 2 + k, by: -2) {
      result = DoubleDouble(1) - square * result / DoubleDouble(Double(n * (n - 1)))
    }
    return result
  }
}
