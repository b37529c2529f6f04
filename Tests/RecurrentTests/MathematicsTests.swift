import Foundation
import Recurrent
import Testing

@Suite("the functions of the core")
struct MathematicsTests {
  /// How many representable numbers lie between two numbers of one sign.
  private func ulps(_ ours: Double, _ theirs: Double) -> UInt64 {
    if ours == theirs || (ours.isNaN && theirs.isNaN) { return 0 }
    guard ours.sign == theirs.sign, ours.isFinite, theirs.isFinite else { return .max }
    return ours.bitPattern > theirs.bitPattern
      ? ours.bitPattern - theirs.bitPattern : theirs.bitPattern - ours.bitPattern
  }

  /// The worst distance over evenly spaced arguments; the system's own functions err by up to one.
  private func worst(
    from low: Double, to high: Double, _ ours: (Double) -> Double, _ theirs: (Double) -> Double
  ) -> UInt64 {
    (0...100_000).map { index in
      let x = low + (high - low) * Double(index) / 100_000
      return ulps(ours(x), theirs(x))
    }.max() ?? 0
  }

  @Test("exp, log, tanh and sigmoid are right to two units in the last place and the system's one")
  func exponentials() {
    #expect(worst(from: -700, to: 709, Recurrent.exp, Foundation.exp) <= 3)
    #expect(worst(from: -1, to: 1, Recurrent.exp, Foundation.exp) <= 3)
    #expect(worst(from: 1e-9, to: 10, Recurrent.log, Foundation.log) <= 3)
    #expect(worst(from: 1e-9, to: 1e9, Recurrent.log, Foundation.log) <= 3)
    #expect(worst(from: -22, to: 22, Recurrent.tanh, Foundation.tanh) <= 3)
    #expect(worst(from: -1, to: 1, Recurrent.tanh, Foundation.tanh) <= 3)
    #expect(worst(from: -30, to: 30, Recurrent.sigmoid) { 1 / (1 + Foundation.exp(-$0)) } <= 3)
  }

  @Test("sine and cosine are right far from zero and at the multiples of π")
  func trigonometry() {
    #expect(worst(from: -10, to: 10, Recurrent.sin, Foundation.sin) <= 3)
    #expect(worst(from: -10, to: 10, Recurrent.cos, Foundation.cos) <= 3)
    #expect(worst(from: -99_999, to: 99_999, Recurrent.sin, Foundation.sin) <= 3)
    for multiple in [1, 2, 3, 100, 12_345] {
      let x = Double(multiple) * Double.pi
      #expect(ulps(Recurrent.sin(x), Foundation.sin(x)) <= 3)
    }
  }

  @Test("the ends of the number line are kept")
  func ends() {
    #expect(Recurrent.exp(-Double.infinity) == 0)
    #expect(Recurrent.exp(Double.infinity) == .infinity)
    #expect(Recurrent.exp(-744.4) == Double.leastNonzeroMagnitude)
    #expect(Recurrent.exp(0.0) == 1)
    #expect(Recurrent.log(1.0) == 0)
    #expect(Recurrent.log(0.0) == -Double.infinity)
    #expect(Recurrent.log(-1.0).isNaN)
    #expect(Recurrent.tanh(1000.0) == 1)
    #expect(Recurrent.tanh(-1000.0) == -1)
    #expect(Recurrent.sigmoid(-800.0) == 0)
    #expect(Recurrent.sigmoid(0.0) == 0.5)
    #expect(Recurrent.sin(Double.infinity).isNaN)
    #expect(Recurrent.exp(Double.nan).isNaN)
  }

  @Test("a seed gives the same numbers for ever")
  func generator() {
    // The first three numbers of SplitMix64 from 1234567, as its authors' reference code gives.
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  @Test("Gaussian numbers have mean 0 and variance 1")
  func gaussian() {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<100_000).map { _ in generator.gaussian() }
    let mean = values.reduce(0, +) / 100_000
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 100_000
    // Three standard errors: 3/√10⁵ of the mean, 3·√(2/10⁵) of the variance.
    #expect(abs(mean) < 0.0095)
    #expect(abs(variance - 1) < 0.0135)
  }

  @Test("the spectral radius sees complex pairs, and the singular value what the radius misses")
  func radius() {
    let rotation = Matrix([[0, -0.9], [0.9, 0]])
    #expect(abs(rotation.spectralRadius - 0.9) < 1e-12)
    #expect(abs(rotation.largestSingularValue - 0.9) < 1e-12)
    // Both eigenvalues are zero, and yet the matrix stretches by 16.
    let trap = Matrix([[8, 8], [-8, -8]])
    #expect(trap.spectralRadius < 1e-6)
    #expect(abs(trap.largestSingularValue - 16) < 1e-11)
    let triangle = Matrix([[0.5, 3], [0, -1.25]])
    #expect(abs(triangle.spectralRadius - 1.25) < 1e-12)
  }
}
