/// A reference line across the whole plot.
public struct RuleMark: Hashable, Sendable, ChartContent {
  public enum Place: Hashable, Sendable {
    /// Across, at this height.
    case y(Double)
    /// Upright, at this place.
    case x(Double)
  }

  public var place: Place
  public var label: String?

  public init(y: Double, label: String? = nil) { (place, self.label) = (.y(y), label) }
  public init(x: Double, label: String? = nil) { (place, self.label) = (.x(x), label) }

  public var marks: [Mark] { [.rule(self)] }
}

/// A shaded rectangle in the data's own units; a side that is left out reaches the plot's edge.
public struct RectangleMark: Hashable, Sendable, ChartContent {
  public var xStart: Double?
  public var xEnd: Double?
  public var yStart: Double?
  public var yEnd: Double?
  public var label: String?

  public init(
    xStart: Double? = nil, xEnd: Double? = nil, yStart: Double? = nil, yEnd: Double? = nil,
    label: String? = nil
  ) {
    (self.xStart, self.xEnd, self.yStart, self.yEnd) = (xStart, xEnd, yStart, yEnd)
    self.label = label
  }

  public var marks: [Mark] { [.rectangle(self)] }
}

/// Words about a point, set beside it where they cover least, with a leader line.
public struct TextMark: Hashable, Sendable, ChartContent {
  public var x: Double
  public var y: Double
  public var text: String

  public init(x: Double, y: Double, _ text: String) {
    (self.x, self.y, self.text) = (x, y, text)
  }

  public var marks: [Mark] { [.text(self)] }
}
