/// Where things stand, in layout units: rows across the way of the state, columns along it.
private struct Places: Sendable {
  var row: (belt: Double, pill: Double, products: Double, gates: Double, bus: Double, stem: Double)
  var column:
    (stem: Double, forget: Double, input: Double, candidate: Double, output: Double, end: Double)
  var frame: (along: ClosedRange<Double>, across: ClosedRange<Double>)
  var name: (along: Double, across: Double)
  var stateName: (along: Double, across: Double)
  /// Where the forget gate's letter stands, and the others'.
  var letters: (first: Double, others: Double)

  static let flat = Places(
    row: (52, 88, 126, 196, 250, 302), column: (92, 150, 246, 342, 438, 508),
    frame: (62...538, 0...280), name: (526, 20), stateName: (246, 40), letters: (148, 154))
  static let upright = Places(
    row: (42, 88, 134, 212, 274, 302), column: (76, 124, 194, 264, 334, 384),
    frame: (46...410, 6...290), name: (68, 228), stateName: (159, 52), letters: (157, 160))
}

extension CellDiagram {
  /// In the order of the state's rows: the belt, products with the gates, the gates, what they
  /// read.
  func paintLSTM(_ grid: CellGrid, on canvas: inout Canvas) {
    let place = grid.isUpright ? Places.upright : .flat
    paintFrame(grid, place.frame.along, place.frame.across, on: &canvas)
    paintBus(grid, place, on: &canvas)
    paintBelt(grid, place, on: &canvas)
    for (along, activation, name) in [
      (place.column.forget, "σ", "forget gate"), (place.column.input, "σ", "input gate"),
      (place.column.candidate, "tanh", "candidate"), (place.column.output, "σ", "output gate"),
    ] { paintLayer(grid, along, place.row.gates, activation, name, on: &canvas) }
    paintNames(grid, place, on: &canvas)
  }

  /// h and x side by side into every gate.
  private func paintBus(_ grid: CellGrid, _ place: Places, on canvas: inout Canvas) {
    let bus = place.row.bus
    let bottom = place.row.gates + grid.halfAcross
    let (stem, last) = (place.column.stem, place.column.output)
    canvas.arrow(
      grid(grid.ends(of: place.frame.along).lowerBound, bus), grid(last, bus), grid(last, bottom))
    for along in [place.column.forget, place.column.input, place.column.candidate] {
      canvas.arrow(grid(along, bus), grid(along, bottom))
      canvas.joint(grid(along, bus))
    }
    canvas.arrow([grid(stem, place.row.stem), grid(stem, bus)], stemStyle(canvas))
    canvas.joint(grid(stem, bus))
  }

  /// The conveyor belt, what is multiplied and added to it, and what is read from it.
  private func paintBelt(_ grid: CellGrid, _ place: Places, on canvas: inout Canvas) {
    let (belt, products, top) = (place.row.belt, place.row.products, place.row.gates)
    let gate = top - grid.halfAcross
    let radius = Canvas.Operation.radius
    let ends = grid.ends(of: place.frame.along)
    let (forget, input, candidate) = (
      place.column.forget, place.column.input, place.column.candidate
    )
    let (output, end) = (place.column.output, place.column.end)
    canvas.arrow([grid(ends.lowerBound, belt), grid(ends.upperBound, belt)], beltStyle(canvas))
    canvas.arrow(grid(forget, gate), grid(forget, belt + radius))
    canvas.arrow(grid(input, gate), grid(input, products), grid(candidate - radius, products))
    canvas.arrow(grid(candidate, gate), grid(candidate, products + radius))
    canvas.arrow(grid(candidate, products - radius), grid(candidate, belt + radius))
    canvas.arrow(grid(output, gate), grid(output, products), grid(end - radius, products))
    canvas.arrow(grid(end, belt), grid(end, products - radius))
    canvas.joint(grid(end, belt), canvas.theme.series[0].color)
    canvas.arrow(
      grid(end, products + radius), grid(end, place.row.bus), grid(ends.upperBound, place.row.bus))

    canvas.operation(grid(forget, belt), .product)
    canvas.operation(grid(candidate, belt), .sum)
    canvas.operation(grid(candidate, products), .product)
    canvas.operation(grid(end, products), .product)
    paintPill(grid, end, place.row.pill, "tanh", on: &canvas)
  }

  /// The gates' outputs, the states and the input beside their lines.
  private func paintNames(_ grid: CellGrid, _ place: Places, on canvas: inout Canvas) {
    let ends = grid.ends(of: place.frame.along)
    canvas.signal("*f*_{t}", grid, place.column.forget, place.letters.first)
    canvas.signal("*i*_{t}", grid, place.column.input, place.letters.others)
    canvas.signal("*g*_{t}", grid, place.column.candidate, place.letters.others)
    canvas.signal("*o*_{t}", grid, place.column.output, place.letters.others)
    for (name, row) in [("c", place.row.belt), ("h", place.row.bus)] {
      canvas.entry("*\(name)*_{t-1}", grid, ends.lowerBound, row)
      canvas.exit("*\(name)*_{t}", grid, ends.upperBound, row)
    }
    canvas.label("*x*_{t}", at: grid(place.column.stem, place.row.stem + 10))
    canvas.label(cell.name, at: grid(place.name.along, place.name.across), .end, isQuiet: true)
    canvas.label(
      "cell state", at: grid(place.stateName.along, place.stateName.across),
      grid.isUpright ? .start : .middle, .baseline, isQuiet: true)
  }
}
