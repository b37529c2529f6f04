import Drawing

/// What is being drawn: items in order, the room they take, and what went wrong.
struct Canvas: Sendable {
  let theme: Theme
  var text: TextSetting
  var items: [Scene.Item] = []
  /// Where words stand, so that others keep away.
  private(set) var taken: [Rect] = []
  private var ownProblems: [FigureProblem] = []

  init(theme: Theme, typesetter: any Typesetter) {
    self.theme = theme
    text = TextSetting(typesetter: typesetter)
  }

  var metrics: Theme.Metrics { theme.metrics }
  var problems: [FigureProblem] { ownProblems + text.problems }

  mutating func note(_ problem: FigureProblem) {
    if !ownProblems.contains(problem) { ownProblems.append(problem) }
  }

  func drawing(size: Size) -> FigureDrawing {
    FigureDrawing(
      scene: Scene(size: size, background: theme.background, items: items), problems: problems)
  }

  // MARK: - Styles

  var titleStyle: TextStyle { TextStyle(size: metrics.title, weight: .semibold) }
  var subtitleStyle: TextStyle { TextStyle(size: metrics.subtitle) }
  var labelStyle: TextStyle { TextStyle(size: metrics.label) }
  var strongStyle: TextStyle { TextStyle(size: metrics.label, weight: .semibold) }
  var tickStyle: TextStyle { TextStyle(size: metrics.tick) }

  // MARK: - Painting

  mutating func fill(_ path: Path, _ color: Color) { items.append(.fill(path, color)) }

  mutating func stroke(_ path: Path, _ color: Color, _ stroke: Stroke) {
    if !path.elements.isEmpty { items.append(.stroke(path, stroke, color)) }
  }

  mutating func line(from start: Point, to end: Point, _ color: Color, width: Double? = nil) {
    stroke(.polyline([start, end]), color, Stroke(width: width ?? metrics.hairline))
  }

  /// Sets a line at a point and keeps its room; a halo parts it from what is below.
  mutating func place(
    _ line: TextLine, at point: Point, _ anchor: TextLine.Anchor = .start,
    _ level: TextLine.Level = .baseline, color: Color, hasHalo: Bool = false
  ) {
    // Whole half points are whole pixels at 2x: letters of one line look alike.
    let exact = line.origin(at: point, anchor, level)
    let origin = Point((exact.x * 4).rounded() / 4, (exact.y * 2).rounded() / 2)
    let path = line.outlines.moved(by: origin)
    if hasHalo {
      stroke(path, theme.background, Stroke(width: metrics.lineWidth * 2, join: .round))
    }
    items.append(.text(path, color, words: line.words))
    taken.append(line.box(at: origin))
  }

  /// Sets a block with the top of its capitals at the point.
  mutating func place(
    _ block: TextBlock, at point: Point, _ anchor: TextLine.Anchor = .start, color: Color
  ) {
    var y = point.y + (block.lines.first?.ascent ?? 0)
    for line in block.lines {
      place(line, at: Point(point.x, y), anchor, color: color)
      y += block.lineHeight
    }
  }
}

extension Theme.Metrics {
  /// Dashes are given for a line of two points and grow with it.
  func stroke(_ style: Theme.SeriesStyle, width: Double? = nil) -> Stroke {
    let width = width ?? lineWidth
    return Stroke(
      width: width, cap: style.dash.isEmpty ? .round : .butt, join: .round,
      dash: style.dash.map { $0 * width / 2 })
  }
}

extension Theme.Marker {
  /// The marker's outline around a point; all have about the same ink.
  func path(at center: Point, radius: Double) -> Path {
    let x = center.x
    let y = center.y
    switch self {
    case .circle: return .circle(center: center, radius: radius)
    case .square:
      let half = radius * 0.89
      return .rectangle(Rect(x: x - half, y: y - half, width: 2 * half, height: 2 * half))
    case .triangle:
      return .polygon([
        Point(x, y - radius * 1.3), Point(x + radius * 1.15, y + radius * 0.7),
        Point(x - radius * 1.15, y + radius * 0.7),
      ])
    case .downTriangle:
      return .polygon([
        Point(x, y + radius * 1.3), Point(x - radius * 1.15, y - radius * 0.7),
        Point(x + radius * 1.15, y - radius * 0.7),
      ])
    case .diamond:
      let reach = radius * 1.3
      return .polygon([
        Point(x, y - reach), Point(x + reach, y), Point(x, y + reach), Point(x - reach, y),
      ])
    case .cross:
      let long = radius * 1.15
      let thin = radius * 0.42
      return .polygon([
        Point(x - thin, y - long), Point(x + thin, y - long), Point(x + thin, y - thin),
        Point(x + long, y - thin), Point(x + long, y + thin), Point(x + thin, y + thin),
        Point(x + thin, y + long), Point(x - thin, y + long), Point(x - thin, y + thin),
        Point(x - long, y + thin), Point(x - long, y - thin), Point(x - thin, y - thin),
      ])
    }
  }
}
