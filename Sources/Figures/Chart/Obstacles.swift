import Drawing

/// Where a chart's data is drawn, so that words can keep away from it.
struct Obstacles: Sendable {
  private var segments: [(from: Point, to: Point)] = []

  init(_ data: ChartData, _ plot: Plot) {
    let bars = BarSlots(data, plot)
    for layer in data.layers {
      switch layer.kind {
      case .line, .area:
        for run in layer.runs(of: layer.y, in: plot) { addLine(run.thinned) }
      case .band: break
      case .point:
        for point in zip(layer.x, layer.y).compactMap({ plot.point($0, $1) }) {
          addSquare(point, 4)
        }
      case .bar:
        let slot = bars.slot(of: layer)
        for point in zip(layer.x, layer.ends).compactMap({ plot.point($0, $1) }) {
          let left = point.x + slot.offset
          addLine([Point(left, plot.floor), Point(left, point.y)])
          addLine([Point(left, point.y), Point(left + slot.width, point.y)])
          addLine([Point(left + slot.width, point.y), Point(left + slot.width, plot.floor)])
        }
      }
    }
    for rule in data.rules {
      switch rule.place {
      case .y(let value):
        guard let y = plot.height(value) else { continue }
        addLine([Point(plot.area.minX, y), Point(plot.area.maxX, y)])
      case .x(let value):
        guard let x = plot.across(value) else { continue }
        addLine([Point(x, plot.area.minY), Point(x, plot.area.maxY)])
      }
    }
  }

  private mutating func addLine(_ points: [Point]) {
    for (from, to) in zip(points, points.dropFirst()) { segments.append((from, to)) }
  }

  private mutating func addSquare(_ center: Point, _ reach: Double) {
    addLine([Point(center.x - reach, center.y), Point(center.x + reach, center.y)])
    addLine([Point(center.x, center.y - reach), Point(center.x, center.y + reach)])
  }

  /// How many pieces of the drawing the rectangle would cover.
  func count(in rect: Rect) -> Int {
    segments.count { rect.isCrossed(from: $0.from, to: $0.to) }
  }
}

extension Rect {
  /// True when the segment and the rectangle have a point in common: Liang and Barsky's clipping
  /// (1984) leaves something of the segment.
  func isCrossed(from start: Point, to end: Point) -> Bool {
    var enter = 0.0
    var leave = 1.0
    let direction = end - start
    let sides = [
      (-direction.x, start.x - minX), (direction.x, maxX - start.x),
      (-direction.y, start.y - minY), (direction.y, maxY - start.y),
    ]
    for (slope, distance) in sides {
      if slope == 0 {
        if distance < 0 { return false }
      } else if slope < 0 {
        enter = max(enter, distance / slope)
      } else {
        leave = min(leave, distance / slope)
      }
    }
    return enter <= leave
  }
}
