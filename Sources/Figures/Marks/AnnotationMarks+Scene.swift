import Drawing

extension RuleMark {
  func paint(in plot: Plot, on canvas: inout Canvas) {
    let area = plot.area
    let width = canvas.metrics.hairline
    let stroke = Stroke(width: width * 1.25, dash: [width * 5, width * 3])
    switch place {
    case .y(let value):
      guard let y = plot.height(value) else { return canvas.note(.noPlace(mark: "RuleMark")) }
      canvas.stroke(
        .polyline([Point(area.minX, y), Point(area.maxX, y)]), canvas.theme.secondary, stroke)
    case .x(let value):
      guard let x = plot.across(value) else { return canvas.note(.noPlace(mark: "RuleMark")) }
      canvas.stroke(
        .polyline([Point(x, area.minY), Point(x, area.maxY)]), canvas.theme.secondary, stroke)
    }
  }

  func paintLabel(in plot: Plot, avoiding obstacles: Obstacles, on canvas: inout Canvas) {
    guard let label else { return }
    let style = canvas.tickStyle
    let line = canvas.text.line(label, style)
    let gap = canvas.metrics.gap * 0.6
    let area = plot.area
    var places: [Point] = []
    switch place {
    case .y(let value):
      guard let y = plot.height(value) else { return }
      // Along the line from right to left, above it and below.
      for share in stride(from: 1.0, through: 0, by: -0.125) {
        let left = area.minX + gap + (area.width - line.width - 2 * gap) * share
        places.append(Point(left, y - line.descent - gap * 0.4))
        places.append(Point(left, y + line.ascent + gap))
      }
    case .x(let value):
      guard let x = plot.across(value) else { return }
      for share in stride(from: 0.0, through: 1, by: 0.125) {
        let y = area.minY + gap + line.ascent + (area.height - line.ascent - 2 * gap) * share
        places.append(Point(x + gap, y))
        places.append(Point(x - gap - line.width, y))
      }
    }
    let best = places.freest(for: line, in: plot, obstacles, canvas.taken)
    canvas.place(line, at: best ?? places[0], color: canvas.theme.secondary, hasHalo: true)
  }
}

extension RectangleMark {
  private func area(in plot: Plot) -> Rect? {
    func place(_ value: Double?, _ edge: Double, _ map: (Double) -> Double?) -> Double? {
      guard let value else { return edge }
      return map(value)
    }
    guard let left = place(xStart, plot.area.minX, plot.across),
      let right = place(xEnd, plot.area.maxX, plot.across),
      let bottom = place(yStart, plot.area.maxY, plot.height),
      let top = place(yEnd, plot.area.minY, plot.height)
    else { return nil }
    return Rect(
      x: min(left, right), y: min(top, bottom), width: abs(right - left),
      height: abs(bottom - top))
  }

  func paint(in plot: Plot, on canvas: inout Canvas) {
    guard let area = area(in: plot) else {
      return canvas.note(.noPlace(mark: "RectangleMark"))
    }
    canvas.fill(.rectangle(area), canvas.theme.shade)
  }

  func paintLabel(in plot: Plot, avoiding obstacles: Obstacles, on canvas: inout Canvas) {
    guard let label, let area = area(in: plot) else { return }
    let style = canvas.tickStyle
    let line = canvas.text.line(label, style)
    let gap = canvas.metrics.gap * 0.75
    let lefts = [
      area.minX + gap, area.midX - line.width / 2, area.maxX - gap - line.width, area.maxX + gap,
      area.minX - gap - line.width,
    ]
    let heights = [area.minY + gap + line.ascent, area.midY, area.maxY - gap - line.descent]
    let places = heights.flatMap { y in lefts.map { Point($0, y) } }
    let best = places.freest(for: line, in: plot, obstacles, canvas.taken)
    canvas.place(line, at: best ?? places[0], color: canvas.theme.secondary)
  }
}

extension TextMark {
  /// Eight directions by three distances; the nearest place that covers nothing wins.
  func paint(in plot: Plot, avoiding obstacles: Obstacles, on canvas: inout Canvas) {
    guard let point = plot.point(x, y) else { return canvas.note(.noPlace(mark: "TextMark")) }
    let style = canvas.labelStyle
    let line = canvas.text.line(text, style)
    let gap = canvas.metrics.gap
    var places: [Point] = []
    for distance in [1.5, 3, 5, 8] {
      for (across, down) in Self.directions {
        let reach = gap * distance
        let x = point.x + across * reach + (across - 1) / 2 * line.width
        let y = point.y + down * reach + (down + 1) / 2 * line.capHeight
        places.append(Point(x, y))
      }
    }
    let best = places.freest(for: line, in: plot, obstacles, canvas.taken) ?? places[0]
    let box = line.box(at: best)
    let near = Point(
      min(box.maxX, max(box.minX, point.x)), min(box.maxY + 1, max(box.minY - 2, point.y)))
    canvas.line(from: near, to: point, canvas.theme.secondary)
    canvas.fill(
      .circle(center: point, radius: canvas.metrics.marker * 0.6), canvas.theme.secondary)
    canvas.place(line, at: best, color: canvas.theme.ink, hasHalo: true)
  }

  private static let directions: [(Double, Double)] = [
    (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1), (1, 0), (-1, 0),
  ]
}

extension [Point] {
  /// The first place inside the plot where the line covers least; words never cover words.
  fileprivate func freest(
    for line: TextLine, in plot: Plot, _ obstacles: Obstacles, _ taken: [Rect]
  ) -> Point? {
    var best: (place: Point, cost: Int)?
    for place in self {
      let box = line.box(at: place).inset(by: -2)
      let isInside =
        box.minX >= plot.area.minX - 2 && box.maxX <= plot.area.maxX + 4
        && box.minY >= plot.area.minY - 4 && box.maxY <= plot.area.maxY + 2
      guard isInside, !taken.contains(where: box.overlaps) else { continue }
      let cost = obstacles.count(in: box)
      if cost < best?.cost ?? .max { best = (place, cost) }
      if cost == 0 { break }
    }
    return best?.place
  }
}
