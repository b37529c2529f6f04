/// Heights of the four rows, and places of the columns, in layout units.
private enum Place {
  static let belt = 52.0
  static let products = 126.0
  static let gates = 196.0
  static let bus = 250.0
  static let (forget, input, candidate, output) = (150.0, 246.0, 342.0, 438.0)
  static let end = 508.0
  static let gateTop = gates - 22
  static let gateBottom = gates + 22
}

extension CellDiagram {
  /// From top to bottom: the belt, products with the gates, the gates, what they read.
  func paintLSTM(_ grid: CellGrid, on canvas: inout Canvas) {
    paintFrame(grid, height: 280, on: &canvas)
    paintBus(grid, on: &canvas)
    paintBelt(grid, on: &canvas)
    paintGates(grid, on: &canvas)
    paintNames(grid, on: &canvas)
  }

  /// h and x side by side into every gate.
  private func paintBus(_ grid: CellGrid, on canvas: inout Canvas) {
    let bus = Place.bus
    canvas.arrow(
      grid(34, bus), grid(Place.output, bus), grid(Place.output, Place.gateBottom))
    for x in [Place.forget, Place.input, Place.candidate] {
      canvas.arrow(grid(x, bus), grid(x, Place.gateBottom))
      canvas.joint(grid(x, bus))
    }
    canvas.arrow([grid(92, 302), grid(92, bus)], with(canvas.plainArrow) { $0.hasHead = false })
    canvas.joint(grid(92, bus))
  }

  /// The conveyor belt, what is multiplied and added to it, and what is read from it.
  private func paintBelt(_ grid: CellGrid, on canvas: inout Canvas) {
    let (belt, products, top) = (Place.belt, Place.products, Place.gateTop)
    let radius = Canvas.Operation.radius
    let (forget, input, candidate) = (Place.forget, Place.input, Place.candidate)
    let (output, end) = (Place.output, Place.end)
    canvas.arrow([grid(34, belt), grid(566, belt)], beltStyle(canvas))
    canvas.arrow(grid(forget, top), grid(forget, belt + radius))
    canvas.arrow(grid(input, top), grid(input, products), grid(candidate - radius, products))
    canvas.arrow(grid(candidate, top), grid(candidate, products + radius))
    canvas.arrow(grid(candidate, products - radius), grid(candidate, belt + radius))
    canvas.arrow(grid(output, top), grid(output, products), grid(end - radius, products))
    canvas.arrow(grid(end, belt), grid(end, products - radius))
    canvas.joint(grid(end, belt), canvas.theme.series[0].color)
    canvas.arrow(grid(end, products + radius), grid(end, Place.bus), grid(566, Place.bus))

    canvas.operation(grid(forget, belt), .product)
    canvas.operation(grid(candidate, belt), .sum)
    canvas.operation(grid(candidate, products), .product)
    canvas.operation(grid(end, products), .product)
    paintPill(grid, end, 88, "tanh", on: &canvas)
  }

  private func paintGates(_ grid: CellGrid, on canvas: inout Canvas) {
    paintLayer(grid, Place.forget, Place.gates, "σ", "forget gate", on: &canvas)
    paintLayer(grid, Place.input, Place.gates, "σ", "input gate", on: &canvas)
    paintLayer(grid, Place.candidate, Place.gates, "tanh", "candidate", on: &canvas)
    paintLayer(grid, Place.output, Place.gates, "σ", "output gate", on: &canvas)
  }

  private func paintNames(_ grid: CellGrid, on canvas: inout Canvas) {
    paintSignals(
      [
        ("f", Place.forget, 148), ("i", Place.input, 154), ("g", Place.candidate, 154),
        ("o", Place.output, 154),
      ], grid, on: &canvas)
    canvas.label("*c*_{t-1}", at: grid(28, Place.belt), .end)
    canvas.label("*c*_{t}", at: grid(572, Place.belt), .start)
    canvas.label("*h*_{t-1}", at: grid(28, Place.bus), .end)
    canvas.label("*h*_{t}", at: grid(572, Place.bus), .start)
    canvas.label("*x*_{t}", at: grid(92, 312))
    canvas.label(
      "cell state", at: grid(Place.input, Place.belt - 12), .middle, .baseline, isQuiet: true)
  }

  /// The gates' outputs beside their lines.
  func paintSignals(
    _ signals: [(name: String, x: Double, y: Double)], _ grid: CellGrid,
    on canvas: inout Canvas
  ) {
    for signal in signals {
      canvas.label("*\(signal.name)*_{t}", at: grid(signal.x + 7, signal.y), .start)
    }
  }
}
