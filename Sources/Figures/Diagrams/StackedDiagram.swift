import Drawing

/// Recurrent layers on top of each other over time, with the shape of what each gives.
///
/// Every layer below another returns its whole sequence; the last one returns all of it or only
/// what it gives at the last time-step.
public struct StackedDiagram: Figure, Diagram, Hashable {
  public var cell: CellKind
  /// The number of units of each layer, from the input upwards.
  public var layers: [Int]
  public var inputSize: Int
  public var steps: Int
  public var returnsSequences: Bool
  public var title: String?
  public var subtitle: String?
  public var width: Double?
  public var height: Double?

  public init(
    cell: CellKind, layers: [Int], inputSize: Int, steps: Int, returnsSequences: Bool = false
  ) {
    (self.cell, self.layers, self.inputSize) = (cell, layers, inputSize)
    (self.steps, self.returnsSequences) = (steps, returnsSequences)
  }

  public func title(_ text: String) -> StackedDiagram { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> StackedDiagram { with(self) { $0.subtitle = text } }

  var problems: [FigureProblem] {
    var problems: [FigureProblem] = []
    if steps < 1 { problems.append(.impossibleCount(of: "time-steps", count: steps)) }
    if layers.isEmpty || layers.count > Self.mostLayers {
      problems.append(.impossibleCount(of: "layers", count: layers.count))
    }
    let least = (layers + [inputSize]).min() ?? 0
    if least < 1 { problems.append(.impossibleCount(of: "units", count: least)) }
    return problems
  }

  /// More layers than this would be higher than a screen.
  private static let mostLayers = 12

  /// What a layer gives; layer 0 is the input.
  func shape(_ layer: Int) -> String {
    if layer == 0 { return "(batch, time-steps, \(inputSize))" }
    let isLast = layer == layers.count
    return isLast && !returnsSequences
      ? "(batch, \(layers[layer - 1]))" : "(batch, time-steps, \(layers[layer - 1]))"
  }

  // In layout units.
  private static let rowHeight = 78.0

  func layoutSize(in room: DiagramRoom) -> Size {
    Size(
      width: room.isNarrow ? 316 : 420,
      height: Self.rowHeight * Double(min(layers.count, Self.mostLayers))
        + (room.isNarrow ? 130 : 120))
  }

  func paint(in area: Rect, _ room: DiagramRoom, on canvas: inout Canvas) {
    let unit = canvas.unit
    let left = area.minX + unit * (room.isNarrow ? 0 : 62)
    let width = area.maxX - unit * (room.isNarrow ? 104 : 158) - left
    let columns = TimeColumn.columns(steps: steps, fitting: Int(width / (unit * 70)))
    let slot = min(unit * 130, width / Double(columns.count))
    // Three lines of words are higher than an input.
    let bottom = area.maxY - unit * (room.isNarrow ? 30 : 20)
    for layer in 0...layers.count + 1 {
      let y = bottom - unit * Self.rowHeight * Double(layer)
      paintRow(layer, at: y, Grid(left: left, slot: slot, columns: columns), on: &canvas)
      if layer <= layers.count { paintNames(layer, at: y, in: area, room, on: &canvas) }
    }
  }

  /// A row's name on one side and its shape on the other; on a phone one below the other.
  private func paintNames(
    _ layer: Int, at y: Double, in area: Rect, _ room: DiagramRoom, on canvas: inout Canvas
  ) {
    let name = layer == 0 ? "input" : "layer \(layer)"
    guard room.isNarrow else {
      canvas.label(name, at: Point(area.minX, y), .start, isQuiet: true)
      return canvas.label(shape(layer), at: Point(area.maxX, y), .end, isQuiet: true)
    }
    let parts = shape(layer).split(separator: " ", maxSplits: 1).map(String.init)
    let lines = parts.count == 2 && shape(layer).count > 16 ? parts : [shape(layer)]
    for (index, line) in ([name] + lines).enumerated() {
      let down = canvas.metrics.tick * 1.3 * (Double(index) - Double(lines.count) / 2)
      canvas.label(line, at: Point(area.maxX, y + down), .end, isQuiet: true)
    }
  }

  private struct Grid {
    var left: Double
    var slot: Double
    var columns: [TimeColumn]
    func center(_ index: Int) -> Double { left + (Double(index) + 0.5) * slot }
  }

  /// The inputs, a layer, or what the last layer gives.
  private func paintRow(_ layer: Int, at y: Double, _ grid: Grid, on canvas: inout Canvas) {
    let unit = canvas.unit
    let half = min(unit * 34, grid.slot * 0.34)
    let isOutput = layer > layers.count
    let y = isOutput ? y + unit * 8 : y
    for (index, column) in grid.columns.enumerated() {
      let center = Point(grid.center(index), y)
      guard case .step(let step) = column else {
        if !isOutput { canvas.ellipsis(at: center) }
        continue
      }
      if isOutput, !returnsSequences, step != steps { continue }
      if layer > 0 {
        let below = y + unit * (Self.rowHeight - (isOutput ? 30 : layer == 1 ? 18 : 22))
        canvas.arrow(Point(center.x, below), center + Point(0, unit * (isOutput ? 18 : 22)))
      }
      if layer == 0 || isOutput {
        canvas.circle(
          center, radius: unit * 18, isOutput ? "*h*_{\(step)}" : "*x*_{\(step)}",
          fill: canvas.tint(isOutput ? 0 : 1))
      } else {
        if index + 1 < grid.columns.count || index > 0 {
          paintLink(grid, index, y, half, on: &canvas)
        }
        canvas.box(
          Rect(
            x: center.x - half, y: y - unit * 22, width: 2 * half, height: unit * 44),
          cell.shortName)
      }
    }
  }

  /// The arrow that brings a cell the state of the one before.
  private func paintLink(
    _ grid: Grid, _ index: Int, _ y: Double, _ half: Double, on canvas: inout Canvas
  ) {
    func edge(_ index: Int) -> Double {
      if case .ellipsis = grid.columns[index] { canvas.unit * 18 } else { half }
    }
    if index > 0 {
      let start = grid.center(index - 1) + edge(index - 1)
      canvas.arrow(Point(start, y), Point(grid.center(index) - half, y))
    }
    if index + 1 < grid.columns.count, case .ellipsis = grid.columns[index + 1] {
      let end = grid.center(index + 1) - edge(index + 1)
      canvas.arrow(Point(grid.center(index) + half, y), Point(end, y))
    }
  }
}
