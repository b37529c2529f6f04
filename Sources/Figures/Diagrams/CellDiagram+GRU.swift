/// Heights of the rows, and places of the columns, in layout units.
private enum Place {
  static let belt = 52.0
  static let blend = 108.0
  static let filter = 156.0
  static let gates = 216.0
  static let hidden = 262.0
  static let input = 284.0
  static let (reset, update, stem, candidate) = (170.0, 292.0, 366.0, 438.0)
  static let gateTop = gates - 22
  static let gateBottom = gates + 22
  /// How far h and x enter a gate beside its middle.
  static let side = 18.0
}

extension CellDiagram {
  /// From top to bottom: the state, products with the gates, the gates, what they read.
  func paintGRU(_ grid: CellGrid, on canvas: inout Canvas) {
    paintFrame(grid, height: 306, on: &canvas)
    paintInputs(grid, on: &canvas)
    paintState(grid, on: &canvas)
    paintGates(grid, on: &canvas)
    paintSignals(
      [("r", Place.reset, 181), ("z", Place.update, 181), ("n", Place.candidate, 160)], grid,
      on: &canvas)
    canvas.label("*h*_{t-1}", at: grid(28, Place.belt), .end)
    canvas.label("*h*_{t}", at: grid(572, Place.belt), .start)
    canvas.label("*x*_{t}", at: grid(Place.stem, 338))
  }

  /// What the gates read: h from the left, x from below.
  private func paintInputs(_ grid: CellGrid, on canvas: inout Canvas) {
    let (hidden, input, bottom) = (Place.hidden, Place.input, Place.gateBottom)
    let (left, right) = (Place.reset - Place.side, Place.reset + Place.side)
    let update = Place.update - Place.side
    canvas.arrow(
      grid(96, Place.belt), grid(96, hidden), grid(update, hidden), grid(update, bottom))
    canvas.joint(grid(96, Place.belt), canvas.theme.series[0].color)
    canvas.arrow(grid(left, hidden), grid(left, bottom))
    canvas.joint(grid(left, hidden))
    canvas.arrow(
      [grid(Place.stem, 328), grid(Place.stem, input)],
      with(canvas.plainArrow) { $0.hasHead = false })
    canvas.arrow(
      grid(Place.stem, input), grid(Place.candidate, input), grid(Place.candidate, bottom))
    canvas.arrow(
      [grid(Place.stem, input), grid(right, input), grid(right, bottom)], bridgeStyle(canvas))
    canvas.arrow(
      grid(Place.update + Place.side, input), grid(Place.update + Place.side, bottom))
    canvas.joint(grid(Place.update + Place.side, input))
    canvas.joint(grid(Place.stem, input))
  }

  /// The state, and how the update gate blends the candidate into it.
  private func paintState(_ grid: CellGrid, on canvas: inout Canvas) {
    let (belt, blend, filter, top) = (Place.belt, Place.blend, Place.filter, Place.gateTop)
    let (reset, update, candidate) = (Place.reset, Place.update, Place.candidate)
    let radius = Canvas.Operation.radius
    canvas.arrow([grid(34, belt), grid(566, belt)], beltStyle(canvas))
    canvas.arrow(grid(reset, belt), grid(reset, filter - radius))
    canvas.joint(grid(reset, belt), canvas.theme.series[0].color)
    canvas.arrow(grid(reset, top), grid(reset, filter + radius))
    canvas.arrow(
      grid(reset + radius, filter), grid(Place.stem, filter), grid(Place.stem, Place.gates),
      grid(candidate - 42, Place.gates))
    canvas.arrow([grid(update, top), grid(update, belt + radius)], bridgeStyle(canvas))
    canvas.joint(grid(update, blend))
    canvas.arrow(grid(update, blend), grid(candidate - radius, blend))
    canvas.arrow(grid(candidate, top), grid(candidate, blend + radius))
    canvas.arrow(grid(candidate, blend - radius), grid(candidate, belt + radius))
  }

  private func paintGates(_ grid: CellGrid, on canvas: inout Canvas) {
    canvas.operation(grid(Place.update, Place.belt), .product)
    canvas.operation(grid(Place.candidate, Place.belt), .sum)
    canvas.operation(grid(Place.reset, Place.filter), .product)
    canvas.operation(grid(Place.candidate, Place.blend), .product)
    paintPill(grid, Place.stem, Place.blend, "1 −", on: &canvas)
    paintLayer(grid, Place.reset, Place.gates, "σ", "reset gate", on: &canvas)
    paintLayer(grid, Place.update, Place.gates, "σ", "update gate", on: &canvas)
    paintLayer(grid, Place.candidate, Place.gates, "tanh", "candidate", on: &canvas)
  }
}
