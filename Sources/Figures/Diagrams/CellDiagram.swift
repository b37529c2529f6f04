import Drawing

/// What happens inside a cell in one time-step, with the field's symbols.
public struct CellDiagram: Figure, Diagram, Hashable {
  public var cell: CellKind
  /// Where a GRU's reset gate acts; other cells have none.
  public var resetGate: ResetGate
  public var title: String?
  public var subtitle: String?
  public var width: Double?
  public var height: Double?

  public init(_ cell: CellKind, resetGate: ResetGate = .afterProduct) {
    (self.cell, self.resetGate) = (cell, resetGate)
  }

  public func title(_ text: String) -> CellDiagram { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> CellDiagram { with(self) { $0.subtitle = text } }

  func layoutSize(in room: DiagramRoom) -> Size {
    switch (cell, room.isNarrow) {
    case (.simpleRNN, false): Size(width: 600, height: 236)
    case (.lstm, false): Size(width: 600, height: 324)
    case (.gru, false): Size(width: 600, height: 348)
    case (.simpleRNN, true): Size(width: 320, height: 360)
    case (.lstm, true): Size(width: 320, height: 456)
    case (.gru, true): Size(width: 320, height: 424)
    }
  }

  func paint(in area: Rect, _ room: DiagramRoom, on canvas: inout Canvas) {
    let half = layoutSize(in: room).width / 2
    let grid = CellGrid(
      origin: Point(area.midX - canvas.unit * half, area.minY), unit: canvas.unit,
      isUpright: room.isNarrow)
    switch cell {
    case .simpleRNN: paintSimpleRNN(grid, on: &canvas)
    case .lstm: paintLSTM(grid, on: &canvas)
    case .gru: paintGRU(grid, on: &canvas)
    }
  }
}

extension CellDiagram {
  /// The cell's own border.
  func paintFrame(
    _ grid: CellGrid, _ along: ClosedRange<Double>, _ across: ClosedRange<Double>,
    on canvas: inout Canvas
  ) {
    let path = Path.roundedRectangle(grid.frame(along, across), radius: 16 * grid.unit)
    canvas.fill(path, canvas.theme.surface)
    canvas.stroke(path, canvas.theme.surfaceEdge, Stroke(width: canvas.metrics.hairline * 1.25))
  }

  /// A layer of weights with its activation.
  func paintLayer(
    _ grid: CellGrid, _ along: Double, _ across: Double, _ activation: String, _ name: String?,
    on canvas: inout Canvas
  ) {
    let tint = activation == "tanh" ? canvas.tint(1) : canvas.tint(0)
    paintBox(grid, along, across, activation, name, fill: tint, on: &canvas)
  }

  func paintBox(
    _ grid: CellGrid, _ along: Double, _ across: Double, _ label: String, _ name: String?,
    fill: Color, on canvas: inout Canvas
  ) {
    let size = CellGrid.box
    canvas.box(
      grid.rect(center: along, across, width: size.width, height: size.height), label, name,
      fill: fill)
  }

  /// A function of one number, or a product with weights.
  func paintPill(
    _ grid: CellGrid, _ along: Double, _ across: Double, _ text: String, fill: Color? = nil,
    on canvas: inout Canvas
  ) {
    let rect = grid.rect(center: along, across, width: 46, height: 24)
    let path = Path.roundedRectangle(rect, radius: rect.height / 2)
    canvas.fill(path, fill ?? canvas.theme.background)
    canvas.stroke(path, canvas.theme.surfaceEdge, Stroke(width: canvas.metrics.hairline * 1.25))
    canvas.label(text, at: grid(along, across))
  }

  /// The line of the state that lasts: the conveyor belt.
  func beltStyle(_ canvas: Canvas) -> Canvas.ArrowStyle {
    Canvas.ArrowStyle(
      color: canvas.theme.series[0].color, width: canvas.metrics.lineWidth * 1.6)
  }

  func bridgeStyle(_ canvas: Canvas) -> Canvas.ArrowStyle {
    with(canvas.plainArrow) { $0.bridge = canvas.theme.surface }
  }

  func stemStyle(_ canvas: Canvas) -> Canvas.ArrowStyle {
    with(canvas.plainArrow) { $0.hasHead = false }
  }
}
