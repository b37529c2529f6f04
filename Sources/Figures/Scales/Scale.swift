/// Where a number stands between the two ends of an axis, and the ticks along it.
package struct Scale: Hashable, Sendable {
  package enum Transform: Hashable, Sendable {
    case identity
    case logarithm
    /// sign(x) · log₁₀(1 + |x| / threshold).
    case symmetricLogarithm(threshold: Double)
  }

  package struct Tick: Hashable, Sendable {
    package var value: Double
    /// In text markup; nil for a minor tick.
    package var label: String?
  }

  package let transform: Transform
  package let ticks: [Tick]
  /// What the labels leave out, such as `×10^{-5}`, for the axis title.
  package let factor: String?
  private let low: Double
  private let high: Double

  /// An axis whose ends are the numbers `low` and `high`.
  package init(
    _ transform: Transform, from low: Double, to high: Double, ticks: [Tick], factor: String? = nil
  ) {
    self.transform = transform
    self.ticks = ticks
    self.factor = factor
    self.low = Self.apply(transform, low) ?? 0
    self.high = Self.apply(transform, high) ?? 1
  }

  /// 0 at the low end and 1 at the high end; nil for what this axis has no place for.
  package func position(_ value: Double) -> Double? {
    guard let place = Self.apply(transform, value) else { return nil }
    // Halves first, so that ends of opposite sign and huge size do not overflow.
    return (place / 2 - low / 2) / (high / 2 - low / 2)
  }

  private static func apply(_ transform: Transform, _ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch transform {
    case .identity: return value
    case .logarithm: return value > 0 ? Decimal.logarithm(value) : nil
    case .symmetricLogarithm(let threshold):
      let size = Decimal.logarithm(1 + min(abs(value) / threshold, 1e300))
      return value < 0 ? -size : size
    }
  }
}
