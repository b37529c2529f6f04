import Drawing

extension Facets {
  /// The least width of a panel, in units of the theme's text.
  private static let panelWidth = 13.0

  public func drawing(in theme: Theme, typesetter: any Typesetter) -> FigureDrawing {
    var canvas = Canvas(theme: theme, typesetter: typesetter)
    let metrics = theme.metrics
    let margin = metrics.margin
    let width = width ?? metrics.size.width
    let header = Header(title: title, subtitle: subtitle, width: width, on: &canvas)
    header.paint(on: &canvas)
    var place = Point(margin, header.bottom)
    let whole = whole
    let data = ChartData(whole.marks, xScale: whole.xAxis.scale)
    if charts.isEmpty { canvas.note(.noData) }
    if let legend = Legend(data, width: width - 2 * margin, on: &canvas) {
      legend.paint(at: place, data, on: &canvas)
      place.y += legend.height + metrics.gap
    }
    paintTitle(whole.yAxis.title, at: &place, width: width - 2 * margin, on: &canvas)
    place.y = paintPanels(data, below: place.y, width: width, on: &canvas)
    paintTitle(
      whole.xAxis.title, at: &place, width: width - 2 * margin, isCentred: true, on: &canvas)
    return canvas.drawing(size: Size(width: width, height: (place.y + margin).rounded(.up)))
  }

  private func paintTitle(
    _ markup: String?, at place: inout Point, width: Double, isCentred: Bool = false,
    on canvas: inout Canvas
  ) {
    guard let markup else { return }
    let block = canvas.text.block(markup, canvas.labelStyle, width: width, lines: 1)
    let x = isCentred ? place.x + width / 2 : place.x
    canvas.place(
      block, at: Point(x, place.y), isCentred ? .middle : .start, color: canvas.theme.ink)
    // On a phone a panel's own title is close to its top.
    place.y += block.height + (canvas.metrics.isNarrow ? canvas.metrics.gap * 0.75 : 0)
  }

  /// Rows of panels of one size; gives where the last one ends.
  private func paintPanels(
    _ data: ChartData, below top: Double, width: Double, on canvas: inout Canvas
  ) -> Double {
    let metrics = canvas.metrics
    let fitting = max(1, min(4, Int(width / (metrics.label * Self.panelWidth))))
    let wanted = metrics.isNarrow ? 1 : columns ?? fitting
    let across = max(1, min(wanted, charts.count))
    let rows = (charts.count + across - 1) / across
    let panelWidth = (width / Double(across)).rounded(.down)
    let usual = max(panelWidth * (metrics.isNarrow ? 0.6 : 0.85), metrics.label * 13)
    let panelHeight = height.map { ($0 - top) / Double(max(1, rows)) } ?? usual
    var y = top
    for row in 0..<rows {
      var lowest = y
      for (column, chart) in charts.dropFirst(row * across).prefix(across).enumerated() {
        let panel = with(chart) { panel in
          (panel.width, panel.height) = (panelWidth, panelHeight.rounded(.down))
          (panel.xAxis, panel.yAxis) = (whole.xAxis, whole.yAxis)
          (panel.xAxis.title, panel.yAxis.title) = (nil, nil)
        }
        let origin = Point(Double(column) * panelWidth, y.rounded())
        let size = canvas.nested(at: origin) { panel.paint(shared: data, on: &$0) }
        lowest = max(lowest, origin.y + size.height)
      }
      y = lowest
    }
    return y
  }
}

extension Canvas {
  /// Paints something of its own size with its top left corner at `origin`.
  mutating func nested(at origin: Point, _ paint: (inout Canvas) -> Size) -> Size {
    var inner = Canvas(theme: theme, typesetter: text.typesetter)
    let size = paint(&inner)
    items += inner.items.map { $0.moved(by: origin) }
    for problem in inner.problems { note(problem) }
    return size
  }
}

extension Scene.Item {
  fileprivate func moved(by offset: Point) -> Scene.Item {
    switch self {
    case .fill(let path, let color): .fill(path.moved(by: offset), color)
    case .stroke(let path, let stroke, let color):
      .stroke(path.moved(by: offset), stroke, color)
    case .text(let path, let color, let words):
      .text(path.moved(by: offset), color, words: words)
    case .clipped(let rect, let items):
      .clipped(
        Rect(
          x: rect.minX + offset.x, y: rect.minY + offset.y, width: rect.width,
          height: rect.height), items.map { $0.moved(by: offset) })
    }
  }
}
