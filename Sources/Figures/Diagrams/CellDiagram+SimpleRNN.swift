/// Where things stand, in layout units: rows across the way of the state, columns along it.
private struct Places: Sendable {
  var row: (bias: Double, line: Double, weights: Double, stem: Double)
  var column: (recurrent: Double, sum: Double, activation: Double)
  var frame: (along: ClosedRange<Double>, across: ClosedRange<Double>)
  var name: (along: Double, across: Double)

  static let flat = Places(
    row: (22, 70, 148, 216), column: (160, 270, 410), frame: (62...538, 0...192),
    name: (526, 20))
  static let upright = Places(
    row: (26, 108, 216, 302), column: (106, 188, 258), frame: (46...308, 6...288),
    name: (66, 276))
}

extension CellDiagram {
  /// The old state and the input, each through its weights, summed and squashed.
  func paintSimpleRNN(_ grid: CellGrid, on canvas: inout Canvas) {
    let place = grid.isUpright ? Places.upright : .flat
    let (line, sum) = (place.row.line, place.column.sum)
    let radius = Canvas.Operation.radius
    paintFrame(grid, place.frame.along, place.frame.across, on: &canvas)
    let ends = grid.ends(of: place.frame.along)
    canvas.arrow([grid(ends.lowerBound, line), grid(sum - radius, line)], beltStyle(canvas))
    canvas.arrow([grid(sum + radius, line), grid(ends.upperBound, line)], beltStyle(canvas))
    canvas.arrow(grid(sum, place.row.stem), grid(sum, line + radius))
    canvas.arrow(grid(sum, place.row.bias + 10), grid(sum, line - radius))
    canvas.operation(grid(sum, line), .sum)
    let tint = canvas.tint(3)
    paintBox(grid, place.column.recurrent, line, "*U*", "recurrent", fill: tint, on: &canvas)
    paintBox(grid, sum, place.row.weights, "*W*", "input", fill: tint, on: &canvas)
    paintLayer(grid, place.column.activation, line, "tanh", "activation", on: &canvas)
    canvas.label("*b*", at: grid(sum, place.row.bias))
    canvas.entry("*h*_{t-1}", grid, ends.lowerBound, line)
    canvas.exit("*h*_{t}", grid, ends.upperBound, line)
    canvas.label("*x*_{t}", at: grid(sum, place.row.stem + 10))
    canvas.label(
      cell.name, at: grid(place.name.along, place.name.across), .end, isQuiet: true)
  }
}
