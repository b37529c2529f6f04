/// Lines and Bézier curves, in points; what is drawn is filled or stroked later.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case quadratic(control: Point, to: Point)
    case cubic(Point, Point, to: Point)
    case close
  }

  public var elements: [Element] = []

  public init() {}

  public mutating func move(to point: Point) { elements.append(.move(point)) }
  public mutating func line(to point: Point) { elements.append(.line(point)) }
  public mutating func quadratic(_ control: Point, to point: Point) {
    elements.append(.quadratic(control: control, to: point))
  }
  public mutating func cubic(_ first: Point, _ second: Point, to point: Point) {
    elements.append(.cubic(first, second, to: point))
  }
  public mutating func close() { elements.append(.close) }
  public mutating func append(_ other: Path) { elements.append(contentsOf: other.elements) }

  /// The same path with every point moved by `offset`.
  public func moved(by offset: Point) -> Path {
    mapPoints { $0 + offset }
  }

  /// The same path with every point replaced.
  public func mapPoints(_ transform: (Point) -> Point) -> Path {
    var result = Path()
    result.elements = elements.map { element in
      switch element {
      case .move(let point): .move(transform(point))
      case .line(let point): .line(transform(point))
      case .quadratic(let control, let point):
        .quadratic(control: transform(control), to: transform(point))
      case .cubic(let first, let second, let point):
        .cubic(transform(first), transform(second), to: transform(point))
      case .close: .close
      }
    }
    return result
  }
}

extension Path {
  /// The open line through `points`, in order.
  public static func polyline(_ points: [Point]) -> Path {
    var path = Path()
    for (index, point) in points.enumerated() {
      index == 0 ? path.move(to: point) : path.line(to: point)
    }
    return path
  }

  /// The closed outline through `points`, in order.
  public static func polygon(_ points: [Point]) -> Path {
    var path = polyline(points)
    path.close()
    return path
  }

  public static func rectangle(_ rect: Rect) -> Path {
    polygon([
      Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
      Point(rect.minX, rect.maxY),
    ])
  }

  /// A rectangle with circular corners; the radius is cut down to what fits.
  public static func roundedRectangle(_ rect: Rect, radius: Double) -> Path {
    let radius = max(0, min(radius, rect.width / 2, rect.height / 2))
    let handle = radius * (1 - quarterCircleHandle)
    var path = Path()
    path.move(to: Point(rect.minX + radius, rect.minY))
    path.line(to: Point(rect.maxX - radius, rect.minY))
    path.cubic(
      Point(rect.maxX - handle, rect.minY), Point(rect.maxX, rect.minY + handle),
      to: Point(rect.maxX, rect.minY + radius))
    path.line(to: Point(rect.maxX, rect.maxY - radius))
    path.cubic(
      Point(rect.maxX, rect.maxY - handle), Point(rect.maxX - handle, rect.maxY),
      to: Point(rect.maxX - radius, rect.maxY))
    path.line(to: Point(rect.minX + radius, rect.maxY))
    path.cubic(
      Point(rect.minX + handle, rect.maxY), Point(rect.minX, rect.maxY - handle),
      to: Point(rect.minX, rect.maxY - radius))
    path.line(to: Point(rect.minX, rect.minY + radius))
    path.cubic(
      Point(rect.minX, rect.minY + handle), Point(rect.minX + handle, rect.minY),
      to: Point(rect.minX + radius, rect.minY))
    path.close()
    return path
  }

  public static func circle(center: Point, radius: Double) -> Path {
    roundedRectangle(
      Rect(
        x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius),
      radius: radius)
  }

  /// Length of a cubic's handle for a quarter of the unit circle, 4/3·(√2 − 1): no point of the
  /// curve is further than 0.03 % of the radius from the circle.
  private static let quarterCircleHandle = 0.5522847498307936
}
