import Drawing

/// Turns lines into the outlines of the ink that a broad pen leaves.
///
/// A line's two sides are drawn in one go around it. On the inner side of a bend the outline
/// passes through the bend itself: then it is, as a chain of sides, the sum of one rectangle a
/// segment and one wedge a bend, all turning the same way, and the non-zero rule fills their
/// union, however sharp the bend or short the segment. Arcs come from halving directions, which
/// takes a square root and no trigonometry.
struct Stroker {
  /// A miter longer than this many half widths is cut off, as SVG does by default.
  private static let miterLimit = 4.0
  /// Points nearer to each other than this, in pixels, are one: between them is no direction.
  private static let nearest = 1.0 / 512

  private let radius: Double
  private let cap: Stroke.Cap
  private let join: Stroke.Join
  private var outline = Outline()

  /// - Parameters:
  ///   - lines: Open and closed contours, in pixels.
  ///   - picture: Lines far outside it are left out, and cost nothing.
  static func outline(
    of lines: Outline, stroke: Stroke, density: Double, around picture: Rect
  ) -> Outline {
    let radius = stroke.width * density / 2
    guard radius > 0, radius.isFinite else { return Outline() }
    var stroker = Stroker(radius: min(radius, Fixed.reach), cap: stroke.cap, join: stroke.join)
    let margin = stroker.radius * miterLimit + 16
    let near = lines.cut(to: picture.inset(by: -margin))
    let dashed = Dashes(stroke.dash, density: density).map { $0.cutting(near) } ?? near
    for contour in dashed.contours { stroker.stroke(dashed, contour) }
    return stroker.outline
  }

  private init(radius: Double, cap: Stroke.Cap, join: Stroke.Join) {
    self.radius = radius
    self.cap = cap
    self.join = join
  }

  private mutating func stroke(_ lines: Outline, _ contour: Outline.Contour) {
    var points: [Point] = []
    points.reserveCapacity(contour.points.count)
    for index in contour.points {
      let point = lines.points[index]
      if let last = points.last, (point - last).length < Self.nearest { continue }
      points.append(point)
    }
    var isClosed = contour.isClosed
    if isClosed, points.count > 1, (points[0] - points[points.count - 1]).length < Self.nearest {
      points.removeLast()
    }
    // What is closed with fewer corners than a triangle is a line there and back.
    if points.count < 3 { isClosed = false }
    guard points.count > 1 else { return dot(at: points[0]) }
    if isClosed {
      side(of: points, isClosed: true)
      outline.finish(isClosed: true)
      side(of: points.reversed(), isClosed: true)
    } else {
      side(of: points, isClosed: false)
      side(of: points.reversed(), isClosed: false)
    }
    outline.finish(isClosed: true)
  }

  /// One side of a line from its start to its end, and the cap there.
  private mutating func side(of points: [Point], isClosed: Bool) {
    let count = points.count
    let segments = isClosed ? count : count - 1
    func direction(_ index: Int) -> Point {
      let along = points[index + 1 == count ? 0 : index + 1] - points[index]
      return along * (1 / along.length)
    }
    let first = direction(0)
    var ahead = first
    for index in 0..<segments {
      let end = points[index + 1 == count ? 0 : index + 1]
      let normal = ahead.turned
      outline.add(points[index] + normal * radius)
      outline.add(end + normal * radius)
      if index + 1 < segments {
        let next = direction(index + 1)
        bend(at: end, from: ahead, to: next)
        ahead = next
      } else if isClosed {
        bend(at: end, from: ahead, to: first)
      } else {
        self.cap(at: end, ahead: ahead)
      }
    }
  }

  /// What stands between the ends of two segments' sides.
  private mutating func bend(at corner: Point, from ahead: Point, to next: Point) {
    let cross = ahead.x * next.y - ahead.y * next.x
    let dot = ahead.x * next.x + ahead.y * next.y
    if cross > 0 {
      outline.add(corner)
      return
    }
    if cross == 0, dot > 0 { return }
    let (start, end) = (ahead.turned, next.turned)
    switch join {
    case .bevel: break
    case .round:
      // A line that turns on its heel goes around its end, not through it.
      if cross == 0 {
        arc(around: corner, from: start, to: ahead)
        outline.add(corner + ahead * radius)
        arc(around: corner, from: ahead, to: end)
      } else {
        arc(around: corner, from: start, to: end)
      }
    case .miter:
      // |start + end| is 2 cos θ/2 for a turn by θ, and the miter is 1 / cos θ/2 half widths long.
      let middle = start + end
      let square = middle.x * middle.x + middle.y * middle.y
      if square * Self.miterLimit * Self.miterLimit >= 4 {
        outline.add(corner + middle * (2 * radius / square))
      }
    }
  }

  private mutating func cap(at end: Point, ahead: Point) {
    let side = ahead.turned
    switch cap {
    case .butt: break
    case .square:
      outline.add(end + (side + ahead) * radius)
      outline.add(end + (ahead - side) * radius)
    case .round:
      arc(around: end, from: side, to: ahead)
      outline.add(end + ahead * radius)
      arc(around: end, from: ahead, to: side * -1)
    }
  }

  /// A line without length: a dot for round caps, a square for square ones, else nothing.
  private mutating func dot(at point: Point) {
    guard cap != .butt else { return }
    let ahead = Point(1, 0)
    outline.add(point + ahead.turned * radius)
    cap(at: point, ahead: ahead)
    outline.add(point - ahead.turned * radius)
    cap(at: point, ahead: ahead * -1)
    outline.finish(isClosed: true)
  }

  /// The points of an arc between two unit vectors less than half a turn apart, without its ends.
  private mutating func arc(around center: Point, from start: Point, to end: Point) {
    let middle = start + end
    let length = middle.length
    // The chord is radius · (1 − length / 2) away from the arc; a halving takes that to a quarter.
    guard radius * (1 - length / 2) > Flattener.tolerance, length > 1e-6 else { return }
    let direction = middle * (1 / length)
    arc(around: center, from: start, to: direction)
    outline.add(center + direction * radius)
    arc(around: center, from: direction, to: end)
  }
}

extension Point {
  /// A quarter turn, from along the line to its side.
  fileprivate var turned: Point { Point(-y, x) }
}
