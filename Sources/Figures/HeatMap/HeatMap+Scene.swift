import Drawing

extension HeatMap {
  public func drawing(in theme: Theme, typesetter: any Typesetter) -> FigureDrawing {
    var canvas = Canvas(theme: theme, typesetter: typesetter)
    for problem in problems { canvas.note(problem) }
    let plan = HeatMapPlan(self, on: &canvas)
    plan.header.paint(on: &canvas)
    if !finiteValues.isEmpty {
      paintCells(plan, on: &canvas)
      paintLabels(plan, on: &canvas)
      plan.paintColorBar(on: &canvas)
    }
    plan.paintFooter(on: &canvas)
    return canvas.drawing(size: plan.size)
  }

  /// One fill for each colour: what paints the scene then meets a hundred paths, not ten thousand.
  private func paintCells(_ plan: HeatMapPlan, on canvas: inout Canvas) {
    var paths = [Path](repeating: Path(), count: ColorMap.levels)
    var missing = Path()
    let cells = plan.cells
    for row in 0..<cells.rowEdges.count - 1 {
      var start = 0
      while start < cells.columnEdges.count - 1 {
        let level = plan.colors.level(cells.mean(of: self, row, start))
        var end = start + 1
        // Neighbours of one colour are one rectangle, unless gaps part them.
        while !cells.hasGaps, end < cells.columnEdges.count - 1,
          plan.colors.level(cells.mean(of: self, row, end)) == level
        { end += 1 }
        let cell = Path.rectangle(cells.rect(row, start, end))
        if let level { paths[level].append(cell) } else { missing.append(cell) }
        start = end
      }
    }
    if !missing.elements.isEmpty { canvas.fill(missing, canvas.theme.axis) }
    for (level, path) in paths.enumerated() where !path.elements.isEmpty {
      canvas.fill(path, plan.colors.map.color(level: level))
    }
    if !cells.hasGaps {
      canvas.stroke(
        .rectangle(plan.area.inset(by: -0.5)), canvas.theme.axis, Stroke(width: 1, join: .miter))
    }
  }

  private func paintLabels(_ plan: HeatMapPlan, on canvas: inout Canvas) {
    let gap = canvas.metrics.gap
    for (row, line) in plan.rowLines {
      let y = plan.area.minY + (Double(row) + 0.5) / Double(rowCount) * plan.area.height
      canvas.place(
        line, at: Point(plan.area.minX - gap, y), .end, .middle, color: canvas.theme.secondary)
    }
    for (column, line) in plan.columnLines {
      let x = plan.area.minX + (Double(column) + 0.5) / Double(columnCount) * plan.area.width
      canvas.place(
        line, at: Point(x, plan.area.maxY + gap), .middle, .top, color: canvas.theme.secondary)
    }
  }
}

/// Where the cells of a heat-map are: on whole pixels, and never smaller than one.
struct HeatMapCells: Sendable {
  let columnEdges: [Double]
  let rowEdges: [Double]
  /// Which rows and columns of the matrix one cell stands for.
  let rowsPerCell: Int
  let columnsPerCell: Int
  let hasGaps: Bool

  init(rows: Int, columns: Int, area: Rect) {
    rowsPerCell = Self.perCell(rows, length: area.height)
    columnsPerCell = Self.perCell(columns, length: area.width)
    rowEdges = Self.edges(rows, per: rowsPerCell, from: area.minY, length: area.height)
    columnEdges = Self.edges(columns, per: columnsPerCell, from: area.minX, length: area.width)
    // Cells of a finger's width read better apart; smaller ones would be more gap than cell.
    hasGaps = min(area.width / Double(max(1, columns)), area.height / Double(max(1, rows))) >= 12
  }

  /// How many must share a cell so that it is half a point wide.
  private static func perCell(_ count: Int, length: Double) -> Int {
    let most = max(1, Int(length * 2))
    return max(1, (count + most - 1) / most)
  }

  private static func edges(_ count: Int, per: Int, from: Double, length: Double) -> [Double] {
    let ends = Array(stride(from: 0, to: count, by: per)) + [count]
    return ends.map { ((from + Double($0) / Double(max(1, count)) * length) * 2).rounded() / 2 }
  }

  /// The mean of the finite values that a cell stands for; NaN when it has none.
  func mean(of map: HeatMap, _ row: Int, _ column: Int) -> Double {
    if rowsPerCell == 1, columnsPerCell == 1 { return map.values[row][column] }
    var sum = 0.0
    var count = 0.0
    let rows = row * rowsPerCell..<min(map.rowCount, (row + 1) * rowsPerCell)
    let columns = column * columnsPerCell..<min(map.columnCount, (column + 1) * columnsPerCell)
    for row in rows {
      for value in map.values[row][columns] where value.isFinite {
        sum += value
        count += 1
      }
    }
    return count == 0 ? .nan : sum / count
  }

  func rect(_ row: Int, _ start: Int, _ end: Int) -> Rect {
    let gap = hasGaps ? 1.0 : 0
    return Rect(
      x: columnEdges[start], y: rowEdges[row],
      width: columnEdges[end] - columnEdges[start] - gap,
      height: rowEdges[row + 1] - rowEdges[row] - gap)
  }
}
