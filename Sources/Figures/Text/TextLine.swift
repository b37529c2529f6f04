import Drawing

/// One line of set text; the origin is the left end of its baseline.
struct TextLine: Hashable, Sendable {
  var outlines: Path
  var words: String
  var width: Double
  /// How far the ink reaches above the baseline, and below it.
  var ascent: Double
  var descent: Double
  var capHeight: Double
  var size: Double

  /// From the letters' baseline to the next one.
  var lineHeight: Double { size * 1.3 }

  enum Anchor: Hashable, Sendable { case start, middle, end }

  /// Which height of the text stands at the point.
  enum Level: Hashable, Sendable {
    case baseline
    /// The middle of the capitals.
    case middle
    /// The top of the capitals.
    case top
  }

  /// Where the left end of the baseline comes.
  func origin(at point: Point, _ anchor: Anchor, _ level: Level) -> Point {
    let x =
      switch anchor {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    let y =
      switch level {
      case .baseline: point.y
      case .middle: point.y + capHeight / 2
      case .top: point.y + capHeight
      }
    return Point(x, y)
  }

  /// The room that the text takes with its left end at `origin`.
  func box(at origin: Point) -> Rect {
    Rect(x: origin.x, y: origin.y - ascent, width: width, height: ascent + descent)
  }
}

/// Lines one below the other, of one style.
struct TextBlock: Hashable, Sendable {
  var lines: [TextLine] = []

  var width: Double { lines.map(\.width).max() ?? 0 }
  var lineHeight: Double { lines.first?.lineHeight ?? 0 }

  /// From the top of the first line's capitals to the bottom of the last line's tails.
  var height: Double {
    guard let first = lines.first, let last = lines.last else { return 0 }
    return first.ascent + Double(lines.count - 1) * lineHeight + last.descent
  }
}
