import Drawing

/// What happens inside a cell in one time-step, with the field's symbols.
public struct CellDiagram: Figure, Diagram, Hashable {
  public var cell: CellKind
  public var title: String?
  public var subtitle: String?
  public var width: Double?
  public var height: Double?

  public init(_ cell: CellKind) { self.cell = cell }

  public func title(_ text: String) -> CellDiagram { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> CellDiagram { with(self) { $0.subtitle = text } }

  var layoutSize: Size {
    switch cell {
    case .simpleRNN: Size(width: 600, height: 236)
    case .lstm: Size(width: 600, height: 324)
    case .gru: Size(width: 600, height: 348)
    }
  }

  func paint(in area: Rect, on canvas: inout Canvas) {
    let grid = CellGrid(
      origin: Point(area.midX - canvas.unit * 300, area.minY), unit: canvas.unit)
    switch cell {
    case .simpleRNN: paintSimpleRNN(grid, on: &canvas)
    case .lstm: paintLSTM(grid, on: &canvas)
    case .gru: paintGRU(grid, on: &canvas)
    }
  }
}

/// Layout units from the drawing's top left corner, 600 across.
struct CellGrid: Sendable {
  let origin: Point
  let unit: Double

  func callAsFunction(_ x: Double, _ y: Double) -> Point {
    Point(origin.x + x * unit, origin.y + y * unit)
  }

  func rect(center x: Double, _ y: Double, width: Double, height: Double) -> Rect {
    Rect(
      x: origin.x + (x - width / 2) * unit, y: origin.y + (y - height / 2) * unit,
      width: width * unit, height: height * unit)
  }
}

extension CellDiagram {
  /// The cell's own border, with its name at the top right.
  func paintFrame(_ grid: CellGrid, height: Double, on canvas: inout Canvas) {
    let frame = grid.rect(center: 300, height / 2, width: 476, height: height)
    let path = Path.roundedRectangle(frame, radius: 16 * grid.unit)
    canvas.fill(path, canvas.theme.surface)
    canvas.stroke(path, canvas.theme.surfaceEdge, Stroke(width: canvas.metrics.hairline * 1.25))
    canvas.label(cell.name, at: grid(526, 20), .end, isQuiet: true)
  }

  /// A layer of weights with its activation.
  func paintLayer(
    _ grid: CellGrid, _ x: Double, _ y: Double, _ activation: String, _ name: String?,
    on canvas: inout Canvas
  ) {
    let tint = activation == "tanh" ? canvas.tint(1) : canvas.tint(0)
    canvas.box(
      grid.rect(center: x, y, width: 84, height: 44), activation, name, fill: tint)
  }

  /// A function without weights.
  func paintPill(
    _ grid: CellGrid, _ x: Double, _ y: Double, _ text: String, on canvas: inout Canvas
  ) {
    let rect = grid.rect(center: x, y, width: 46, height: 24)
    let path = Path.roundedRectangle(rect, radius: rect.height / 2)
    canvas.fill(path, canvas.theme.background)
    canvas.stroke(path, canvas.theme.surfaceEdge, Stroke(width: canvas.metrics.hairline * 1.25))
    canvas.label(text, at: grid(x, y))
  }

  /// The line of the state that lasts: the conveyor belt.
  func beltStyle(_ canvas: Canvas) -> Canvas.ArrowStyle {
    Canvas.ArrowStyle(
      color: canvas.theme.series[0].color, width: canvas.metrics.lineWidth * 1.6)
  }

  func bridgeStyle(_ canvas: Canvas) -> Canvas.ArrowStyle {
    with(canvas.plainArrow) { $0.bridge = canvas.theme.surface }
  }
}
