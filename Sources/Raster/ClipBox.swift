import Drawing

/// A rectangle of the canvas, in 1/256 of a pixel.
struct ClipBox {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  var isEmpty: Bool { left >= right || top >= bottom }

  init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  init(width: Int, height: Int) {
    self.init(left: 0, top: 0, right: width * Fixed.one, bottom: height * Fixed.one)
  }

  /// What both boxes have in common.
  func intersection(_ other: ClipBox) -> ClipBox {
    ClipBox(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  /// The part inside a rectangle in points; one that is not made of numbers has no inside.
  func intersection(_ rect: Rect, density: Double) -> ClipBox {
    let sides = [rect.minX, rect.minY, rect.maxX, rect.maxY].map { $0 * density }
    guard sides.allSatisfy({ !$0.isNaN }) else { return ClipBox(width: 0, height: 0) }
    let limit = Fixed.reach - 1
    let places = sides.map { Fixed.rounded(max(-limit, min(limit, $0))) }
    return intersection(
      ClipBox(left: places[0], top: places[1], right: places[2], bottom: places[3]))
  }
}
