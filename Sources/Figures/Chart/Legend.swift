import Drawing

/// Names beside samples of their marks, in rows above the plot, where they cover no data.
struct Legend: Sendable {
  struct Entry: Sendable {
    var series: Int
    var line: TextLine
    /// The left end of the sample, from the legend's top left corner; its middle height.
    var place: Point
  }

  var entries: [Entry] = []
  var height = 0.0
  static func sampleWidth(_ metrics: Theme.Metrics) -> Double { metrics.label * 2 }

  /// Nil when no series has a name.
  init?(_ data: ChartData, width: Double, on canvas: inout Canvas) {
    let metrics = canvas.metrics
    let style = canvas.labelStyle
    let rowHeight = metrics.label * 1.5
    let sample = Self.sampleWidth(metrics) + metrics.gap * 0.75
    let column = Self.columnWidth(data, width: width, sample: sample, on: &canvas)
    var pen = Point(0, rowHeight / 2)
    for (index, series) in data.series.enumerated() {
      guard let label = series.label else { continue }
      let block = canvas.text.block(label, style, width: width - sample, lines: 1)
      guard let line = block.lines.first else { continue }
      if pen.x > 0, pen.x + sample + line.width > width {
        pen = Point(0, pen.y + rowHeight)
      }
      entries.append(Entry(series: index, line: line, place: pen))
      pen.x += column ?? sample + line.width + metrics.gap * 2.5
    }
    if entries.isEmpty { return nil }
    height = pen.y + rowHeight / 2
  }

  /// The width of equal columns when the names need several rows; nil when they fit into one.
  private static func columnWidth(
    _ data: ChartData, width: Double, sample: Double, on canvas: inout Canvas
  ) -> Double? {
    let style = canvas.labelStyle
    let gap = canvas.metrics.gap * 2.5
    let widths = data.series.compactMap(\.label).map { label in
      sample + canvas.text.line(label, style).width + gap
    }
    return widths.reduce(-gap, +) <= width ? nil : min(width, widths.max() ?? width)
  }

  func paint(at origin: Point, _ data: ChartData, on canvas: inout Canvas) {
    let metrics = canvas.metrics
    for entry in entries {
      let series = data.series[entry.series]
      let style = data.style(of: entry.series, in: canvas.theme)
      let place = origin + entry.place
      sample(of: series.kinds, style, at: place, on: &canvas)
      let text = Point(place.x + Self.sampleWidth(metrics) + metrics.gap * 0.75, place.y)
      canvas.place(entry.line, at: text, .start, .middle, color: canvas.theme.ink)
    }
  }

  private func sample(
    of kinds: [ChartData.Layer.Kind], _ style: Theme.SeriesStyle, at place: Point,
    on canvas: inout Canvas
  ) {
    let metrics = canvas.metrics
    let width = Self.sampleWidth(metrics)
    let box = Rect(
      x: place.x, y: place.y - metrics.label * 0.4, width: width, height: metrics.label * 0.8)
    if kinds.contains(.bar) { canvas.fill(.rectangle(box), style.color) }
    if kinds.contains(.area) || kinds.contains(.band) {
      canvas.fill(.rectangle(box), style.color.with(alpha: surfaceAlpha))
    }
    if kinds.contains(.line) || kinds.contains(.area) {
      let line = Path.polyline([place, Point(place.x + width, place.y)])
      canvas.stroke(line, style.color, metrics.stroke(style))
    }
    if kinds.contains(.point) {
      let center = Point(place.x + width / 2, place.y)
      canvas.fill(style.marker.path(at: center, radius: metrics.marker), style.color)
    }
  }
}

/// How much areas and bands cover: what is below stays readable, the hue is still seen.
let surfaceAlpha: UInt8 = 56
