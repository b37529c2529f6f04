import Drawing
import Raster
import Testing

@Suite("hostile scenes")
struct HostileSceneTests {
  private static let badNumbers: [Double] = [
    .nan, .infinity, -.infinity, 1e300, -1e300, 1e17, 5e-324, -0.0,
    .greatestFiniteMagnitude, 32_768, -32_768, 65_536.5,
  ]

  @Test("coordinates that are no places never stop the painter", arguments: badNumbers)
  func badCoordinates(bad: Double) {
    for good in [0.0, 10, bad] {
      let points = [Point(5, 5), Point(bad, good), Point(good, bad), Point(20, 25)]
      var curve = Path()
      curve.move(to: points[0])
      curve.cubic(points[1], points[2], to: points[3])
      curve.quadratic(points[2], to: points[1])
      curve.line(to: points[0])
      curve.close()
      let stroke = Stroke(width: 3, cap: .round, dash: [4, 2])
      _ = picture(
        40,
        [
          .fill(.polygon(points), black), .fill(curve, black), .stroke(curve, stroke, black),
          .stroke(.polyline(points), stroke, black), .text(curve, black, words: "?"),
          .fill(.rectangle(Rect(x: bad, y: good, width: 9, height: 9)), black),
          .fill(.rectangle(Rect(x: 1, y: 1, width: bad, height: good)), black),
          .clipped(
            Rect(x: bad, y: bad, width: good, height: good), [.fill(curve, black)]),
          .clipped(Rect(x: 0, y: 0, width: bad, height: 30), [.fill(curve, black)]),
        ])
    }
  }

  @Test("widths and dashes that are no lengths never stop the painter", arguments: badNumbers)
  func badStrokes(bad: Double) {
    let line = Path.polyline([Point(5, 5), Point(30, 7), Point(9, 33)])
    for stroke in [
      Stroke(width: bad), Stroke(width: 2, dash: [bad]), Stroke(width: bad, dash: [bad, 1]),
      Stroke(width: bad, cap: .square, join: .miter, dash: [1, bad]),
    ] {
      _ = picture(40, [.stroke(line, stroke, black)])
    }
  }

  @Test("a size that is none is a pixel, one too large is cut", arguments: badNumbers)
  func badSizes(bad: Double) {
    let scene = Scene(size: Size(width: bad, height: 1), background: white)
    let painted = Pixmap(painting: scene, density: 1)
    #expect((1...Pixmap.longestSide).contains(painted.width))
    #expect(
      Pixmap(painting: Scene(size: Size(width: 2, height: 2), background: white), density: bad)
        .width >= 1)
  }

  @Test("empty paths and lone moves paint nothing")
  func emptyPaths() {
    var lone = Path()
    lone.move(to: Point(5, 5))
    var closes = Path()
    closes.close()
    closes.close()
    closes.line(to: Point(3, 3))
    for path in [Path(), lone, closes] {
      let items: [Scene.Item] = [
        .fill(path, black), .stroke(path, Stroke(width: 2), black),
        .stroke(path, Stroke(width: 2, dash: [1, 1]), black),
      ]
      #expect(picture(10, items).ink == 0)
    }
  }

  @Test("a point that is no number breaks the line there")
  func gap() {
    let broken = Path.polyline([
      Point(5, 10), Point(15, 10), Point(20, .nan), Point(25, 10), Point(35, 10),
    ])
    let painted = picture(40, [.stroke(broken, Stroke(width: 2), black)])
    #expect(painted.ink == 40)
    #expect(painted[20, 10] == 0xffffff)
  }

  @Test("a shape far larger than the picture covers it")
  func vastShape() {
    let vast = Path.polygon([Point(-1e12, -1e12), Point(1e12, -1e12), Point(0, 1e12)])
    #expect(picture(30, [.fill(vast, black)]).ink == 900)
  }

  @Test("a hundred thousand segments are painted, however tangled")
  func tangle() {
    var numbers = Numbers(seed: 8)
    let corners = (0..<100_000).map { _ in numbers.point(in: 120) }
    let painted = picture(120, [.stroke(.polyline(corners), Stroke(width: 1), black)])
    #expect(painted[60, 60] == 0)
  }

  @Test("a line that could have a billion dashes is solid")
  func countlessDashes() {
    let line = Path.polyline([Point(10, 20.5), Point(30, 21)])
    let dashed = Stroke(width: 2, dash: [1e-7, 1e-7])
    #expect(
      picture(40, [.stroke(line, dashed, black)])
        == picture(40, [.stroke(line, Stroke(width: 2), black)]))
  }
}
