import Drawing

extension ChartData.Layer {
  /// The points of one list of values, cut into runs where a value cannot be shown.
  func runs(of values: [Double], in plot: Plot) -> [[Point]] {
    var runs: [[Point]] = [[]]
    for (x, y) in zip(x, values) {
      if let point = plot.point(x, y) {
        runs[runs.count - 1].append(point)
      } else if !runs[runs.count - 1].isEmpty {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  /// A line through each run; a point alone between two gaps is a dot, so that it is seen.
  func paintLine(in plot: Plot, _ style: Theme.SeriesStyle, on canvas: inout Canvas) {
    let stroke = canvas.metrics.stroke(style)
    var path = Path()
    for run in runs(of: y, in: plot) {
      if run.count == 1 {
        canvas.fill(.circle(center: run[0], radius: canvas.metrics.marker * 0.75), style.color)
      } else {
        path.append(.polyline(run.thinned))
      }
    }
    canvas.stroke(path, style.color, stroke)
  }

  func paintArea(in plot: Plot, _ style: Theme.SeriesStyle, on canvas: inout Canvas) {
    for run in runs(of: y, in: plot) {
      if run.count == 1 {
        // Without a neighbour there is no surface: a stem and a dot.
        canvas.line(
          from: Point(run[0].x, plot.floor), to: run[0], style.color,
          width: canvas.metrics.lineWidth)
        canvas.fill(.circle(center: run[0], radius: canvas.metrics.marker * 0.75), style.color)
        continue
      }
      let points = run.thinned
      guard let first = points.first, let last = points.last else { continue }
      let base = [Point(last.x, plot.floor), Point(first.x, plot.floor)]
      canvas.fill(.polygon(points + base), style.color.with(alpha: surfaceAlpha))
      canvas.stroke(.polyline(points), style.color, canvas.metrics.stroke(style))
    }
  }

  /// The surface between the bounds, wherever both can be shown.
  func paintBand(in plot: Plot, _ style: Theme.SeriesStyle, on canvas: inout Canvas) {
    var lower: [Point] = []
    var upper: [Point] = []
    func close() {
      let outline = lower.thinned + upper.thinned.reversed()
      if outline.count > 2 {
        canvas.fill(.polygon(outline), style.color.with(alpha: surfaceAlpha))
      } else if let low = lower.first, let high = upper.first {
        // Bounds without neighbours: a whisker.
        canvas.line(from: low, to: high, style.color, width: canvas.metrics.lineWidth)
      }
      (lower, upper) = ([], [])
    }
    for index in x.indices {
      if let low = plot.point(x[index], values[0][index]),
        let high = plot.point(x[index], values[1][index])
      {
        lower.append(low)
        upper.append(high)
      } else {
        close()
      }
    }
    close()
  }

  /// An arrow at the edge that an infinite value lies beyond.
  func paintInfinite(in plot: Plot, _ style: Theme.SeriesStyle, on canvas: inout Canvas) {
    let radius = canvas.metrics.marker
    for values in values {
      for (x, y) in zip(x, values) where y.isInfinite {
        guard let across = plot.across(x) else { continue }
        let isUp = y > 0
        let edge = isUp ? plot.area.minY + radius * 1.3 : plot.area.maxY - radius * 1.3
        let marker: Theme.Marker = isUp ? .triangle : .downTriangle
        canvas.fill(marker.path(at: Point(across, edge), radius: radius), style.color)
      }
    }
  }
}

extension [Point] {
  /// The width of a pixel at the usual density of two pixels a point.
  private static var column: Double { 0.5 }

  /// At most four points for each pixel column: where the line enters it, its lowest and highest
  /// point, where it leaves. What is left out would have coloured the same pixels.
  ///
  /// Lines that go back in x keep all their points.
  var thinned: [Point] {
    guard count > 2000, zip(self, dropFirst()).allSatisfy({ $0.x <= $1.x }) else { return self }
    var result: [Point] = []
    var start = startIndex
    while start < endIndex {
      let place = (self[start].x / Self.column).rounded(.down)
      var end = start
      while end < endIndex, (self[end].x / Self.column).rounded(.down) == place { end += 1 }
      let indices = start..<end
      let low = indices.min { self[$0].y < self[$1].y } ?? start
      let high = indices.max { self[$0].y < self[$1].y } ?? start
      var kept = [start, low, high, end - 1].sorted()
      kept = kept.enumerated().filter { $0.offset == 0 || $0.element != kept[$0.offset - 1] }
        .map(\.element)
      result += kept.map { self[$0] }
      start = end
    }
    return result
  }
}
