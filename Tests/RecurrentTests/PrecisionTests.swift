import Recurrent
import Testing

/// The core's functions against some 30 digits: distances in units in the last place (ulp) of what
/// is right. Correct rounding would be 0.5.
@Suite("how precise the core's functions are")
struct PrecisionTests {
  /// The worst distance over evenly spaced arguments.
  private func worst(
    _ low: Double, _ high: Double, _ ours: (Double) -> Double,
    _ exact: (Double) -> DoubleDouble
  ) -> Double {
    let count = 40_000
    var worst = 0.0
    for index in 0...count {
      let x = low + (high - low) * Double(index) / Double(count)
      worst = max(worst, exact(x).distance(to: ours(x)))
    }
    return worst
  }

  /// The worst distance over magnitudes from 2ᵃ to 2ᵇ, both signs.
  private func worst(
    powers: ClosedRange<Int>, _ ours: (Double) -> Double, _ exact: (Double) -> DoubleDouble
  ) -> Double {
    var worst = 0.0
    for exponent in powers {
      for part in 0..<64 {
        let m = 1 + Double(part) / 64 + Double(exponent & 15) * 0x1p-11
        let x = Double(sign: .plus, exponent: exponent, significand: m)
        for x in [x, -x] { worst = max(worst, exact(x).distance(to: ours(x))) }
      }
    }
    return worst
  }

  @Test("exp errs by one unit in the last place at most, and log by one and a half")
  func exponential() {
    for (low, high) in [(-708.0, 709.0), (-40, 40), (-1, 1)] {
      #expect(worst(low, high, exp) { .exp(DoubleDouble($0)) } <= 1.001)
    }
    for (low, high) in [(0.5, 2.0), (0.99, 1.01), (1, 1.5), (2, 1e6), (1e-300, 1e-299)] {
      #expect(worst(low, high, log) { .log($0, guess: log($0)) } <= 1.5)
    }
  }

  @Test("sigmoid and tanh err by two and a half units at most")
  func gates() {
    for (low, high) in [(-700.0, 700.0), (-40, -1), (-2, 2)] {
      #expect(worst(low, high, sigmoid, DoubleDouble.sigmoid) <= 2.5)
    }
    for (low, high) in [(-20.0, 20.0), (-1, 1), (0.1, 0.6)] {
      #expect(worst(low, high, tanh, DoubleDouble.tanh) <= 2.5)
    }
    #expect(worst(powers: -60...4, tanh, DoubleDouble.tanh) <= 2.5)
  }

  @Test("sine and cosine err by one and a half units near zero, by two and a half below 10⁵")
  func waves() {
    #expect(worst(-10, 10, sin, DoubleDouble.sin) <= 1.5)
    #expect(worst(-10, 10, cos, DoubleDouble.cos) <= 1.5)
    #expect(worst(-99_999, 99_999, sin, DoubleDouble.sin) <= 2.5)
    #expect(worst(-99_999, 99_999, cos, DoubleDouble.cos) <= 2.5)
    #expect(worst(powers: -60...15, sin, DoubleDouble.sin) <= 2.5)
    for multiple in 1...100 {
      let x = Double(multiple) * Double.pi
      #expect(DoubleDouble.sin(x).distance(to: sin(x)) <= 1.5)
    }
  }

  @Test("a Float that goes through Double and back is rounded as if it were exact")
  func float() {
    // Every 99,991st bit pattern: 0.5 is correct rounding, and Double's 2.5 units are 5·10⁻⁹ of a
    // Float's.
    for pattern in stride(from: UInt32(0), to: 0x7f80_0000, by: 99_991) {
      let positive = Float(bitPattern: pattern)
      for x in [Double(positive), -Double(positive)] {
        if abs(x) < 87 {
          #expect(DoubleDouble.exp(DoubleDouble(x)).distance(to: Float(exp(x))) < 0.501)
          #expect(DoubleDouble.sigmoid(x).distance(to: Float(sigmoid(x))) < 0.501)
        }
        if abs(x) > 1e-37, abs(x) < 20 {
          #expect(DoubleDouble.tanh(x).distance(to: Float(tanh(x))) < 0.501)
        }
        if abs(x) > 1e-37, abs(x) < 1e5 {
          #expect(DoubleDouble.sin(x).distance(to: Float(sin(x))) < 0.501)
        }
        if x > 1e-37 {
          #expect(DoubleDouble.log(x, guess: log(x)).distance(to: Float(log(x))) < 0.501)
        }
      }
    }
  }

  @Test("thirty digits are thirty digits")
  func reference() {
    // e, ln 10, tanh 1 and sin 2 to 33 digits, each as a Double and what is left of it.
    for (found, expected) in [
      (DoubleDouble.exp(DoubleDouble(1)), DoubleDouble(0x1.5bf0a8b145769p1, 0x1.4d57ee2b1013ap-53)),
      (
        .log(10, guess: log(10)), DoubleDouble(0x1.26bb1bbb55516p1, -0x1.f48ad494ea3e9p-53)
      ),
      (.tanh(1), DoubleDouble(0x1.85efab514f394p-1, 0x1.5618caf8a4f11p-55)),
      (.sin(2), DoubleDouble(0x1.d18f6ead1b446p-1, -0x1.02a3dbf3bffb2p-56)),
    ] {
      let difference = found - expected
      #expect(abs(difference.high) < 1e-30, "\(found)")
    }
  }
}
