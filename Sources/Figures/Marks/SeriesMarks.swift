/// A line through points in the order given; a value that is not finite leaves a gap.
public struct LineMark: Hashable, Sendable, ChartContent {
  public var x: Positions
  public var y: [Double]
  /// The series' name; marks with the same name share colour, dash and marker.
  public var label: String?
  public var color: SeriesColor?

  /// Values over 0, 1, 2, ….
  public init(_ y: [Double], label: String? = nil) {
    self.init(x: .indices(count: y.count), y: y, label: label)
  }
  public init(x: [Double], y: [Double], label: String? = nil) {
    self.init(x: .numbers(x), y: y, label: label)
  }
  public init(x: [String], y: [Double], label: String? = nil) {
    self.init(x: .names(x), y: y, label: label)
  }
  public init(x: Positions, y: [Double], label: String? = nil) {
    (self.x, self.y, self.label) = (x, y, label)
  }

  public func color(_ color: SeriesColor) -> LineMark { with(self) { $0.color = color } }
  public var marks: [Mark] { [.line(self)] }
}

/// A marker at each point.
public struct PointMark: Hashable, Sendable, ChartContent {
  public var x: Positions
  public var y: [Double]
  public var label: String?
  public var color: SeriesColor?

  /// Values over 0, 1, 2, ….
  public init(_ y: [Double], label: String? = nil) {
    self.init(x: .indices(count: y.count), y: y, label: label)
  }
  public init(x: [Double], y: [Double], label: String? = nil) {
    self.init(x: .numbers(x), y: y, label: label)
  }
  public init(x: [String], y: [Double], label: String? = nil) {
    self.init(x: .names(x), y: y, label: label)
  }
  /// A single point.
  public init(x: Double, y: Double, label: String? = nil) {
    self.init(x: .numbers([x]), y: [y], label: label)
  }
  public init(x: Positions, y: [Double], label: String? = nil) {
    (self.x, self.y, self.label) = (x, y, label)
  }

  public func color(_ color: SeriesColor) -> PointMark { with(self) { $0.color = color } }
  public var marks: [Mark] { [.point(self)] }
}

/// A bar from zero to each value; several bar marks stand side by side, or on each other.
public struct BarMark: Hashable, Sendable, ChartContent {
  public var x: Positions
  public var y: [Double]
  public var label: String?
  public var color: SeriesColor?
  /// Whether the bars stand on those of the stacked marks before it.
  public var isStacked = false

  /// Values over 0, 1, 2, ….
  public init(_ y: [Double], label: String? = nil) {
    self.init(x: .indices(count: y.count), y: y, label: label)
  }
  public init(x: [Double], y: [Double], label: String? = nil) {
    self.init(x: .numbers(x), y: y, label: label)
  }
  public init(x: [String], y: [Double], label: String? = nil) {
    self.init(x: .names(x), y: y, label: label)
  }
  /// A single bar.
  public init(x: String, y: Double, label: String? = nil) {
    self.init(x: .names([x]), y: [y], label: label)
  }
  public init(x: Positions, y: [Double], label: String? = nil) {
    (self.x, self.y, self.label) = (x, y, label)
  }

  public func color(_ color: SeriesColor) -> BarMark { with(self) { $0.color = color } }
  /// The same bars on those of the stacked marks before it, so that their ends show sums; values
  /// below zero hang below it.
  public func stacked() -> BarMark { with(self) { $0.isStacked = true } }
  public var marks: [Mark] { [.bar(self)] }
}

/// The surface between a line and zero.
public struct AreaMark: Hashable, Sendable, ChartContent {
  public var x: Positions
  public var y: [Double]
  public var label: String?
  public var color: SeriesColor?

  /// Values over 0, 1, 2, ….
  public init(_ y: [Double], label: String? = nil) {
    self.init(x: .indices(count: y.count), y: y, label: label)
  }
  public init(x: [Double], y: [Double], label: String? = nil) {
    self.init(x: .numbers(x), y: y, label: label)
  }
  public init(x: Positions, y: [Double], label: String? = nil) {
    (self.x, self.y, self.label) = (x, y, label)
  }

  public func color(_ color: SeriesColor) -> AreaMark { with(self) { $0.color = color } }
  public var marks: [Mark] { [.area(self)] }
}

/// The surface between two lines, as for a spread around a mean.
public struct BandMark: Hashable, Sendable, ChartContent {
  public var x: Positions
  public var lower: [Double]
  public var upper: [Double]
  public var label: String?
  public var color: SeriesColor?

  /// Bounds over 0, 1, 2, ….
  public init(lower: [Double], upper: [Double], label: String? = nil) {
    self.init(x: .indices(count: lower.count), lower: lower, upper: upper, label: label)
  }
  public init(x: [Double], lower: [Double], upper: [Double], label: String? = nil) {
    self.init(x: .numbers(x), lower: lower, upper: upper, label: label)
  }
  public init(x: Positions, lower: [Double], upper: [Double], label: String? = nil) {
    (self.x, self.lower, self.upper, self.label) = (x, lower, upper, label)
  }

  public func color(_ color: SeriesColor) -> BandMark { with(self) { $0.color = color } }
  public var marks: [Mark] { [.band(self)] }
}

/// A changed copy of a value.
func with<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
  var copy = value
  change(&copy)
  return copy
}
