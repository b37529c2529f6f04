import Drawing

extension UnrolledDiagram {
  /// The least width of a column, in layout units: a box, and an arrow to the next.
  private static let columnWidth = 76.0

  func paint(in area: Rect, on canvas: inout Canvas) {
    let unit = canvas.unit
    let sides = unit * (gradients == nil ? 44 : 62)
    let width = area.width - sides - unit * 44
    let columns = TimeColumn.columns(
      steps: steps, fitting: Int(width / (Self.columnWidth * unit)))
    let slot = min(width / Double(columns.count), unit * 150)
    // A short sequence stands in the middle.
    let left = area.minX + sides + (width - slot * Double(columns.count)) / 2
    let row = Row(
      diagram: self, left: left, slot: slot, top: area.minY,
      boxWidth: min(unit * 84, slot * 0.62))
    row.paintState(before: columns, on: &canvas)
    for (index, column) in columns.enumerated() {
      switch column {
      case .step(let step): row.paint(step, at: index, on: &canvas)
      case .ellipsis(let count): row.paintEllipsis(count, at: index, on: &canvas)
      }
      let next = index + 1 < columns.count ? columns[index + 1] : nil
      row.paintLink(from: column, to: next, at: index, on: &canvas)
    }
    if gradients != nil { row.paintGradientTitle(at: area.minX, on: &canvas) }
  }
}

/// The columns' common measures: heights of outputs, boxes and inputs from the top.
private struct Row {
  let diagram: UnrolledDiagram
  let left: Double
  let slot: Double
  let top: Double
  let boxWidth: Double

  private func center(_ index: Int) -> Double { left + (Double(index) + 0.5) * slot }
  private func box(_ index: Int, _ unit: Double) -> Rect {
    Rect(
      x: center(index) - boxWidth / 2, y: middle(unit) - unit * 33, width: boxWidth,
      height: unit * 66)
  }
  private func middle(_ unit: Double) -> Double { top + unit * 98 }
  private func radius(_ unit: Double) -> Double { unit * 18 }

  /// Heights of the forward arrows, one per state; the backward one runs below them.
  private func lanes(_ unit: Double) -> [Double] {
    let hasBack = diagram.gradients != nil
    let offsets: [Double] =
      switch (diagram.cell.states.count, hasBack) {
      case (1, false): [0]
      case (1, true): [-14]
      case (_, false): [-10, 10]
      case (_, true): [-22, -5]
      }
    return offsets.map { middle(unit) + $0 * unit }
  }

  func paint(_ step: Int, at index: Int, on canvas: inout Canvas) {
    let unit = canvas.unit
    let x = center(index)
    let box = box(index, unit)
    let output = Point(x, top + radius(unit) + unit)
    let input = Point(x, middle(unit) + unit * 79)
    canvas.circle(output, radius: radius(unit), "*h*_{\(step)}", fill: canvas.tint(0))
    canvas.circle(input, radius: radius(unit), "*x*_{\(step)}", fill: canvas.tint(1))
    canvas.arrow(Point(x, input.y - radius(unit)), Point(x, box.maxY))
    canvas.arrow(Point(x, box.minY), Point(x, output.y + radius(unit)))
    canvas.box(box, diagram.cell == .simpleRNN ? "RNN" : diagram.cell.name)
    if let gradient = diagram.gradient(at: step) {
      paintGradient(gradient, at: x, on: &canvas)
    }
  }

  func paintEllipsis(_ count: Int, at index: Int, on canvas: inout Canvas) {
    let unit = canvas.unit
    for offset in [-9.0, 0, 9] {
      let dot = Point(center(index) + offset * unit, middle(unit))
      canvas.fill(.circle(center: dot, radius: unit * 2.2), canvas.theme.secondary)
    }
    canvas.label(
      "\(count) more", at: Point(center(index), middle(unit) + unit * 46), isQuiet: true)
  }

  /// The state before the first time-step.
  func paintState(before columns: [TimeColumn], on canvas: inout Canvas) {
    let unit = canvas.unit
    let edge = center(0) - boxWidth / 2
    let start = edge - max(unit * 22, (slot - boxWidth) / 2)
    for (lane, state) in zip(lanes(unit), diagram.cell.states) {
      canvas.label("\(state)_{0}", at: Point(start - unit * 4, lane), .end)
      canvas.arrow(Point(start, lane), Point(edge, lane))
    }
    paintBack(to: 0, from: edge, reaching: start, on: &canvas)
  }

  /// The arrows from one column to the next, or out of the last.
  func paintLink(
    from column: TimeColumn, to next: TimeColumn?, at index: Int,
    on canvas: inout Canvas
  ) {
    let unit = canvas.unit
    let start = center(index) + halfWidth(of: column, unit)
    guard let next else {
      let end = start + max(unit * 22, (slot - boxWidth) / 2)
      for (lane, state) in zip(lanes(unit), diagram.cell.states) {
        canvas.arrow(Point(start, lane), Point(end, lane))
        canvas.label("\(state)_{\(diagram.steps)}", at: Point(end + unit * 4, lane), .start)
      }
      paintBack(to: diagram.steps, from: end, reaching: start, on: &canvas)
      if diagram.gradients != nil {
        canvas.label("*L*", at: Point(end + unit * 4, middle(unit) + unit * 18), .start)
      }
      return
    }
    let end = center(index + 1) - halfWidth(of: next, unit)
    for lane in lanes(unit) { canvas.arrow(Point(start, lane), Point(end, lane)) }
    let carried =
      switch (column, next) {
      case (_, .step(let step)): step - 1
      case (.step(let step), .ellipsis): step
      default: diagram.steps
      }
    paintBack(to: carried, from: end, reaching: start, on: &canvas)
  }

  /// From a column's middle to where its arrows end.
  private func halfWidth(of column: TimeColumn, _ unit: Double) -> Double {
    if case .ellipsis = column { unit * 18 } else { boxWidth / 2 }
  }

  /// The backward arrow that carries the gradient of a time-step's state.
  private func paintBack(
    to step: Int, from start: Double, reaching end: Double, on canvas: inout Canvas
  ) {
    guard let gradient = diagram.gradient(at: step), gradient.isFinite else { return }
    let unit = canvas.unit
    let lane = middle(unit) + unit * 18
    let share = diagram.strength(of: gradient)
    let style = Canvas.ArrowStyle(
      color: canvas.theme.sequential.color(at: 0.35 + 0.65 * share),
      width: unit * (1 + 6 * share))
    canvas.arrow([Point(start, lane), Point(end, lane)], style)
  }

  private func paintGradient(_ value: Double, at x: Double, on canvas: inout Canvas) {
    let y = middle(canvas.unit) + canvas.unit * 122
    canvas.label(NumberText.briefMarkup(value), at: Point(x, y), isQuiet: true)
  }

  func paintGradientTitle(at x: Double, on canvas: inout Canvas) {
    let y = middle(canvas.unit) + canvas.unit * 122
    canvas.label("‖∂*L*/∂*h*_{t}‖", at: Point(x, y), .start, isQuiet: true)
  }
}

extension UnrolledDiagram {
  /// 1 for the largest gradient, 0 for a ten-thousandth of it and less, even in its logarithm.
  func strength(of gradient: Double) -> Double {
    let largest = (gradients ?? []).filter(\.isFinite).map(abs).max() ?? 0
    guard largest > 0, gradient != 0 else { return 0 }
    return min(1, max(0, 1 + Decimal.logarithm(abs(gradient) / largest) / 4))
  }
}
