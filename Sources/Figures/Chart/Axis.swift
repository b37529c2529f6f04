/// How numbers become places along an axis.
public enum AxisScale: String, Hashable, Sendable, CaseIterable {
  /// Equal differences are equally far apart.
  case linear
  /// Equal ratios are equally far apart; numbers that are not above zero cannot be shown.
  case log
  /// Logarithmic on both sides of zero, linear within a thousandth of the largest number.
  case symlog
  /// One place for each name or number that occurs, in order of appearance.
  case band
  /// As linear, with ticks at whole numbers only.
  case timeStep
}

/// What is written along an axis, and how it counts.
public struct Axis: Hashable, Sendable {
  public var title: String?
  /// Nil chooses band for names and linear for numbers.
  public var scale: AxisScale?
  /// Nil shows all data.
  public var range: Range?

  public struct Range: Hashable, Sendable {
    public var low: Double
    public var high: Double
  }

  public init(title: String? = nil, scale: AxisScale? = nil) {
    (self.title, self.scale) = (title, scale)
  }
}
