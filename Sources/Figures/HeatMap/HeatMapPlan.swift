import Drawing

/// Where everything of a heat-map comes.
struct HeatMapPlan: Sendable {
  let size: Size
  let header: Header
  let area: Rect
  let cells: HeatMapCells
  let colors: ColorScale
  /// Labels with the number of their row or column.
  private(set) var rowLines: [(row: Int, line: TextLine)] = []
  private(set) var columnLines: [(column: Int, line: TextLine)] = []
  private let rowTitle: TextBlock
  private let columnTitle: TextBlock
  private let barTitle: TextBlock
  private let barLines: [(value: Double, line: TextLine)]
  private let footnote: TextBlock

  private static let barWidth = 14.0

  init(_ map: HeatMap, on canvas: inout Canvas) {
    let metrics = canvas.metrics
    let gap = metrics.gap
    let margin = metrics.margin
    let width = map.width ?? metrics.size.width
    header = Header(title: map.title, subtitle: map.subtitle, width: width, on: &canvas)
    let label = canvas.labelStyle
    let half = (width - 2 * margin) / 2
    rowTitle = canvas.text.block(map.rows, label, width: half, lines: 1)
    columnTitle = canvas.text.block(map.columns, label, width: width - 2 * margin, lines: 1)

    let top = header.bottom + rowTitle.height + gap
    let below = metrics.tick + columnTitle.height + gap * 3.5
    let wanted = map.height ?? Self.usualHeight(map, metrics, chrome: top + below)
    colors = ColorScale(
      map.finiteValues, range: map.range, theme: canvas.theme,
      room: max(3, Int((wanted - top - below) / (metrics.tick * 3))))
    let barName = [map.valueName, colors.factor].compactMap { $0 }.joined(separator: " ")
    barTitle = canvas.text.block(barName, label, width: half, lines: 1)
    let tickStyle = canvas.tickStyle
    barLines = colors.ticks.map { ($0.value, canvas.text.line($0.label ?? "", tickStyle)) }
    footnote = canvas.text.block(
      Self.note(map, size: Size(width: width, height: wanted)) ?? "", tickStyle,
      width: width - 2 * margin, lines: 2)
    let noteHeight = footnote.lines.isEmpty ? 0 : footnote.height + gap * 0.75
    let height = max(wanted, top + below + noteHeight + 40)

    rowLines = Self.lines(
      map.rowLabels, count: map.rowCount, room: height - top - below,
      each: metrics.tick * 1.35, on: &canvas)
    let left = margin + (rowLines.map(\.1.width).max() ?? 0) + gap
    let barRoom = Self.barWidth + gap + (barLines.map(\.line.width).max() ?? 0) + gap * 2
    size = Size(width: width, height: height)
    area =
      Rect(
        x: left, y: top, width: max(40, width - margin - barRoom - left),
        height: height - top - below - noteHeight
      ).onWholePixels
    cells = HeatMapCells(rows: map.rowCount, columns: map.columnCount, area: area)
    let widest = map.columnLabels.map { canvas.text.line($0, tickStyle).width }.max()
    let each = (widest ?? metrics.tick * 2) + metrics.tick * 0.35
    columnLines = Self.lines(
      map.columnLabels, count: map.columnCount, room: area.width, each: each, on: &canvas)
  }

  /// Square cells when there are few, the theme's height when there are many.
  private static func usualHeight(
    _ map: HeatMap, _ metrics: Theme.Metrics, chrome: Double
  ) -> Double {
    let comfortable = Double(map.rowCount) * metrics.tick * 1.6
    return min(metrics.size.height * 1.2, chrome + max(comfortable, metrics.tick * 9))
  }

  /// All labels when they fit, else round steps of them.
  private static func lines(
    _ labels: [String], count: Int, room: Double, each: Double, on canvas: inout Canvas
  ) -> [(Int, TextLine)] {
    guard count > 0 else { return [] }
    let style = canvas.tickStyle
    let fitting = max(1, Int(room / each))
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].first { (count + $0 - 1) / $0 <= fitting }
    return stride(from: 0, to: count, by: step ?? count).map { index in
      let text = index < labels.count ? labels[index].asToken : labels.isEmpty ? "\(index)" : "?"
      return (index, canvas.text.line(text, style))
    }
  }

  private static func note(_ map: HeatMap, size: Size) -> String? {
    var parts: [String] = []
    let blank = map.values.joined().count { !$0.isFinite }
    if blank > 0 {
      parts.append("\(blank) value\(blank == 1 ? " is" : "s are") not finite (grey)")
    }
    let cells = HeatMapCells(
      rows: map.rowCount, columns: map.columnCount,
      area: Rect(x: 0, y: 0, width: size.width * 0.8, height: size.height * 0.6))
    if cells.rowsPerCell > 1 || cells.columnsPerCell > 1 {
      parts.append("neighbouring values are shown by their mean")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  // MARK: - Painting

  func paintColorBar(on canvas: inout Canvas) {
    let gap = canvas.metrics.gap
    let left = (area.maxX + gap * 2).rounded()
    let count = min(ColorMap.levels, Int(area.height))
    for index in 0..<count {
      let top = area.maxY - area.height * Double(index + 1) / Double(count)
      let bottom = area.maxY - area.height * Double(index) / Double(count)
      let edge = (top * 2).rounded() / 2
      let rect = Rect(
        x: left, y: edge, width: Self.barWidth, height: (bottom * 2).rounded() / 2 - edge)
      let level = colors.map.level((Double(index) + 0.5) / Double(count))
      canvas.fill(.rectangle(rect), colors.map.color(level: level))
    }
    for (value, line) in barLines {
      let y = area.maxY - colors.share(value) * area.height
      let x = left + Self.barWidth
      let crisp = (y * 2).rounded() / 2
      canvas.line(from: Point(x, crisp), to: Point(x + 4, crisp), canvas.theme.axis)
      canvas.place(line, at: Point(x + gap, y), .start, .middle, color: canvas.theme.secondary)
    }
  }

  func paintFooter(on canvas: inout Canvas) {
    let gap = canvas.metrics.gap
    let margin = canvas.metrics.margin
    let theme = canvas.theme
    canvas.place(rowTitle, at: Point(margin, header.bottom), color: theme.ink)
    canvas.place(barTitle, at: Point(size.width - margin, header.bottom), .end, color: theme.ink)
    let y = area.maxY + gap * 2 + canvas.metrics.tick
    canvas.place(columnTitle, at: Point(area.midX, y), .middle, color: theme.ink)
    canvas.place(
      footnote, at: Point(margin, size.height - gap - footnote.height), color: theme.secondary)
  }
}
