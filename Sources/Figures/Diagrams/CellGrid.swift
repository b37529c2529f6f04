import Drawing

/// A cell's drawing plane, in layout units from the top left corner: `along` the way of the state,
/// and `across` it.
///
/// A page has room to let time run from left to right. On a phone it runs from top to bottom: the
/// same drawing with its axes exchanged, while words and boxes stay upright.
struct CellGrid: Sendable {
  let origin: Point
  let unit: Double
  let isUpright: Bool

  func callAsFunction(_ along: Double, _ across: Double) -> Point {
    isUpright
      ? Point(origin.x + across * unit, origin.y + along * unit)
      : Point(origin.x + along * unit, origin.y + across * unit)
  }

  /// An upright rectangle around a place; its size is that on the page.
  func rect(center along: Double, _ across: Double, width: Double, height: Double) -> Rect {
    let center = self(along, across)
    return Rect(
      x: center.x - width / 2 * unit, y: center.y - height / 2 * unit, width: width * unit,
      height: height * unit)
  }

  /// The rectangle between two places.
  func frame(_ along: ClosedRange<Double>, _ across: ClosedRange<Double>) -> Rect {
    let corner = self(along.lowerBound, across.lowerBound)
    let opposite = self(along.upperBound, across.upperBound)
    return Rect(
      x: corner.x, y: corner.y, width: opposite.x - corner.x, height: opposite.y - corner.y)
  }

  /// Where lines into a frame start, and lines out of it end.
  func ends(of frame: ClosedRange<Double>) -> ClosedRange<Double> {
    let reach = isUpright ? 20.0 : 28
    return frame.lowerBound - reach...frame.upperBound + reach
  }

  /// A box with a word in it: half of its size along the way of the state, and across.
  static let box = Size(width: 84, height: 44)
  var halfAlong: Double { (isUpright ? Self.box.height : Self.box.width) / 2 }
  var halfAcross: Double { (isUpright ? Self.box.width : Self.box.height) / 2 }
}

extension Canvas {
  /// What comes into the drawing, named before the start of its line.
  mutating func entry(_ markup: String, _ grid: CellGrid, _ along: Double, _ across: Double) {
    let reach = grid.isUpright ? 10.0 : 6
    label(markup, at: grid(along - reach, across), grid.isUpright ? .middle : .end)
  }

  /// What leaves the drawing, named behind the end of its line.
  mutating func exit(_ markup: String, _ grid: CellGrid, _ along: Double, _ across: Double) {
    let reach = grid.isUpright ? 10.0 : 6
    label(markup, at: grid(along + reach, across), grid.isUpright ? .middle : .start)
  }

  /// What a line across carries: beside it on a page, above it on a phone.
  mutating func signal(_ markup: String, _ grid: CellGrid, _ along: Double, _ across: Double) {
    let reach = unit * 7
    if grid.isUpright {
      label(markup, at: grid(along, across) - Point(0, reach), .middle, .baseline)
    } else {
      label(markup, at: grid(along, across) + Point(reach, 0), .start)
    }
  }
}
