import Drawing

extension ChartData.Layer {
  /// A marker at each point, parted from its neighbours by a thin ring of background.
  func paintPoints(in plot: Plot, _ style: Theme.SeriesStyle, on canvas: inout Canvas) {
    let points = zip(x, y).compactMap { plot.point($0, $1) }
    // Many points get smaller, down to half: they must stay a shape.
    let crowd = points.count > 400 ? 0.55 : points.count > 120 ? 0.75 : 1.0
    let radius = canvas.metrics.marker * crowd
    let ring = Stroke(width: canvas.metrics.hairline, join: .round)
    for point in points {
      let path = style.marker.path(at: point, radius: radius)
      canvas.fill(path, style.color)
      if points.count <= 400 { canvas.stroke(path, canvas.theme.background, ring) }
    }
  }

  /// Bars from the floor; a value that cannot be shown leaves its place empty.
  func paintBars(
    in plot: Plot, _ slot: BarSlots.Slot, _ style: Theme.SeriesStyle, on canvas: inout Canvas
  ) {
    for (index, (x, end)) in zip(x, ends).enumerated() {
      guard let top = plot.point(x, end) else { continue }
      let floor = base.flatMap { plot.height($0[index]) } ?? plot.floor
      let left = (top.x + slot.offset) * 2
      let right = (top.x + slot.offset + slot.width) * 2
      // Edges on half points are sharp at 2x.
      let rect = Rect(
        x: left.rounded() / 2, y: min(top.y, floor),
        width: max(1, right.rounded() - left.rounded()) / 2, height: abs(top.y - floor))
      canvas.fill(.rectangle(rect), style.color)
    }
  }
}

/// How the bars of several series share the room around each position.
struct BarSlots: Sendable {
  struct Slot: Sendable {
    /// From the position to the bar's left edge.
    var offset: Double
    var width: Double
  }

  private let order: [Int?]
  private let room: Double

  /// The share of the room between two positions that bars fill.
  private static let fill = 0.72

  init(_ data: ChartData, _ plot: Plot) {
    var order: [Int?] = []
    for layer in data.layers where layer.kind == .bar && !order.contains(layer.slotOwner) {
      order.append(layer.slotOwner)
    }
    self.order = order
    let first = data.layers.first { $0.kind == .bar }?.x.first { $0.isFinite } ?? 0
    let here = plot.x.position(first) ?? 0
    let next = plot.x.position(first + data.barSpacing) ?? 1
    room = abs(next - here) * plot.area.width * Self.fill
  }

  /// The room of one layer's bars.
  func slot(of layer: ChartData.Layer) -> Slot {
    let width = room / Double(max(1, order.count))
    let place = Double(order.firstIndex(of: layer.slotOwner) ?? 0)
    let gap = order.count > 1 ? min(2, width * 0.1) : 0
    return Slot(offset: -room / 2 + place * width + gap / 2, width: max(0.5, width - gap))
  }
}

extension ChartData.Layer {
  /// Whose room the bars stand in: that of their series, or for stacked ones the common one.
  fileprivate var slotOwner: Int? { base == nil ? series : nil }
}
