import Drawing

/// A rectangle with level and upright sides: bars, cells, grid lines, most of what charts fill.
struct UprightBox {
  let bounds: ClipBox

  /// The box that a path is, or nil if it is anything else.
  init?(_ path: Path, density: Double) {
    guard path.elements.count == 5, case .close = path.elements[4],
      case .move(let a) = path.elements[0], case .line(let b) = path.elements[1],
      case .line(let c) = path.elements[2], case .line(let d) = path.elements[3],
      a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x
        || a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y
    else { return nil }
    self.init(x: (a.x * density, c.x * density), y: (a.y * density, c.y * density))
  }

  /// The box that a solid, level or upright stroke from one point to another is.
  ///
  /// One that is a whole number of pixels wide moves aside by up to half a pixel to where it covers
  /// whole pixels: axes and grid lines come out sharp and equally dark.
  init?(_ path: Path, stroke: Stroke, density: Double) {
    guard path.elements.count == 2, stroke.dash.isEmpty, stroke.cap != .round,
      case .move(let start) = path.elements[0], case .line(let end) = path.elements[1],
      start != end, start.x == end.x || start.y == end.y, stroke.width > 0
    else { return nil }
    let ahead = stroke.cap == .square ? stroke.width / 2 : 0
    let low = Point(min(start.x, end.x), min(start.y, end.y))
    let high = Point(max(start.x, end.x), max(start.y, end.y))
    if start.x == end.x {
      let sides = Self.sides(around: start.x, width: stroke.width, density: density)
      self.init(
        x: sides, y: ((low.y - ahead) * density, (high.y + ahead) * density))
    } else {
      let sides = Self.sides(around: start.y, width: stroke.width, density: density)
      self.init(
        x: ((low.x - ahead) * density, (high.x + ahead) * density), y: sides)
    }
  }

  /// The two long sides of a stroke, in pixels.
  private static func sides(
    around middle: Double, width: Double, density: Double
  ) -> (Double, Double) {
    let start = (middle - width / 2) * density
    let pixels = (width * density).rounded()
    guard pixels >= 1, abs(width * density - pixels) < nearlyWhole else {
      return (start, (middle + width / 2) * density)
    }
    let snapped = (start + 0.5).rounded(.down)
    return (snapped, snapped + pixels)
  }

  /// Widths so near to a whole number of pixels, in pixels, were meant to be one.
  private static let nearlyWhole = 1.0 / 64

  private init?(x: (Double, Double), y: (Double, Double)) {
    guard [x.0, x.1, y.0, y.1].allSatisfy({ abs($0) < Fixed.reach }) else { return nil }
    bounds = ClipBox(
      left: Fixed.rounded(min(x.0, x.1)), top: Fixed.rounded(min(y.0, y.1)),
      right: Fixed.rounded(max(x.0, x.1)), bottom: Fixed.rounded(max(y.0, y.1)))
  }
}
