import Drawing

/// The rectangle that data is drawn in, and where in it a pair of numbers stands.
struct Plot: Sendable {
  var area: Rect
  var x: Scale
  var y: Scale

  /// Nil when an axis has no place for the number.
  func point(_ xValue: Double, _ yValue: Double) -> Point? {
    guard let across = x.position(xValue), let up = y.position(yValue) else { return nil }
    return Point(bounded(area.minX + across * area.width), bounded(area.maxY - up * area.height))
  }

  func across(_ value: Double) -> Double? { point(value, anyY)?.x }
  func height(_ value: Double) -> Double? { point(anyX, value)?.y }

  /// Where bars and areas stand: zero, or the edge that is nearest to it.
  var floor: Double {
    let zero = y.position(0).map { area.maxY - $0 * area.height } ?? area.maxY
    return min(area.maxY, max(area.minY, zero))
  }

  private var anyX: Double { x.ticks.first?.value ?? 1 }
  private var anyY: Double { y.ticks.first?.value ?? 1 }

  /// Far outside the page all places look the same; huge ones would not fit what paints them.
  private func bounded(_ place: Double) -> Double { min(20_000, max(-20_000, place)) }
}
