import Drawing

/// One row of an unrolled network: heights of outputs, boxes and inputs from its top.
struct UnrolledRow {
  let diagram: UnrolledDiagram
  let columns: [TimeColumn]
  /// The first column of the next row.
  let following: TimeColumn?
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

  /// - previous: the last column of the row before.
  func paint(comingFrom previous: TimeColumn?, on canvas: inout Canvas) {
    let first = previous.map { TimeColumn.carried(from: $0, to: columns.first) } ?? 0
    paintState(first ?? diagram.steps, on: &canvas)
    for (index, column) in columns.enumerated() {
      switch column {
      case .step(let step): paint(step, at: index, on: &canvas)
      case .ellipsis(let count): paintEllipsis(count, at: index, on: &canvas)
      }
      if index + 1 < columns.count {
        paintLink(from: column, to: columns[index + 1], at: index, on: &canvas)
      } else {
        paintExit(from: column, at: index, on: &canvas)
      }
    }
    if let sizes = diagram.sizes, previous == nil { paintShapes(sizes, on: &canvas) }
  }

  private func paint(_ step: Int, at index: Int, on canvas: inout Canvas) {
    let unit = canvas.unit
    let x = center(index)
    let box = box(index, unit)
    let output = Point(x, top + radius(unit) + unit)
    let input = Point(x, middle(unit) + unit * 79)
    canvas.circle(output, radius: radius(unit), "*h*_{\(step)}", fill: canvas.tint(0))
    canvas.circle(input, radius: radius(unit), "*x*_{\(step)}", fill: canvas.tint(1))
    canvas.arrow(Point(x, input.y - radius(unit)), Point(x, box.maxY))
    canvas.arrow(Point(x, box.minY), Point(x, output.y + radius(unit)))
    canvas.box(box, diagram.cell.shortName)
    if let gradient = diagram.gradient(at: step) {
      let place = Point(x, middle(unit) + unit * 122)
      canvas.label(NumberText.briefMarkup(gradient), at: place, isQuiet: true)
    }
  }

  private func paintEllipsis(_ count: Int, at index: Int, on canvas: inout Canvas) {
    let unit = canvas.unit
    canvas.ellipsis(at: Point(center(index), middle(unit)))
    canvas.label(
      "\(count) more", at: Point(center(index), middle(unit) + unit * 46), isQuiet: true)
  }

  // MARK: - States

  /// How far the arrows into and out of the row reach.
  private func reach(_ unit: Double) -> Double { max(unit * 22, (slot - boxWidth) / 2) }

  /// The state before the row's first time-step.
  private func paintState(_ step: Int, on canvas: inout Canvas) {
    let unit = canvas.unit
    let edge = columns.first.map { center(0) - halfWidth(of: $0, unit) } ?? left
    let start = center(0) - boxWidth / 2 - reach(unit)
    for (lane, state) in zip(lanes(unit), diagram.cell.states) {
      canvas.label("\(state)_{\(step)}", at: Point(start - unit * 4, lane), .end)
      canvas.arrow(Point(start, lane), Point(edge, lane))
    }
    paintBack(to: step, from: edge, reaching: start, on: &canvas)
  }

  /// The arrows from one column to the next.
  private func paintLink(
    from column: TimeColumn, to next: TimeColumn, at index: Int, on canvas: inout Canvas
  ) {
    let unit = canvas.unit
    let start = center(index) + halfWidth(of: column, unit)
    let end = center(index + 1) - halfWidth(of: next, unit)
    for lane in lanes(unit) { canvas.arrow(Point(start, lane), Point(end, lane)) }
    let step = TimeColumn.carried(from: column, to: next) ?? diagram.steps
    paintBack(to: step, from: end, reaching: start, on: &canvas)
  }

  /// The arrows out of the last column.
  private func paintExit(from column: TimeColumn, at index: Int, on canvas: inout Canvas) {
    let unit = canvas.unit
    let start = center(index) + halfWidth(of: column, unit)
    let end = center(index) + boxWidth / 2 + reach(unit)
    let step = TimeColumn.carried(from: column, to: following) ?? diagram.steps
    for (lane, state) in zip(lanes(unit), diagram.cell.states) {
      canvas.arrow(Point(start, lane), Point(end, lane))
      canvas.label("\(state)_{\(step)}", at: Point(end + unit * 4, lane), .start)
    }
    paintBack(to: step, from: end, reaching: start, on: &canvas)
    if diagram.gradients != nil, following == nil {
      canvas.label("*L*", at: Point(end + unit * 4, middle(unit) + unit * 18), .start)
    }
  }

  /// From a column's middle to where its arrows end.
  private func halfWidth(of column: TimeColumn, _ unit: Double) -> Double {
    if case .ellipsis = column { unit * 18 } else { boxWidth / 2 }
  }

  // MARK: - Gradients and shapes

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

  func paintGradientTitle(at x: Double, on canvas: inout Canvas) {
    let y = middle(canvas.unit) + canvas.unit * 122
    canvas.label("‖∂*L*/∂*h*_{t}‖", at: Point(x, y), .start, isQuiet: true)
  }

  /// What the arrows of the row's first time-step carry.
  private func paintShapes(_ sizes: UnrolledDiagram.Sizes, on canvas: inout Canvas) {
    let unit = canvas.unit
    let x = center(0)
    let (below, above) = (middle(unit) + unit * 47, top + unit * 51)
    if slot > unit * 90 {
      canvas.label(sizes.inputShape, at: Point(x + unit * 8, below), .start, isQuiet: true)
      canvas.label(sizes.hiddenShape, at: Point(x + unit * 8, above), .start, isQuiet: true)
    } else {
      canvas.label(sizes.inputShape, at: Point(x - unit * 8, below), .end, isQuiet: true)
      canvas.label(sizes.hiddenShape, at: Point(x - unit * 8, above), .end, isQuiet: true)
    }
    let style = canvas.tickStyle
    let state = canvas.text.line(sizes.hiddenShape, style)
    let start = center(0) - boxWidth / 2 - reach(unit) - unit * 4
    let end = max(start, canvas.metrics.margin + state.width)
    let lane = (lanes(unit).last ?? middle(unit)) + unit * 19
    canvas.place(state, at: Point(end, lane), .end, .middle, color: canvas.theme.secondary)
  }
}
