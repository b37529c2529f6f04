import Drawing

/// The folded network: one cell whose state comes back to it one time-step later.
public struct LoopDiagram: Figure, Diagram, Hashable {
  public var cell: CellKind
  public var title: String?
  public var subtitle: String?
  public var width: Double?
  public var height: Double?

  public init(cell: CellKind) { self.cell = cell }

  public func title(_ text: String) -> LoopDiagram { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> LoopDiagram { with(self) { $0.subtitle = text } }

  func layoutSize(in room: DiagramRoom) -> Size {
    Size(width: room.isNarrow ? 310 : 420, height: 220)
  }

  func paint(in area: Rect, _ room: DiagramRoom, on canvas: inout Canvas) {
    let unit = canvas.unit
    let x = area.midX - unit * 96
    let radius = unit * 19
    let output = Point(x, area.minY + radius + unit)
    let input = Point(x, area.maxY - radius - unit)
    let box = Rect(
      x: x - unit * 58, y: area.midY - unit * 27, width: unit * 116, height: unit * 54)
    canvas.circle(output, radius: radius, "*h*_{t}", fill: canvas.tint(0))
    canvas.circle(input, radius: radius, "*x*_{t}", fill: canvas.tint(1))
    canvas.arrow(Point(x, input.y - radius), Point(x, box.maxY))
    canvas.arrow(Point(x, box.minY), Point(x, output.y + radius))
    canvas.box(box, cell.name)
    loop(from: box, room, on: &canvas)
  }

  private func loop(from box: Rect, _ room: DiagramRoom, on canvas: inout Canvas) {
    let unit = canvas.unit
    let style = Canvas.ArrowStyle(
      color: canvas.theme.series[0].color, width: canvas.metrics.lineWidth)
    for index in cell.states.indices {
      let isOuter = index == 0
      let reach = unit * (isOuter ? 66 : 40)
      let rise = unit * (isOuter ? 16 : 7)
      let right = box.maxX + reach
      canvas.arrow(
        [
          Point(box.maxX, box.midY - rise), Point(right, box.midY - rise),
          Point(right, box.midY + rise), Point(box.maxX, box.midY + rise),
        ], style)
      if isOuter { name(at: Point(right + unit * 10, box.midY), room, on: &canvas) }
    }
  }

  /// What the loop carries, in one line, or in two where one has no room.
  private func name(at place: Point, _ room: DiagramRoom, on canvas: inout Canvas) {
    let states = cell.states.map { $0 + "_{t-1}" }.joined(separator: ", ")
    guard room.isNarrow else {
      return canvas.label(states + ", one time-step later", at: place, .start)
    }
    let rise = Point(0, canvas.metrics.label * 0.65)
    canvas.label(states, at: place - rise, .start)
    canvas.label("one step later", at: place + rise, .start, isQuiet: true)
  }
}
