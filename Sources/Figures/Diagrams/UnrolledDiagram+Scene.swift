import Drawing

extension UnrolledDiagram {
  // In layout units.
  private static let rowGap = 20.0
  private var rowHeight: Double { gradients == nil ? 196 : 232 }
  /// Room for the name of the state that comes in, and of what else stands there.
  private var leftSide: Double { sizes != nil ? 88 : gradients == nil ? 44 : 62 }
  private static let rightSide = 44.0

  /// The least width of a column: a box, and an arrow to the next.
  private func columnWidth(_ room: DiagramRoom) -> Double { room.isNarrow ? 62 : 76 }

  /// The columns, in as many rows as the room asks for; rows are about equally long.
  func rows(in room: DiagramRoom) -> [[TimeColumn]] {
    let width = room.width - leftSide - Self.rightSide
    let fitting = max(room.isNarrow ? 2 : 3, Int(width / columnWidth(room)))
    guard room.isNarrow, steps > fitting else {
      return [TimeColumn.columns(steps: steps, fitting: fitting)]
    }
    let columns = TimeColumn.columns(steps: steps, fitting: 2 * fitting)
    let first = (columns.count + 1) / 2
    return [Array(columns.prefix(first)), Array(columns.dropFirst(first))]
  }

  func layoutSize(in room: DiagramRoom) -> Size {
    let count = Double(rows(in: room).count)
    return Size(width: 300, height: rowHeight * count + Self.rowGap * (count - 1))
  }

  func paint(in area: Rect, _ room: DiagramRoom, on canvas: inout Canvas) {
    let unit = canvas.unit
    let rows = rows(in: room)
    let width = area.width - unit * (leftSide + Self.rightSide)
    let longest = rows.map(\.count).max() ?? 1
    let slot = min(width / Double(longest), unit * 150)
    // A short sequence stands in the middle.
    let left = area.minX + unit * leftSide + (width - slot * Double(longest)) / 2
    let share = room.isNarrow ? 0.72 : 0.62
    for (number, columns) in rows.enumerated() {
      let top = area.minY + Double(number) * (rowHeight + Self.rowGap) * unit
      let row = UnrolledRow(
        diagram: self, columns: columns, following: rows.dropFirst(number + 1).first?.first,
        left: left, slot: slot, top: top, boxWidth: min(unit * 84, slot * share))
      row.paint(comingFrom: number == 0 ? nil : rows[number - 1].last, on: &canvas)
      if gradients != nil { row.paintGradientTitle(at: area.minX, on: &canvas) }
    }
  }

  /// 1 for the largest gradient, 0 for a ten-thousandth of it and less, even in its logarithm.
  func strength(of gradient: Double) -> Double {
    let largest = (gradients ?? []).filter(\.isFinite).map(abs).max() ?? 0
    guard largest > 0, gradient != 0 else { return 0 }
    return min(1, max(0, 1 + Decimal.logarithm(abs(gradient) / largest) / 4))
  }
}
