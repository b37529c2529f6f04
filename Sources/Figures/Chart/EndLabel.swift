import Drawing

/// A series' name at the right end of its line, moved up or down where two would touch.
struct EndLabel: Sendable {
  var series: Int
  var line: TextLine
  /// Where the line ends.
  var end: Point
  /// The middle of the name.
  var place: Point

  /// From the plot to the name: room for a leader.
  private static func reach(_ metrics: Theme.Metrics) -> Double { metrics.gap * 1.75 }

  /// The names as set lines, or nil when a legend serves better: when something without an end at
  /// the right edge has a name, or a name is wider than a third of the figure (on
  /// a phone, a quarter).
  static func lines(
    for data: ChartData, on canvas: inout Canvas, width: Double
  ) -> [(series: Int, line: TextLine)]? {
    let labelled = data.series.indices.filter { data.series[$0].label != nil }
    guard !labelled.isEmpty, labelled.count <= 10 else { return nil }
    let right = data.layers.flatMap(\.x).filter(\.isFinite).max() ?? 0
    let left = data.layers.flatMap(\.x).filter(\.isFinite).min() ?? 0
    for series in labelled {
      guard let end = data.end(of: series) else { return nil }
      guard end.x >= right - (right - left) * 0.03 else { return nil }
    }
    let style = canvas.strongStyle
    let most = canvas.metrics.isNarrow ? 4.0 : 3
    let lines = labelled.map { ($0, canvas.text.line(data.series[$0].label ?? "", style)) }
    return lines.contains { $0.1.width > width / most } ? nil : lines
  }

  static func room(
    for lines: [(series: Int, line: TextLine)], _ metrics: Theme.Metrics
  ) -> Double {
    (lines.map(\.line.width).max() ?? 0) + reach(metrics)
  }

  /// The names as close to their lines' ends as they go without touching.
  static func placed(
    _ lines: [(series: Int, line: TextLine)], _ data: ChartData, _ plot: Plot,
    _ metrics: Theme.Metrics
  ) -> [EndLabel] {
    var labels = lines.compactMap { series, line -> EndLabel? in
      guard let end = data.end(of: series), let point = plot.point(end.x, end.y) else { return nil }
      let y = min(plot.area.maxY, max(plot.area.minY, point.y))
      let place = Point(plot.area.maxX + reach(metrics), y)
      return EndLabel(series: series, line: line, end: Point(point.x, y), place: place)
    }
    labels.sort { ($0.place.y, $0.series) < ($1.place.y, $1.series) }
    let height = metrics.label * 1.3
    let places = spread(labels.map(\.place.y), by: height)
    for (index, y) in places.enumerated() { labels[index].place.y = y }
    return labels
  }

  /// Sorted places moved as little as possible (in squares) until neighbours are `distance` apart:
  /// places closer than that are merged into groups around their mean (pool adjacent violators).
  static func spread(_ places: [Double], by distance: Double) -> [Double] {
    var groups: [(sum: Double, count: Int)] = []
    for (index, place) in places.enumerated() {
      groups.append((place - Double(index) * distance, 1))
      while groups.count > 1 {
        let last = groups[groups.count - 1]
        let before = groups[groups.count - 2]
        let isOrdered = before.sum / Double(before.count) <= last.sum / Double(last.count)
        if isOrdered { break }
        groups.removeLast()
        groups[groups.count - 1] = (before.sum + last.sum, before.count + last.count)
      }
    }
    let means = groups.flatMap { group in
      repeatElement(group.sum / Double(group.count), count: group.count)
    }
    return means.enumerated().map { $0.element + Double($0.offset) * distance }
  }
}

extension ChartData {
  /// The last finite point of a series' line.
  func end(of series: Int) -> (x: Double, y: Double)? {
    let line = layers.last { $0.series == series && $0.kind == .line }
    guard let line else { return nil }
    let index = line.x.indices.last { line.x[$0].isFinite && line.y[$0].isFinite }
    return index.map { (line.x[$0], line.y[$0]) }
  }
}
