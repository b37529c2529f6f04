import Drawing

/// What diagrams are drawn with: boxes, operators, and arrows with rounded corners.
extension Canvas {
  /// The unit of a diagram's layout: one point on a page, more on a slide.
  var unit: Double { metrics.gap / 8 }

  /// The tint of a series colour that text in ink can stand on.
  func tint(_ series: Int) -> Color {
    theme.background.mixed(with: theme.series[series].color, 0.16)
  }

  /// A rounded box with a word in it, and a smaller one below.
  mutating func box(
    _ rect: Rect, _ label: String, _ detail: String? = nil, fill: Color? = nil, edge: Color? = nil
  ) {
    let path = Path.roundedRectangle(rect, radius: unit * 7)
    self.fill(path, fill ?? theme.surface)
    stroke(path, edge ?? theme.surfaceEdge, Stroke(width: metrics.hairline * 1.25))
    let strong = strongStyle
    let main = text.line(label, strong)
    let center = Point(rect.midX, rect.midY)
    guard let detail else {
      return place(main, at: center, .middle, .middle, color: theme.ink)
    }
    let small = tickStyle
    let note = text.line(detail, small)
    place(main, at: center + Point(0, -unit * 2), .middle, color: theme.ink)
    place(note, at: center + Point(0, unit * 13), .middle, color: theme.secondary)
  }

  /// A circle with a symbol of the theory in it.
  mutating func circle(_ center: Point, radius: Double, _ label: String, fill: Color) {
    let path = Path.circle(center: center, radius: radius)
    self.fill(path, fill)
    stroke(path, theme.surfaceEdge, Stroke(width: metrics.hairline * 1.25))
    let style = labelStyle
    place(text.line(label, style), at: center, .middle, .middle, color: theme.ink)
  }

  /// A product, a sum: drawn, not lettered, so that the symbols sit in the middle.
  mutating func operation(_ center: Point, _ symbol: Operation) {
    let radius = unit * Operation.radius
    let path = Path.circle(center: center, radius: radius)
    fill(path, theme.background)
    stroke(path, theme.ink, Stroke(width: metrics.hairline * 1.5))
    switch symbol {
    case .product: fill(.circle(center: center, radius: unit * 2.5), theme.ink)
    case .sum:
      let reach = radius * 0.62
      line(
        from: center - Point(reach, 0), to: center + Point(reach, 0), theme.ink,
        width: metrics.hairline * 1.5)
      line(
        from: center - Point(0, reach), to: center + Point(0, reach), theme.ink,
        width: metrics.hairline * 1.5)
    }
  }

  enum Operation: Hashable, Sendable {
    case product, sum
    /// In layout units.
    static let radius = 10.0
  }

  /// How an arrow looks.
  struct ArrowStyle: Hashable, Sendable {
    var color: Color
    var width: Double
    var hasHead = true
    /// Parted from the lines that it crosses.
    var bridge: Color?
  }

  var plainArrow: ArrowStyle {
    ArrowStyle(color: theme.secondary, width: metrics.lineWidth * 0.75)
  }

  /// A line along the corners, rounded, with a head at its end.
  mutating func arrow(_ corners: [Point], _ style: ArrowStyle) {
    guard corners.count > 1 else { return }
    let headLength = style.width * 1.5 + unit * 5
    let end = corners[corners.count - 1]
    let before = corners[corners.count - 2]
    let direction = (end - before).unitVector
    var route = corners
    if style.hasHead {
      route[route.count - 1] = end - direction.scaled(by: headLength * 0.8)
    }
    let path = Path.rounded(route, radius: unit * 9)
    if let bridge = style.bridge {
      stroke(path, bridge, Stroke(width: style.width + unit * 6))
    }
    stroke(path, style.color, Stroke(width: style.width))
    guard style.hasHead else { return }
    let side = Point(-direction.y, direction.x).scaled(by: style.width * 0.8 + unit * 2.6)
    let base = end - direction.scaled(by: headLength)
    fill(.polygon([end, base + side, base - side]), style.color)
  }

  mutating func arrow(_ corners: Point...) { arrow(corners, plainArrow) }

  /// Where lines meet, as opposed to cross.
  mutating func joint(_ point: Point, _ color: Color? = nil) {
    fill(.circle(center: point, radius: unit * 3), color ?? theme.secondary)
  }

  /// Three dots for what is left out.
  mutating func ellipsis(at center: Point) {
    for offset in [-9.0, 0, 9] {
      let dot = center + Point(offset * unit, 0)
      fill(.circle(center: dot, radius: unit * 2.2), theme.secondary)
    }
  }

  mutating func label(
    _ markup: String, at point: Point, _ anchor: TextLine.Anchor = .middle,
    _ level: TextLine.Level = .middle, isQuiet: Bool = false
  ) {
    let style = isQuiet ? tickStyle : labelStyle
    let line = text.line(markup, style)
    place(line, at: point, anchor, level, color: isQuiet ? theme.secondary : theme.ink)
  }
}

extension Point {
  func scaled(by factor: Double) -> Point { Point(x * factor, y * factor) }

  /// The direction; nothing for the origin.
  var unitVector: Point {
    let length = (x * x + y * y).squareRoot()
    return length == 0 ? Point(0, 0) : scaled(by: 1 / length)
  }
}

extension Path {
  /// A line along `corners` whose inner corners are rounded by quadratic curves.
  static func rounded(_ corners: [Point], radius: Double) -> Path {
    var path = Path()
    guard let first = corners.first, let last = corners.last else { return path }
    path.move(to: first)
    for index in corners.indices.dropFirst().dropLast() {
      let corner = corners[index]
      let into = corner - corners[index - 1]
      let out = corners[index + 1] - corner
      let reach = min(radius, into.length / 2, out.length / 2)
      path.line(to: corner - into.unitVector.scaled(by: reach))
      path.quadratic(corner, to: corner + out.unitVector.scaled(by: reach))
    }
    path.line(to: last)
    return path
  }
}

extension Point {
  fileprivate var length: Double { (x * x + y * y).squareRoot() }
}
