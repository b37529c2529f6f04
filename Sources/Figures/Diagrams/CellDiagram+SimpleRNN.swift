extension CellDiagram {
  /// The old state and the input, each through its weights, summed and squashed.
  func paintSimpleRNN(_ grid: CellGrid, on canvas: inout Canvas) {
    let line = 70.0
    let sum = 270.0
    let radius = Canvas.Operation.radius
    paintFrame(grid, height: 192, on: &canvas)
    canvas.arrow([grid(34, line), grid(sum - radius, line)], beltStyle(canvas))
    canvas.arrow([grid(sum + radius, line), grid(566, line)], beltStyle(canvas))
    canvas.arrow(grid(sum, 216), grid(sum, line + radius))
    canvas.arrow(grid(sum, 32), grid(sum, line - radius))
    canvas.operation(grid(sum, line), .sum)
    canvas.box(
      grid.rect(center: 160, line, width: 84, height: 44), "*W*_{hh}", "recurrent",
      fill: canvas.tint(3))
    canvas.box(
      grid.rect(center: sum, 148, width: 84, height: 44), "*W*_{xh}", "input",
      fill: canvas.tint(3))
    paintLayer(grid, 410, line, "tanh", "activation", on: &canvas)
    canvas.label("*b*", at: grid(sum, 22))
    canvas.label("*h*_{t-1}", at: grid(28, line), .end)
    canvas.label("*h*_{t}", at: grid(572, line), .start)
    canvas.label("*x*_{t}", at: grid(sum, 226))
  }
}
