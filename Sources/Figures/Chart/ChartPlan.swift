import Drawing

/// Where everything of a chart comes: all text set and measured, nothing painted.
struct ChartPlan: Sendable {
  var size: Size
  var plot: Plot
  let header: Header
  var legend: Legend?
  var yTitle = TextBlock()
  var xTitle = TextBlock()
  var footnote = TextBlock()
  /// One block for each tick that has a label.
  var xLabels: [(tick: Scale.Tick, block: TextBlock)] = []
  var yLabels: [(tick: Scale.Tick, line: TextLine)] = []
  var endLabels: [EndLabel] = []

  /// The smallest plot that still shows a course of values.
  static let smallestPlot = Size(width: 80, height: 60)

  /// Heights first, since they need no widths; then the vertical axis, whose labels say how wide
  /// the plot is; then the horizontal axis, whose labels may be several lines high.
  ///
  /// - shared: the data of all panels when the chart is one of several: its axes reach as far as
  ///   theirs, and the names of the series stand above all of them.
  init(_ chart: Chart, _ data: ChartData, shared: ChartData?, on canvas: inout Canvas) {
    let metrics = canvas.metrics
    size = Size(
      width: chart.width ?? metrics.size.width, height: chart.height ?? metrics.size.height)
    header = Header(
      title: chart.title, subtitle: chart.subtitle, width: size.width,
      style: shared == nil ? nil : canvas.strongStyle, on: &canvas)
    let request = ScaleRequests(chart, shared ?? data)
    // A first scale, since what its labels leave out is part of the title above it.
    plot = Plot(
      area: Rect(x: 0, y: 0, width: 1, height: 1), x: .naming([""]), y: request.y(room: 5))
    setTitles(chart, on: &canvas)
    setFootnote(chart, data, request, on: &canvas)
    let ends = shared == nil ? EndLabel.lines(for: data, on: &canvas, width: size.width) : []
    if ends == nil {
      legend = Legend(data, width: size.width - 2 * canvas.metrics.margin, on: &canvas)
    }
    growIfNeeded(on: &canvas)
    placePlot(request, ends: ends ?? [], on: &canvas)
    endLabels = EndLabel.placed(ends ?? [], data, plot, canvas.metrics)
  }

  private mutating func placePlot(
    _ request: ScaleRequests, ends: [(series: Int, line: TextLine)], on canvas: inout Canvas
  ) {
    let metrics = canvas.metrics
    let top = headerHeight(canvas)
    var bottom = size.height - footerHeight(canvas) - metrics.tick * 1.3
    let labelHeight = metrics.tick * (request.isLogY ? 2 : 2.5)
    plot.y = request.y(room: max(2, Int((bottom - top) / labelHeight)))
    setYLabels(on: &canvas)
    let left = metrics.margin + (yLabels.map(\.line.width).max() ?? 0) + metrics.gap
    var right = size.width - max(metrics.margin, metrics.gap * 2)
    if !ends.isEmpty { right -= EndLabel.room(for: ends, metrics) - metrics.gap * 0.5 }
    var width = max(Self.smallestPlot.width, right - left)
    setXLabels(request, width: width, on: &canvas)
    let overhang = left + labelsEnd(width: width) - size.width
    if overhang > 0 {
      width = max(Self.smallestPlot.width, width - overhang)
      setXLabels(request, width: width, on: &canvas)
    }
    bottom -= max(0, (xLabels.map(\.block.height).max() ?? 0) - metrics.tick)
    plot.area =
      Rect(
        x: left, y: top, width: width, height: max(Self.smallestPlot.height, bottom - top)
      ).onWholePixels
  }

  // MARK: - Header and footer

  private mutating func setTitles(_ chart: Chart, on canvas: inout Canvas) {
    let width = size.width - 2 * canvas.metrics.margin
    let across = chart.xAxis.title ?? ""
    let up = [chart.yAxis.title, plot.y.factor].compactMap { $0 }.joined(separator: " ")
    xTitle = canvas.text.block(across, canvas.labelStyle, width: width, lines: 2)
    let lines = canvas.metrics.isNarrow ? 2 : 1
    yTitle = canvas.text.block(up, canvas.labelStyle, width: width, lines: lines)
  }

  private mutating func setFootnote(
    _ chart: Chart, _ data: ChartData, _ request: ScaleRequests, on canvas: inout Canvas
  ) {
    let counts = data.unshown(isLogX: request.isLogX, isLogY: request.isLogY)
    for (axis, count) in [("x", counts.notPositiveX), ("y", counts.notPositiveY)] where count > 0 {
      canvas.note(.notPositive(axis: axis, count: count))
    }
    guard let text = counts.sentence else { return }
    let width = size.width - 2 * canvas.metrics.margin
    footnote = canvas.text.block(text, canvas.tickStyle, width: width, lines: 2)
  }

  /// From the figure's top to the plot's.
  private func headerHeight(_ canvas: Canvas) -> Double {
    let gap = canvas.metrics.gap
    var y = header.bottom
    if let legend { y += legend.height + gap }
    if !yTitle.lines.isEmpty { y += yTitle.height + gap * 0.5 }
    return y + gap
  }

  /// From the tick labels' bottom to the figure's.
  private func footerHeight(_ canvas: Canvas) -> Double {
    let gap = canvas.metrics.gap
    var height = gap * 2
    if !xTitle.lines.isEmpty { height += xTitle.height + gap * 0.75 }
    if !footnote.lines.isEmpty { height += footnote.height + gap * 0.75 }
    return height
  }

  private mutating func growIfNeeded(on canvas: inout Canvas) {
    let least = max(
      Self.smallestPlot.height, size.width * (canvas.metrics.isNarrow ? 0.55 : 0.28))
    let needed = headerHeight(canvas) + footerHeight(canvas) + canvas.metrics.tick * 1.3 + least
    if size.width < canvas.metrics.gap * 18 {
      canvas.note(.tooSmall(width: size.width, height: size.height))
    }
    size.height = max(size.height, needed.rounded(.up))
  }

  // MARK: - Axes

  private mutating func setYLabels(on canvas: inout Canvas) {
    let style = canvas.tickStyle
    yLabels = plot.y.ticks.compactMap { tick in
      tick.label.map { (tick, canvas.text.line($0, style)) }
    }
  }

  /// As many labels as stand beside each other without touching.
  private mutating func setXLabels(
    _ request: ScaleRequests, width: Double, on canvas: inout Canvas
  ) {
    var room = max(2, Int(width / (canvas.metrics.tick * 4)))
    while true {
      plot.x = request.x(room: room)
      let slot = request.isNamed ? width / Double(max(1, plot.x.ticks.count)) : width
      xLabels = labels(of: plot.x, slot: slot - canvas.metrics.tick * 0.5, on: &canvas)
      if request.isNamed { thinOut(width: width, canvas.metrics) }
      if room <= 1 || request.isNamed || isFree(width: width, canvas.metrics) { return }
      room -= 1
    }
  }

  private func labels(
    of scale: Scale, slot: Double, on canvas: inout Canvas
  ) -> [(tick: Scale.Tick, block: TextBlock)] {
    let style = canvas.tickStyle
    return scale.ticks.compactMap { tick in
      guard let label = tick.label else { return nil }
      // Names may take three lines, but not be broken inside a word for lack of room.
      let words = label.split(separator: " ").map { canvas.text.line(String($0), style).width }
      let width = max(slot, words.max() ?? 0)
      return (tick, canvas.text.block(label, style, width: width, lines: 3))
    }
  }

  private func isFree(width: Double, _ metrics: Theme.Metrics) -> Bool {
    var end = -Double.infinity
    for (tick, block) in xLabels {
      guard let place = plot.x.position(tick.value) else { continue }
      let start = place * width - block.width / 2
      if start < end + metrics.tick * 0.8 { return false }
      end = start + block.width
    }
    return true
  }

  /// How far the labels of the horizontal axis reach from the plot's left edge.
  private func labelsEnd(width: Double) -> Double {
    xLabels.map { tick, block in
      (plot.x.position(tick.value) ?? 0) * width + block.width / 2
    }.max() ?? 0
  }

  /// Every second, third, … label, when all of them have no room.
  private mutating func thinOut(width: Double, _ metrics: Theme.Metrics) {
    let all = xLabels
    for step in 1...max(1, all.count) {
      xLabels = all.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
      if isFree(width: width, metrics) { return }
    }
  }
}

extension Rect {
  /// The same with its edges on whole points, which are whole pixels at every density.
  var onWholePixels: Rect {
    let left = minX.rounded()
    let top = minY.rounded()
    return Rect(x: left, y: top, width: maxX.rounded() - left, height: maxY.rounded() - top)
  }
}

extension ChartData.Unshown {
  /// What a reader must know about the values that are not to be seen.
  var sentence: String? {
    var parts: [String] = []
    func add(_ count: Int, _ what: String) {
      if count > 0 { parts.append("\(count) value\(count == 1 ? "" : "s") \(what)") }
    }
    add(missing, "missing (gaps)")
    add(infinite, "infinite (arrows at the edge)")
    add(notPositiveX + notPositiveY, "not above zero, which a log scale cannot show (gaps)")
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
