import Drawing

/// Cuts lines into the dashes of a pattern.
struct Dashes {
  /// Beyond so many dashes a line is drawn solid: they could not be told apart.
  private static let mostDashes = 1 << 17

  /// Ink and gap in turn, in pixels.
  private let lengths: [Double]
  private let period: Double

  /// Nil when the pattern leaves lines solid: nothing in it, or something that is no length.
  init?(_ pattern: [Double], density: Double) {
    // A pattern of odd length means its opposite the second time around.
    let even = pattern.count.isMultiple(of: 2) ? pattern : pattern + pattern
    lengths = even.map { $0 * density }
    period = lengths.reduce(0, +)
    guard lengths.allSatisfy({ $0 >= 0 }), period > 0, period.isFinite else { return nil }
  }

  func cutting(_ lines: Outline) -> Outline {
    guard lines.length / period * Double(lengths.count) < Double(Self.mostDashes) else {
      return lines
    }
    var result = Outline()
    for contour in lines.contours { cut(lines, contour, into: &result) }
    return result
  }

  private func cut(_ lines: Outline, _ contour: Outline.Contour, into result: inout Outline) {
    var pattern = 0
    var left = lengths[0]
    var previous = lines.points[contour.points.lowerBound]
    result.add(previous)
    let rest = contour.points.dropFirst().map { lines.points[$0] }
    for point in contour.isClosed ? rest + [previous] : rest {
      let length = (point - previous).length
      var done = 0.0
      while length - done > left {
        done += left
        let place = previous + (point - previous) * (done / length)
        let isInk = pattern.isMultiple(of: 2)
        if isInk {
          result.add(place)
          result.finish(isClosed: false)
        } else {
          result.add(place)
        }
        pattern = (pattern + 1) % lengths.count
        left = lengths[pattern]
      }
      left -= length - done
      if pattern.isMultiple(of: 2) { result.add(point) }
      previous = point
    }
    result.finish(isClosed: false)
  }
}
