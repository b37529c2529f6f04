import Drawing

extension Chart {
  /// Grid lines along the vertical axis only: they lead the eye to the numbers. The horizontal
  /// axis has a line and ticks.
  func paintAxes(_ plan: ChartPlan, on canvas: inout Canvas) {
    paintVerticalAxis(plan, on: &canvas)
    paintHorizontalAxis(plan, on: &canvas)
  }

  private func paintVerticalAxis(_ plan: ChartPlan, on canvas: inout Canvas) {
    let area = plan.plot.area
    let metrics = canvas.metrics
    for tick in plan.plot.y.ticks where tick.label == nil {
      guard let y = plan.plot.height(tick.value) else { continue }
      canvas.line(
        from: Point(area.minX - metrics.gap * 0.4, crisp(y)), to: Point(area.minX, crisp(y)),
        canvas.theme.axis, width: metrics.hairline * 0.75)
    }
    for (tick, line) in plan.yLabels {
      guard let y = plan.plot.height(tick.value) else { continue }
      let isZero = tick.value == 0
      canvas.line(
        from: Point(area.minX, crisp(y)), to: Point(area.maxX, crisp(y)),
        isZero ? canvas.theme.axis : canvas.theme.grid)
      canvas.place(
        line, at: Point(area.minX - metrics.gap, y), .end, .middle, color: canvas.theme.secondary)
    }
  }

  private func paintHorizontalAxis(_ plan: ChartPlan, on canvas: inout Canvas) {
    let area = plan.plot.area
    let metrics = canvas.metrics
    let y = crisp(area.maxY)
    canvas.line(from: Point(area.minX, y), to: Point(area.maxX, y), canvas.theme.axis)
    let labelled = Set(plan.xLabels.map(\.tick.value))
    for tick in plan.plot.x.ticks {
      guard let x = plan.plot.across(tick.value) else { continue }
      let length = metrics.gap * (labelled.contains(tick.value) ? 0.6 : 0.35)
      canvas.line(
        from: Point(crisp(x), y), to: Point(crisp(x), y + length), canvas.theme.axis)
    }
    for (tick, block) in plan.xLabels {
      guard let x = plan.plot.across(tick.value) else { continue }
      canvas.place(
        block, at: Point(x, area.maxY + metrics.gap), .middle, color: canvas.theme.secondary)
    }
  }

  /// A hairline of one point covers whole pixels at every density when it lies on a half.
  private func crisp(_ place: Double) -> Double { place.rounded(.down) + 0.5 }
}
