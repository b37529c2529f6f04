import Drawing

/// Turns a path's curves into chords, in pixels.
///
/// A point that is not a number breaks its line: what comes after starts anew.
struct Flattener {
  /// Further from its curve than this no chord goes, in pixels. Coverage has sixteen steps, and a
  /// chord so close changes one of them rarely and never two.
  static let tolerance = 0.02
  /// A curve gets at most this many chords, whatever its size.
  private static let mostChords = 256.0
  /// Points are brought this near, in pixels, before anything is computed with them: squares and
  /// products of what is left stay finite.
  private static let furthest = 1e9

  private let density: Double
  private var outline = Outline()
  /// Where the last closed contour began: drawing goes on there unless a move comes first.
  private var home: Point?

  static func outline(of path: Path, density: Double) -> Outline {
    var flattener = Flattener(density: density)
    for element in path.elements { flattener.draw(element) }
    flattener.outline.finish(isClosed: false)
    return flattener.outline
  }

  private init(density: Double) {
    self.density = density
  }

  private mutating func draw(_ element: Path.Element) {
    switch element {
    case .move(let point):
      outline.finish(isClosed: false)
      home = nil
      if let point = pixels(point) { outline.add(point) }
    case .line(let point):
      goOn()
      line(to: pixels(point))
    case .quadratic(let control, let point):
      goOn()
      guard let start = outline.last, let control = pixels(control), let end = pixels(point) else {
        return line(to: pixels(point))
      }
      // The same curve one degree higher: each handle is two thirds of the way to the control.
      curve(Self.twoThirds(start, control), Self.twoThirds(end, control), to: end)
    case .cubic(let first, let second, let point):
      goOn()
      guard let first = pixels(first), let second = pixels(second), let end = pixels(point) else {
        return line(to: pixels(point))
      }
      curve(first, second, to: end)
    case .close:
      home = outline.first ?? home
      outline.finish(isClosed: true)
    }
  }

  private mutating func goOn() {
    if outline.last == nil, let home { outline.add(home) }
    home = nil
  }

  private mutating func line(to point: Point?) {
    guard let point else { return outline.finish(isClosed: false) }
    outline.add(point)
  }

  /// As many equal steps as keep chords within the tolerance: a chord over 1/n of a curve is at
  /// most max|B″| / 8n² away from it, and |B″| is at most six times the longer second difference
  /// of the four points.
  private mutating func curve(_ first: Point, _ second: Point, to end: Point) {
    guard let start = outline.last else { return outline.add(end) }
    let bend = max(
      (start - first - (first - second)).length, (first - second - (second - end)).length)
    let count = min((0.75 * bend / Self.tolerance).squareRoot(), Self.mostChords) + 1
    for step in 1..<max(2, Int(count)) {
      let t = Double(step) / Double(Int(count))
      let u = 1 - t
      let weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
      outline.add(
        Point(
          weights.0 * start.x + weights.1 * first.x + weights.2 * second.x + weights.3 * end.x,
          weights.0 * start.y + weights.1 * first.y + weights.2 * second.y + weights.3 * end.y))
    }
    outline.add(end)
  }

  private func pixels(_ point: Point) -> Point? {
    let x = point.x * density
    let y = point.y * density
    guard x.isFinite, y.isFinite else { return nil }
    return Point(
      max(-Self.furthest, min(Self.furthest, x)), max(-Self.furthest, min(Self.furthest, y)))
  }

  private static func twoThirds(_ start: Point, _ end: Point) -> Point {
    Point(start.x + (end.x - start.x) * 2 / 3, start.y + (end.y - start.y) * 2 / 3)
  }
}

extension Point {
  var length: Double { (x * x + y * y).squareRoot() }

  static func * (point: Point, factor: Double) -> Point {
    Point(point.x * factor, point.y * factor)
  }
}
