import Drawing

/// Straight-sided contours in pixels, one after the other in one array.
struct Outline {
  struct Contour {
    var points: Range<Int>
    var isClosed: Bool
  }

  private(set) var points: [Point] = []
  private(set) var contours: [Contour] = []
  private var start = 0

  mutating func add(_ point: Point) { points.append(point) }

  /// The ends of the contour that is being drawn.
  var first: Point? { points.count > start ? points[start] : nil }
  var last: Point? { points.count > start ? points.last : nil }

  /// Ends the contour that is being drawn; one without points vanishes.
  mutating func finish(isClosed: Bool) {
    if points.count > start {
      contours.append(Contour(points: start..<points.count, isClosed: isClosed))
    }
    start = points.count
  }
}
