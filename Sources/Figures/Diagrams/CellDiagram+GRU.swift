/// Where things stand, in layout units: rows across the way of the state, columns along it.
private struct Places: Sendable {
  var row: (belt: Double, weights: Double, blend: Double, filter: Double, gates: Double)
  /// Lines from the state and from the input to the gates.
  var source: (hidden: Double, input: Double, stem: Double)
  var column: (branch: Double, reset: Double, update: Double, stem: Double, candidate: Double)
  var frame: (along: ClosedRange<Double>, across: ClosedRange<Double>)
  var name: (along: Double, across: Double)
  /// Where the letters of reset and update gate stand, and the candidate's.
  var letters: (gates: Double, candidate: Double)
  /// How far beside a gate's middle h and x enter it.
  var side: Double

  static let flat = Places(
    row: (52, 104, 108, 156, 216), source: (262, 284, 328), column: (96, 170, 292, 366, 438),
    frame: (62...538, 0...306), name: (526, 20), letters: (181, 160), side: 18)
  static let upright = Places(
    row: (38, 84, 88, 128, 200), source: (260, 276, 304), column: (66, 132, 214, 264, 330),
    frame: (46...374, 4...292), name: (362, 280), letters: (150, 136), side: 12)
}

extension CellDiagram {
  /// In the order of the state's rows: the state, products with the gates, the gates, what they
  /// read.
  func paintGRU(_ grid: CellGrid, on canvas: inout Canvas) {
    let place = grid.isUpright ? Places.upright : .flat
    paintFrame(grid, place.frame.along, place.frame.across, on: &canvas)
    paintInputs(grid, place, on: &canvas)
    paintState(grid, place, on: &canvas)
    paintGates(grid, place, on: &canvas)
    paintNames(grid, place, on: &canvas)
  }

  /// What the gates read: the state from one side, the input from the other.
  private func paintInputs(_ grid: CellGrid, _ place: Places, on canvas: inout Canvas) {
    let (hidden, input) = (place.source.hidden, place.source.input)
    let bottom = place.row.gates + grid.halfAcross
    let (left, right) = (place.column.reset - place.side, place.column.reset + place.side)
    let (branch, stem, candidate) = (
      place.column.branch, place.column.stem, place.column.candidate
    )
    let (first, second) = (place.column.update - place.side, place.column.update + place.side)
    canvas.arrow(
      grid(branch, place.row.belt), grid(branch, hidden), grid(first, hidden), grid(first, bottom))
    canvas.joint(grid(branch, place.row.belt), canvas.theme.series[0].color)
    canvas.arrow(grid(left, hidden), grid(left, bottom))
    canvas.joint(grid(left, hidden))
    canvas.arrow([grid(stem, place.source.stem), grid(stem, input)], stemStyle(canvas))
    canvas.arrow(grid(stem, input), grid(candidate, input), grid(candidate, bottom))
    canvas.arrow([grid(stem, input), grid(right, input), grid(right, bottom)], bridgeStyle(canvas))
    canvas.arrow(grid(second, input), grid(second, bottom))
    canvas.joint(grid(second, input))
    canvas.joint(grid(stem, input))
  }

  /// The state, and how the update gate blends the candidate into it.
  private func paintState(_ grid: CellGrid, _ place: Places, on canvas: inout Canvas) {
    let (belt, blend, filter) = (place.row.belt, place.row.blend, place.row.filter)
    let gate = place.row.gates - grid.halfAcross
    let (reset, update, candidate) = (
      place.column.reset, place.column.update, place.column.candidate
    )
    let radius = Canvas.Operation.radius
    let ends = grid.ends(of: place.frame.along)
    canvas.arrow([grid(ends.lowerBound, belt), grid(ends.upperBound, belt)], beltStyle(canvas))
    canvas.arrow(grid(reset, belt), grid(reset, filter - radius))
    canvas.joint(grid(reset, belt), canvas.theme.series[0].color)
    canvas.arrow(grid(reset, gate), grid(reset, filter + radius))
    canvas.arrow(
      grid(reset + radius, filter), grid(place.column.stem, filter),
      grid(place.column.stem, place.row.gates),
      grid(candidate - grid.halfAlong, place.row.gates))
    canvas.arrow([grid(update, gate), grid(update, belt + radius)], bridgeStyle(canvas))
    canvas.joint(grid(update, blend))
    canvas.arrow(grid(update, blend), grid(candidate - radius, blend))
    canvas.arrow(grid(candidate, gate), grid(candidate, blend + radius))
    canvas.arrow(grid(candidate, blend - radius), grid(candidate, belt + radius))
  }

  private func paintGates(_ grid: CellGrid, _ place: Places, on canvas: inout Canvas) {
    let (reset, update, candidate) = (
      place.column.reset, place.column.update, place.column.candidate
    )
    canvas.operation(grid(update, place.row.belt), .product)
    canvas.operation(grid(candidate, place.row.belt), .sum)
    canvas.operation(grid(reset, place.row.filter), .product)
    canvas.operation(grid(candidate, place.row.blend), .product)
    paintPill(grid, place.column.stem, place.row.blend, "1 −", on: &canvas)
    if resetGate == .afterProduct {
      // The old state goes through its weights first; otherwise they are part of the candidate.
      let tint = canvas.tint(3)
      paintPill(grid, reset, place.row.weights, "*U*_{n}", fill: tint, on: &canvas)
    }
    paintLayer(grid, reset, place.row.gates, "σ", "reset gate", on: &canvas)
    paintLayer(grid, update, place.row.gates, "σ", "update gate", on: &canvas)
    paintLayer(grid, candidate, place.row.gates, "tanh", "candidate", on: &canvas)
  }

  private func paintNames(_ grid: CellGrid, _ place: Places, on canvas: inout Canvas) {
    let ends = grid.ends(of: place.frame.along)
    canvas.signal("*r*_{t}", grid, place.column.reset, place.letters.gates)
    canvas.signal("*z*_{t}", grid, place.column.update, place.letters.gates)
    canvas.signal("*n*_{t}", grid, place.column.candidate, place.letters.candidate)
    canvas.entry("*h*_{t-1}", grid, ends.lowerBound, place.row.belt)
    canvas.exit("*h*_{t}", grid, ends.upperBound, place.row.belt)
    canvas.label("*x*_{t}", at: grid(place.column.stem, place.source.stem + 10))
    canvas.label(cell.name, at: grid(place.name.along, place.name.across), .end, isQuiet: true)
  }
}
