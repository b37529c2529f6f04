/// One thing that a chart draws: the closed list of marks.
public enum Mark: Hashable, Sendable {
  case line(LineMark)
  case point(PointMark)
  case bar(BarMark)
  case area(AreaMark)
  case band(BandMark)
  case rule(RuleMark)
  case rectangle(RectangleMark)
  case text(TextMark)
}

/// What may stand between a chart's braces.
public protocol ChartContent: Sendable {
  var marks: [Mark] { get }
}

/// Where along an axis values stand: at numbers, or at names in their order of appearance.
public enum Positions: Hashable, Sendable {
  case numbers([Double])
  case names([String])

  public var count: Int {
    switch self {
    case .numbers(let numbers): numbers.count
    case .names(let names): names.count
    }
  }

  /// 0, 1, 2, … for values that come without positions.
  static func indices(count: Int) -> Positions { .numbers((0..<count).map(Double.init)) }
}

/// A colour of the theme's palette, with the dash and marker that go with it.
public enum SeriesColor: Int, Hashable, Sendable, CaseIterable {
  case blue, orange, red, violet, ink, teal
}
