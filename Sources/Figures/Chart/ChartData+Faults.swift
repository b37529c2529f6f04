extension ChartData {
  /// How many values an axis cannot show, by reason.
  struct Unshown: Hashable, Sendable {
    /// Without a number or without a place.
    var missing = 0
    var infinite = 0
    var notPositiveX = 0
    var notPositiveY = 0
  }

  /// Points on a line are the line's values, not more of them.
  func unshown(isLogX: Bool, isLogY: Bool) -> Unshown {
    var count = Unshown()
    for layer in distinctLayers {
      for values in layer.values {
        for (x, y) in zip(layer.x, values) {
          if !x.isFinite || y.isNaN {
            count.missing += 1
          } else if isLogX, x <= 0 {
            count.notPositiveX += 1
          } else if y.isInfinite {
            count.infinite += 1
          } else if isLogY, y <= 0 {
            count.notPositiveY += 1
          }
        }
      }
    }
    return count
  }

  /// Layers without those that repeat the numbers of others, as points on a line do.
  var distinctLayers: [Layer] {
    var layers: [Layer] = []
    for layer in self.layers where !layers.contains(where: { $0.shows(layer) }) {
      layers.append(layer)
    }
    return layers
  }

  /// Bars that would hide others: two of one series at one place.
  var hiddenBars: [FigureProblem] {
    var problems: [FigureProblem] = []
    var seen: Set<[Double]> = []
    for layer in layers where layer.kind == .bar && layer.base == nil {
      for x in layer.x where x.isFinite && !seen.insert([Double(layer.series), x]).inserted {
        let name = Int(exactly: x).flatMap { names.indices.contains($0) ? names[$0] : nil }
        problems.append(.repeatedBar(at: name ?? NumberText.exact(x)))
      }
    }
    return problems
  }

  /// True when the ranges that were asked for leave out all that there is.
  func isOutside(x: Axis.Range?, y: Axis.Range?) -> Bool {
    func isIn(_ value: Double, _ range: Axis.Range?) -> Bool {
      range.map { $0.low <= value && value <= $0.high } ?? true
    }
    // A line may cross the ranges between two points outside of them.
    func crosses(_ layer: Layer, _ values: [Double]) -> Bool {
      let points = Array(zip(layer.x, values)).filter { $0.0.isFinite && $0.1.isFinite }
      guard let low = points.map(\.1).min(), let high = points.map(\.1).max(),
        let left = points.map(\.0).min(), let right = points.map(\.0).max()
      else { return false }
      if layer.kind == .point {
        return points.contains { isIn($0.0, x) && isIn($0.1, y) }
      }
      let stands = layer.kind == .bar || layer.kind == .area
      let floor = stands ? min(0, low) : low
      let top = stands ? max(0, high) : high
      return (y.map { floor <= $0.high && $0.low <= top } ?? true)
        && (x.map { left <= $0.high && $0.low <= right } ?? true)
    }
    return hasData(isLogX: false, isLogY: false)
      && !layers.contains { layer in layer.values.contains { crosses(layer, $0) } }
  }
}

extension ChartData.Layer {
  /// True when the other has nothing that this one has not.
  func shows(_ other: ChartData.Layer) -> Bool {
    series == other.series && hasNumbers(of: other)
  }

  /// Compared bit by bit, since a missing value is as good as another.
  func hasNumbers(of other: ChartData.Layer) -> Bool {
    values.count == other.values.count
      && x.elementsEqual(other.x) { $0.bitPattern == $1.bitPattern }
      && y.elementsEqual(other.y) { $0.bitPattern == $1.bitPattern }
  }
}
