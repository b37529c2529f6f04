import Drawing

extension StatefulDiagram {
  // In layout units: a batch, what stands for several, and the way from one to the next.
  private static let (batchHeight, gapHeight, linkHeight) = (130.0, 34.0, 44.0)
  /// Room beside the cells for the state's way in and out.
  private static let side = 48.0
  /// From a frame's edge to the first slot.
  private static let padding = 14.0

  private var rows: [TimeColumn] { TimeColumn.columns(steps: max(1, batches), fitting: 4) }

  private func height(of row: TimeColumn) -> Double {
    if case .ellipsis = row { Self.gapHeight } else { Self.batchHeight }
  }

  func layoutSize(in room: DiagramRoom) -> Size {
    let heights = rows.map(height(of:)).reduce(0, +)
    return Size(width: 300, height: heights + Self.linkHeight * Double(rows.count - 1))
  }

  func paint(in area: Rect, _ room: DiagramRoom, on canvas: inout Canvas) {
    let unit = canvas.unit
    let inner = area.width - 2 * Self.side * unit
    let columns = TimeColumn.columns(
      steps: steps, fitting: Int(inner / ((room.isNarrow ? 66 : 76) * unit)))
    let width = min(inner, Double(columns.count) * 120 * unit)
    var top = area.minY
    for (index, row) in rows.enumerated() {
      let frame = Rect(
        x: area.midX - width / 2 - Self.padding * unit, y: top,
        width: width + 2 * Self.padding * unit, height: height(of: row) * unit)
      switch row {
      case .step(let batch):
        BatchRow(diagram: self, batch: batch, columns: columns, frame: frame, inner: width)
          .paint(on: &canvas)
      case .ellipsis(let count): paintEllipsis(count, in: frame, after: index, on: &canvas)
      }
      top = frame.maxY
      if index + 1 < rows.count {
        paintLink(from: row, to: rows[index + 1], below: frame, on: &canvas)
      }
      top += Self.linkHeight * unit
    }
  }

  /// Batches that are left out; a reset among them is said.
  private func paintEllipsis(
    _ count: Int, in frame: Rect, after index: Int, on canvas: inout Canvas
  ) {
    var text = "\(count) more batches"
    if let resetAfter, case .step(let before) = rows[index - 1],
      (before + 1..<before + count).contains(resetAfter)
    {
      text += ", reset after batch \(resetAfter)"
    }
    let unit = canvas.unit
    canvas.ellipsis(at: Point(frame.midX, frame.minY + unit * 8))
    canvas.label(text, at: Point(frame.midX, frame.minY + unit * 24), isQuiet: true)
  }

  /// The state's way from the end of one batch to the start of the next, or its end.
  private func paintLink(
    from row: TimeColumn, to next: TimeColumn, below frame: Rect, on canvas: inout Canvas
  ) {
    let unit = canvas.unit
    let batch = TimeColumn.carried(from: row, to: next) ?? batches
    let place = Point(frame.midX, frame.maxY + unit * 13)
    if resetAfter == batch {
      return canvas.label("state reset to 0", at: place, isQuiet: true)
    }
    let states = cell.states.map { "\($0)_{\(batch * steps)}" }.joined(separator: ", ")
    canvas.label(states + " carried over", at: place, isQuiet: true)
    let style = stateStyle(canvas)
    let line = frame.maxY + unit * 26
    var corners = [Point(frame.maxX, line), Point(frame.minX, line)]
    if case .step = row {
      // From where the last cell's arrow leaves the batch.
      let right = frame.maxX + unit * 14
      let start = frame.minY + BatchRow.middle * unit
      corners = [Point(frame.maxX, start), Point(right, start), Point(right, line)] + corners[1...]
    }
    if case .step = next {
      let left = frame.minX - unit * 14
      let end = frame.maxY + (Self.linkHeight + BatchRow.middle) * unit
      corners[corners.count - 1] = Point(left, line)
      corners += [Point(left, end), Point(frame.minX, end)]
    }
    canvas.arrow(corners, with(style) { $0.hasHead = false })
  }

  fileprivate func stateStyle(_ canvas: Canvas) -> Canvas.ArrowStyle {
    Canvas.ArrowStyle(color: canvas.theme.series[0].color, width: canvas.metrics.lineWidth)
  }
}

/// One batch: a frame with its name, the cells and their inputs.
private struct BatchRow {
  let diagram: StatefulDiagram
  let batch: Int
  let columns: [TimeColumn]
  let frame: Rect
  /// The width that the cells share, in the middle of the frame.
  let inner: Double

  /// From the frame's top to the middle of the cells, in layout units.
  static let middle = 52.0

  private var slot: Double { inner / Double(columns.count) }
  private func center(_ index: Int) -> Double {
    frame.midX - inner / 2 + (Double(index) + 0.5) * slot
  }

  func paint(on canvas: inout Canvas) {
    let unit = canvas.unit
    let path = Path.roundedRectangle(frame, radius: unit * 12)
    canvas.fill(path, canvas.theme.surface)
    canvas.label(
      "batch \(batch)", at: Point(frame.minX + unit * 12, frame.minY + unit * 15), .start,
      isQuiet: true)
    let half = min(unit * 34, slot * 0.37)
    for (index, column) in columns.enumerated() {
      let place = Point(center(index), frame.minY + unit * Self.middle)
      switch column {
      case .ellipsis: canvas.ellipsis(at: place)
      case .step(let step): paint(step, at: place, half: half, on: &canvas)
      }
      if index + 1 < columns.count {
        let next = center(index + 1) - reach(columns[index + 1], half, unit)
        let start = place.x + reach(column, half, unit)
        canvas.arrow([Point(start, place.y), Point(next, place.y)], diagram.stateStyle(canvas))
      }
    }
    paintEnds(half: half, on: &canvas)
  }

  private func reach(_ column: TimeColumn, _ half: Double, _ unit: Double) -> Double {
    if case .ellipsis = column { unit * 16 } else { half }
  }

  private func paint(_ step: Int, at place: Point, half: Double, on canvas: inout Canvas) {
    let unit = canvas.unit
    let radius = unit * 17
    let input = Point(place.x, frame.maxY - radius - unit * 8)
    canvas.arrow(Point(place.x, input.y - radius), Point(place.x, place.y + unit * 20))
    let number = (batch - 1) * diagram.steps + step
    canvas.circle(input, radius: radius, "*x*_{\(number)}", fill: canvas.tint(1))
    canvas.box(
      Rect(x: place.x - half, y: place.y - unit * 20, width: 2 * half, height: unit * 40),
      diagram.cell.shortName, fill: canvas.theme.background)
  }

  /// The state that comes in, and the one that leaves.
  private func paintEnds(half: Double, on canvas: inout Canvas) {
    let unit = canvas.unit
    let y = frame.minY + unit * Self.middle
    let style = diagram.stateStyle(canvas)
    let first = Point(center(0) - reach(columns[0], half, unit), y)
    canvas.arrow([Point(frame.minX, y), first], style)
    if diagram.startsFromZero(batch) {
      canvas.label("0", at: Point(frame.minX - unit * 6, y), .end)
    }
    let last = columns.count - 1
    let isReset = diagram.resetAfter == batch
    let start = Point(center(last) + reach(columns[last], half, unit), y)
    canvas.arrow(
      [start, Point(frame.maxX, y)], with(style) { $0.hasHead = batch == diagram.batches })
    if isReset, batch < diagram.batches {
      // A bar across the line: here the state ends.
      let bar = Point(0, unit * 9)
      let end = Point(frame.maxX, y)
      canvas.line(from: end - bar, to: end + bar, style.color, width: style.width * 1.5)
    } else if batch == diagram.batches {
      let states = diagram.cell.states.joined(separator: ", ")
      canvas.label(states, at: Point(frame.maxX + unit * 5, y), .start)
    }
  }
}
