import Drawing

/// Coordinates in 1/256 of a pixel, the only kind behind the rounding.
enum Fixed {
  static let one = 256
  /// Nothing is rounded that lies further out than this, in pixels; it is cut off before.
  static let reach = 32_768.0

  /// The nearest 1/256, halves upwards; `value` is within reach.
  ///
  /// 2²⁴ makes it positive for a moment: truncation of a positive number is one instruction
  /// everywhere, a rounding function is not.
  @inline(__always)
  static func rounded(_ value: Double) -> Int {
    Int(value * 256 + 16_777_216.5) &- 16_777_216
  }
}

/// A side of a shape that goes down; which way it was drawn is its `winding`.
struct Edge {
  var x: Int
  var y: Int
  var endX: Int
  var endY: Int
  var winding: Int
}

/// The sides of closed contours, rounded, level ones left out, cut to what can matter.
struct EdgeList {
  private(set) var edges: [Edge] = []

  /// Takes the sides of some of an outline's contours; every contour counts as closed.
  mutating func replace(with outline: borrowing Outline, contours: Range<Int>) {
    edges.removeAll(keepingCapacity: true)
    for contour in outline.contours[contours] {
      guard var previous = contour.points.last.map({ outline.points[$0] }) else { continue }
      for index in contour.points {
        let point = outline.points[index]
        add(from: previous, to: point)
        previous = point
      }
    }
  }

  @inline(__always)
  private mutating func add(from start: Point, to end: Point) {
    let reach = Fixed.reach
    if abs(start.x) < reach, abs(start.y) < reach, abs(end.x) < reach, abs(end.y) < reach {
      append(start, end)
    } else {
      addFar(from: start, to: end)
    }
  }

  /// The part of a side between the upper and the lower reach; left and right of the reach it is
  /// pushed onto the border, which changes no winding number inside.
  private mutating func addFar(from start: Point, to end: Point) {
    let reach = Fixed.reach - 1
    guard min(start.y, end.y) < reach, max(start.y, end.y) > -reach else { return }
    let slope = (end.x - start.x) / (end.y - start.y)
    func at(y: Double) -> Point { Point(start.x + (y - start.y) * slope, y) }
    func within(_ point: Point) -> Point {
      abs(point.y) > reach ? at(y: max(-reach, min(reach, point.y))) : point
    }
    var stops = [within(start), within(end)]
    for border in [-reach, reach]
    where min(stops[0].x, stops[stops.count - 1].x) < border
      && border < max(stops[0].x, stops[stops.count - 1].x)
    {
      stops.insert(Point(border, start.y + (border - start.x) / slope), at: 1)
    }
    let goesDown = start.y < end.y
    stops.sort { goesDown ? $0.y < $1.y : $0.y > $1.y }
    for (from, to) in zip(stops, stops.dropFirst()) { append(pushed(from), pushed(to)) }
  }

  private func pushed(_ point: Point) -> Point {
    let reach = Fixed.reach - 1
    return Point(max(-reach, min(reach, point.x)), max(-reach, min(reach, point.y)))
  }

  @inline(__always)
  private mutating func append(_ start: Point, _ end: Point) {
    let (x, y) = (Fixed.rounded(start.x), Fixed.rounded(start.y))
    let (endX, endY) = (Fixed.rounded(end.x), Fixed.rounded(end.y))
    if y < endY {
      edges.append(Edge(x: x, y: y, endX: endX, endY: endY, winding: 1))
    } else if y > endY {
      edges.append(Edge(x: endX, y: endY, endX: x, endY: y, winding: -1))
    }
  }
}
