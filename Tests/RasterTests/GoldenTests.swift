import Drawing
import Lettering
import Raster
import Testing

/// Small pictures, compared pixel by pixel.
///
/// To record them again: delete the files in `Goldens` and run the tests twice; the first run
/// writes what is missing and fails, so that nobody records by chance. Look at the difference
/// before committing it.
@Suite("pictures")
struct GoldenTests {
  private static let blue = Color(hex: 0x0e6db6)
  private static let orange = Color(hex: 0xd55e00)

  @Test("joins, caps and dashes")
  func strokes() throws {
    var items: [Scene.Item] = []
    for (column, join) in [Stroke.Join.miter, .round, .bevel].enumerated() {
      for (row, cap) in [Stroke.Cap.butt, .round, .square].enumerated() {
        let corner = Point(14 + Double(column) * 66, 12 + Double(row) * 50)
        let bends = [Point(0, 0), Point(40, 5), Point(5, 20), Point(30, 30)]
        items.append(
          .stroke(
            .polyline(bends.map { corner + $0 }), Stroke(width: 7, cap: cap, join: join),
            Color(hex: 0x0e6db6, alpha: 160)))
        let line = Path.polyline([corner + Point(0, 38), corner + Point(50, 39)])
        items.append(
          .stroke(line, Stroke(width: 1.5, cap: cap, dash: [4, 3, 0, 3]), black))
      }
    }
    try expect(items, width: 210, height: 160, matches: "strokes")
  }

  @Test("thin lines, curves and overlapping fills")
  func shapes() throws {
    var items: [Scene.Item] = []
    for step in 0..<12 {
      let end = Point(10 + Double(step) * 8, 90 - Double(step * step) * 0.6)
      items.append(.stroke(.polyline([Point(10, 10), end]), Stroke(width: 0.5), black))
      let ring = Path.circle(center: Point(150, 50), radius: Double(step) * 3.7)
      items.append(.stroke(ring, Stroke(width: 0.25 + Double(step) * 0.1), Self.blue))
    }
    var curve = Path()
    curve.move(to: Point(10, 120))
    curve.cubic(Point(80, 60), Point(90, 190), to: Point(190, 100))
    items.append(.stroke(curve, Stroke(width: 9), Color(hex: 0xd55e00, alpha: 128)))
    items.append(
      .fill(.roundedRectangle(Rect(x: 60, y: 95, width: 50, height: 35), radius: 8), Self.orange))
    let star = [Point(30, 100), Point(39, 127), Point(16, 110), Point(44, 110), Point(21, 127)]
    items.append(.fill(.polygon(star), Color(hex: 0x009e73, alpha: 200)))
    try expect(items, width: 210, height: 150, matches: "shapes")
  }

  @Test("text in three faces, two sizes and with a fallback")
  func text() throws {
    let typesetter = try HarfBuzzTypesetter(Fonts.set)
    let lines: [(String, TextStyle)] = [
      ("Gradient decay", TextStyle(size: 18, weight: .semibold)),
      ("time-steps back k, AVATAR, 0.9", TextStyle(size: 12)),
      ("x ⊙ tanh(Wh), ∇ ∈ ℝ, σ ≤ 1", TextStyle(size: 12, isItalic: true)),
      ("שלום abc مرحبا", TextStyle(size: 12)),
    ]
    let items = lines.enumerated().map { index, line -> Scene.Item in
      let letters = typesetter.letter(line.0, style: line.1)
      let place = Point(8, 24 + Double(index) * 20)
      return .text(letters.outlines.moved(by: place), black, words: line.0)
    }
    try expect(items, width: 210, height: 100, matches: "text")
  }

  @Test("a picture does not depend on who else paints at the time")
  func concurrently() async {
    let curve = Path.circle(center: Point(100, 100), radius: 70)
    let items = [Scene.Item.stroke(curve, Stroke(width: 3, dash: [5, 3]), Self.blue)]
    let expected = picture(200, items)
    await withTaskGroup(of: Pixmap.self) { group in
      for _ in 0..<8 { group.addTask { picture(200, items) } }
      for await painted in group { #expect(painted == expected) }
    }
  }

  private func expect(
    _ items: [Scene.Item], width: Double, height: Double, matches name: String
  ) throws {
    let scene = Scene(
      size: Size(width: width, height: height), background: white, items: items)
    try Golden(name).check(Pixmap(painting: scene))
  }
}
