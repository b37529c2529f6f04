import Drawing

/// Two networks over one sequence, one in each direction; each output has both states.
public struct BidirectionalDiagram: Figure, Diagram, Hashable {
  public var cell: CellKind
  public var steps: Int
  public var title: String?
  public var subtitle: String?
  public var width: Double?
  public var height: Double?

  public init(cell: CellKind, steps: Int) { (self.cell, self.steps) = (cell, steps) }

  public func title(_ text: String) -> BidirectionalDiagram { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> BidirectionalDiagram {
    with(self) { $0.subtitle = text }
  }

  var problems: [FigureProblem] {
    steps < 1 ? [.impossibleCount(of: "time-steps", count: steps)] : []
  }

  func layoutSize(in room: DiagramRoom) -> Size {
    Size(width: room.isNarrow ? 316 : 400, height: 270)
  }

  func paint(in area: Rect, _ room: DiagramRoom, on canvas: inout Canvas) {
    let unit = canvas.unit
    let left = area.minX + unit * (room.isNarrow ? 60 : 74)
    // A column reaches a little beyond three slots of a phone.
    let width = area.maxX - left - (room.isNarrow ? unit * 8 : 0)
    let columns = TimeColumn.columns(steps: steps, fitting: Int(width / (unit * 100)))
    let slot = min(unit * 140, width / Double(columns.count))
    let rows = Rows(top: area.minY, unit: unit)
    canvas.label("backward", at: Point(area.minX, rows.backward), .start, isQuiet: true)
    canvas.label("forward", at: Point(area.minX, rows.forward), .start, isQuiet: true)
    let centers = columns.indices.map { left + (Double($0) + 0.5) * slot }
    for (index, column) in columns.enumerated() {
      if case .step(let step) = column { paint(step, at: centers[index], rows, on: &canvas) }
    }
    for (index, column) in columns.enumerated() {
      paintLinks(centers, index, columns, rows, on: &canvas)
      if case .ellipsis = column { paintEllipsis(centers[index], rows, on: &canvas) }
    }
  }

  /// Heights of the rows' middles.
  private struct Rows {
    var top: Double
    var unit: Double
    var output: Double { top + 16 * unit }
    var backward: Double { top + 92 * unit }
    var forward: Double { top + 172 * unit }
    var input: Double { top + 248 * unit }
  }

  // In layout units, from a column's middle: forward cells stand to the left and backward ones to
  // the right, so that each input and output reaches both by straight lines.
  private static let shift = 16.0
  private static let half = 30.0
  private static let lane = 24.0
  private static let cellHeight = 40.0

  private func paint(_ step: Int, at x: Double, _ rows: Rows, on canvas: inout Canvas) {
    let unit = canvas.unit
    let lane = Self.lane * unit
    let halfCell = Self.cellHeight / 2 * unit
    let node = 15 * unit
    canvas.arrow(Point(x - lane, rows.input - node), Point(x - lane, rows.forward + halfCell))
    canvas.arrow(Point(x + lane, rows.input - node), Point(x + lane, rows.backward + halfCell))
    canvas.arrow(Point(x - lane, rows.forward - halfCell), Point(x - lane, rows.output + node))
    canvas.arrow(Point(x + lane, rows.backward - halfCell), Point(x + lane, rows.output + node))
    pill("*x*_{\(step)}", Point(x, rows.input), canvas.tint(1), on: &canvas)
    pill("*h*_{\(step)}", Point(x, rows.output), canvas.tint(0), on: &canvas)
    for (center, y) in [
      (x - Self.shift * unit, rows.forward), (x + Self.shift * unit, rows.backward),
    ] {
      canvas.box(
        Rect(
          x: center - Self.half * unit, y: y - halfCell, width: 2 * Self.half * unit,
          height: 2 * halfCell), cell.shortName)
    }
  }

  private func pill(_ label: String, _ center: Point, _ fill: Color, on canvas: inout Canvas) {
    let unit = canvas.unit
    let rect = Rect(
      x: center.x - 36 * unit, y: center.y - 15 * unit, width: 72 * unit, height: 30 * unit)
    let path = Path.roundedRectangle(rect, radius: rect.height / 2)
    canvas.fill(path, fill)
    canvas.stroke(path, canvas.theme.surfaceEdge, Stroke(width: canvas.metrics.hairline * 1.25))
    canvas.label(label, at: center)
  }

  /// The arrows between a column and the next: right in the forward row, left in the other.
  private func paintLinks(
    _ centers: [Double], _ index: Int, _ columns: [TimeColumn], _ rows: Rows,
    on canvas: inout Canvas
  ) {
    guard index + 1 < centers.count else { return }
    let unit = canvas.unit
    let style = with(canvas.plainArrow) { $0.bridge = canvas.theme.background }
    func half(_ column: TimeColumn) -> Double {
      if case .ellipsis = column { 16 * unit } else { Self.half * unit }
    }
    func middle(_ index: Int, _ shift: Double) -> Double {
      if case .ellipsis = columns[index] { centers[index] } else { centers[index] + shift * unit }
    }
    let forward = (
      middle(index, -Self.shift) + half(columns[index]),
      middle(index + 1, -Self.shift) - half(columns[index + 1])
    )
    let backward = (
      middle(index + 1, Self.shift) - half(columns[index + 1]),
      middle(index, Self.shift) + half(columns[index])
    )
    canvas.arrow([Point(forward.0, rows.forward), Point(forward.1, rows.forward)], style)
    canvas.arrow([Point(backward.0, rows.backward), Point(backward.1, rows.backward)], style)
  }

  private func paintEllipsis(_ x: Double, _ rows: Rows, on canvas: inout Canvas) {
    for y in [rows.forward, rows.backward] {
      for offset in [-8.0, 0, 8] {
        let dot = Point(x + offset * canvas.unit, y)
        canvas.fill(.circle(center: dot, radius: canvas.unit * 2), canvas.theme.secondary)
      }
    }
  }
}
