/// The smallest and the largest of some numbers.
struct Extent: Hashable, Sendable {
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity

  var isEmpty: Bool { low > high }

  mutating func meet(_ value: Double) {
    guard value.isFinite else { return }
    low = min(low, value)
    high = max(high, value)
  }

  /// The extent with a margin on both sides, as a share of its length.
  func widened(by share: Double) -> Extent {
    var copy = self
    copy.low -= (high - low) * share
    copy.high += (high - low) * share
    return copy
  }
}

extension ChartData {
  /// What the horizontal axis has to reach.
  func xExtent(isLog: Bool) -> Extent {
    var extent = Extent()
    for value in layers.flatMap(\.x) + annotationXs where !isLog || value > 0 {
      extent.meet(value)
    }
    guard !isLog, !extent.isEmpty else { return extent }
    if layers.contains(where: { $0.kind == .bar }) {
      let half = barSpacing / 2
      extent.meet(extent.low - half)
      extent.meet(extent.high + half)
    } else if !layers.contains(where: { $0.kind != .point }) {
      // A point on the axis line would be cut in half by the eye.
      extent = extent.widened(by: 0.03)
    }
    return extent
  }

  /// What the vertical axis has to reach; bars and areas stand on zero.
  func yExtent(isLog: Bool) -> Extent {
    var extent = Extent()
    for layer in layers {
      for value in layer.ends where !isLog || value > 0 { extent.meet(value) }
      if !isLog, layer.kind == .bar || layer.kind == .area { extent.meet(0) }
    }
    for value in annotationYs where !isLog || value > 0 { extent.meet(value) }
    return extent
  }

  /// True when bars stand on each other along an axis on which sums are no lengths.
  func stacks(isLogY: Bool) -> Bool { isLogY && layers.contains { $0.base != nil } }

  private var annotationXs: [Double] {
    rules.compactMap { if case .x(let value) = $0.place { value } else { nil } }
      + rectangles.flatMap { [$0.xStart, $0.xEnd].compactMap { $0 } } + notes.map(\.x)
  }

  private var annotationYs: [Double] {
    rules.compactMap { if case .y(let value) = $0.place { value } else { nil } }
      + rectangles.flatMap { [$0.yStart, $0.yEnd].compactMap { $0 } } + notes.map(\.y)
  }

  /// The smallest distance between two bars of one mark; 1 for a single bar.
  var barSpacing: Double {
    guard names.isEmpty else { return 1 }
    var spacing = Double.infinity
    for layer in layers where layer.kind == .bar {
      let sorted = layer.x.filter(\.isFinite).sorted()
      for (left, right) in zip(sorted, sorted.dropFirst()) where right > left {
        spacing = min(spacing, right - left)
      }
    }
    return spacing.isFinite ? spacing : 1
  }
}

extension ChartData.Layer {
  /// How far the values reach along the vertical axis: with what they stand on.
  var ends: [Double] { base.map { zip($0, y).map(+) } ?? Array(values.joined()) }
}
