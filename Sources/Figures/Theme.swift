import Drawing

/// How figures look: colours, and sizes in points. Taste lives here and nowhere else.
public struct Theme: Hashable, Sendable {
  /// What the figure is made for.
  public enum Medium: String, Hashable, Sendable, CaseIterable {
    /// A column of a web page, 640 points wide.
    case page
    /// A projector: larger text and thicker lines.
    case slide
    /// A column of a printed page, 460 points wide.
    case print
    /// A phone held upright, 328 points wide: letters as large as on a page, one thing below the
    /// other, fewer ticks and time-steps.
    case phone
  }

  public var background: Color
  /// Titles and labels.
  public var ink: Color
  /// Tick labels, subtitles and notes.
  public var secondary: Color
  /// Axis lines and ticks.
  public var axis: Color
  public var grid: Color
  /// The inside of a diagram's nodes, and their edge.
  public var surface: Color
  public var surfaceEdge: Color
  /// The inside of shaded regions.
  public var shade: Color
  public var series: [SeriesStyle]
  /// From little to much; much is what stands out from the background.
  public var sequential: ColorMap
  /// From below a middle to above it; the middle is close to the background.
  public var diverging: ColorMap
  public var metrics: Metrics

  /// How one series looks: each differs by colour, dash and marker.
  public struct SeriesStyle: Hashable, Sendable {
    /// At least 3:1 to the background: for lines and surfaces.
    public var color: Color
    /// The same hue at 4.5:1 or more: for words.
    public var text: Color
    /// Ink and gap in turn, in widths of a two-point line.
    public var dash: [Double]
    public var marker: Marker
  }

  public enum Marker: Hashable, Sendable, CaseIterable {
    case circle, square, triangle, diamond, downTriangle, cross
  }

  /// Sizes, in points.
  public struct Metrics: Hashable, Sendable {
    public var size: Size
    public var title: Double
    public var subtitle: Double
    public var label: Double
    public var tick: Double
    public var lineWidth: Double
    public var hairline: Double
    public var marker: Double
    /// The unit of white space.
    public var gap: Double
    /// Between the figure's edges and its words, in units of white space.
    public var marginShare = 1.5
    /// Whether things stand below each other that stand side by side on a page.
    public var isNarrow = false

    static let page = Metrics(
      size: Size(width: 640, height: 360), title: 17, subtitle: 14, label: 14, tick: 12.5,
      lineWidth: 2, hairline: 1, marker: 4, gap: 8)

    // The column of a page on a screen of 360 points, the most common one. The page around it has
    // its own margin; on 320 points a tick's label is still 11 pixels high.
    static let phone = with(page) { metrics in
      metrics.size = Size(width: 328, height: 270)
      (metrics.marginShare, metrics.isNarrow) = (0.5, true)
    }

    /// Between the figure's edges and its words.
    var margin: Double { gap * marginShare }

    func scaled(by factor: Double, size: Size) -> Metrics {
      with(self) { metrics in
        metrics.size = size
        for length in [
          \Metrics.title, \.subtitle, \.label, \.tick, \.lineWidth, \.hairline, \.marker, \.gap,
        ] { metrics[keyPath: length] *= factor }
      }
    }
  }

  /// The same colours at the sizes of another medium.
  public func sized(for medium: Medium) -> Theme {
    with(self) { theme in
      theme.metrics =
        switch medium {
        case .page: .page
        case .slide: Metrics.page.scaled(by: 1.5, size: Size(width: 960, height: 540))
        case .print: Metrics.page.scaled(by: 0.72, size: Size(width: 460, height: 260))
        case .phone: .phone
        }
    }
  }
}
