import Drawing

extension Chart {
  public func drawing(in theme: Theme, typesetter: any Typesetter) -> FigureDrawing {
    var canvas = Canvas(theme: theme, typesetter: typesetter)
    let size = paint(shared: nil, on: &canvas)
    return canvas.drawing(size: size)
  }

  /// Paints the chart, alone or as one of several panels, and gives its size.
  func paint(shared: ChartData?, on canvas: inout Canvas) -> Size {
    let data = ChartData(marks, xScale: xAxis.scale, shared: shared)
    for problem in data.problems + data.hiddenBars + rangeProblems { canvas.note(problem) }
    if data.stacks(isLogY: yAxis.scale == .log) { canvas.note(.stackedOnLog) }
    if rangeProblems.isEmpty, data.isOutside(x: xAxis.range, y: yAxis.range) {
      canvas.note(.outsideRange)
    }
    let plan = ChartPlan(self, data, shared: shared, on: &canvas)
    paintHeader(plan, data, on: &canvas)
    paintAxes(plan, on: &canvas)
    paintMarks(data, plan, on: &canvas)
    let isLogX = xAxis.scale == .log && data.names.isEmpty
    let hasData = data.hasData(isLogX: isLogX, isLogY: yAxis.scale == .log)
    if !hasData, data.rules.isEmpty, data.rectangles.isEmpty, data.notes.isEmpty {
      paintNothing(plan, on: &canvas)
    }
    paintFooter(plan, on: &canvas)
    return plan.size
  }

  /// An empty plot says so, wherever the picture is shown.
  private func paintNothing(_ plan: ChartPlan, on canvas: inout Canvas) {
    canvas.note(.noData)
    let line = canvas.text.line("no data", canvas.labelStyle)
    let middle = Point(plan.plot.area.midX, plan.plot.area.midY)
    canvas.place(line, at: middle, .middle, .middle, color: canvas.theme.secondary, hasHalo: true)
  }

  private var rangeProblems: [FigureProblem] {
    [(xAxis, AxisScale.linear), (yAxis, .linear)].compactMap { axis, scale in
      guard let range = axis.range, !range.isUsable(on: axis.scale ?? scale) else { return nil }
      return .emptyRange(low: range.low, high: range.high)
    }
  }

  private func paintHeader(_ plan: ChartPlan, _ data: ChartData, on canvas: inout Canvas) {
    let gap = canvas.metrics.gap
    plan.header.paint(on: &canvas)
    var place = Point(canvas.metrics.margin, plan.header.bottom)
    if let legend = plan.legend {
      legend.paint(at: place, data, on: &canvas)
      place.y += legend.height + gap
    }
    canvas.place(plan.yTitle, at: place, color: canvas.theme.ink)
  }

  private func paintFooter(_ plan: ChartPlan, on canvas: inout Canvas) {
    let gap = canvas.metrics.gap
    var y = plan.size.height - gap
    if !plan.footnote.lines.isEmpty {
      y -= plan.footnote.height
      canvas.place(
        plan.footnote, at: Point(canvas.metrics.margin, y), color: canvas.theme.secondary)
      y -= gap * 0.75
    }
    let place = Point(plan.plot.area.midX, y - plan.xTitle.height)
    canvas.place(plan.xTitle, at: place, .middle, color: canvas.theme.ink)
  }

  private func paintMarks(_ data: ChartData, _ plan: ChartPlan, on canvas: inout Canvas) {
    let plot = plan.plot
    let outer = canvas.items
    canvas.items = []
    for rectangle in data.rectangles { rectangle.paint(in: plot, on: &canvas) }
    let bars = BarSlots(data, plot)
    for layer in data.layers.inPaintingOrder {
      let style = data.style(of: layer.series, in: canvas.theme)
      switch layer.kind {
      case .band: layer.paintBand(in: plot, style, on: &canvas)
      case .area: layer.paintArea(in: plot, style, on: &canvas)
      case .bar: layer.paintBars(in: plot, bars.slot(of: layer), style, on: &canvas)
      case .line: layer.paintLine(in: plot, style, on: &canvas)
      case .point: layer.paintPoints(in: plot, style, on: &canvas)
      }
      layer.paintInfinite(in: plot, style, on: &canvas)
    }
    for rule in data.rules { rule.paint(in: plot, on: &canvas) }
    let inner = canvas.items
    let isCut = xAxis.range != nil || yAxis.range != nil
    canvas.items = outer + (isCut ? [.clipped(plot.area, inner)] : inner)
    paintLabels(data, plan, on: &canvas)
  }

  private func paintLabels(_ data: ChartData, _ plan: ChartPlan, on canvas: inout Canvas) {
    for label in plan.endLabels {
      let style = data.style(of: label.series, in: canvas.theme)
      label.paint(style, on: &canvas)
    }
    let obstacles = Obstacles(data, plan.plot)
    for rectangle in data.rectangles {
      rectangle.paintLabel(in: plan.plot, avoiding: obstacles, on: &canvas)
    }
    for rule in data.rules { rule.paintLabel(in: plan.plot, avoiding: obstacles, on: &canvas) }
    for note in data.notes { note.paint(in: plan.plot, avoiding: obstacles, on: &canvas) }
  }
}

extension [ChartData.Layer] {
  /// Surfaces below lines below points; within a kind as the author ordered them.
  fileprivate var inPaintingOrder: [ChartData.Layer] {
    let order: [ChartData.Layer.Kind] = [.band, .area, .bar, .line, .point]
    return order.flatMap { kind in filter { $0.kind == kind } }
  }
}

extension EndLabel {
  fileprivate func paint(_ style: Theme.SeriesStyle, on canvas: inout Canvas) {
    let gap = canvas.metrics.gap
    // A short leader, bent where the name had to move.
    let start = Point(end.x + gap * 0.5, end.y)
    let stop = Point(place.x - gap * 0.5, place.y)
    if abs(end.y - place.y) > canvas.metrics.label * 0.35 {
      canvas.line(from: start, to: stop, style.color)
    }
    canvas.place(line, at: place, .start, .middle, color: style.text)
  }
}
