import Drawing
import Testing

@Suite("paths")
struct PathTests {
  @Test("a rounded rectangle's corners touch its sides")
  func roundedRectangle() {
    let rect = Rect(x: 10, y: 20, width: 30, height: 40)
    #expect(Path.roundedRectangle(rect, radius: 5).bounds == rect)
  }

  @Test("a radius larger than fits is cut down, a negative one is none")
  func radius() {
    let rect = Rect(x: 0, y: 0, width: 10, height: 4)
    #expect(
      Path.roundedRectangle(rect, radius: 99).elements
        == Path.roundedRectangle(rect, radius: 2).elements)
    #expect(Path.roundedRectangle(rect, radius: -1).bounds == rect)
  }

  @Test("a circle's points lie on it")
  func circle() {
    let path = Path.circle(center: Point(5, 5), radius: 3)
    for element in path.elements {
      guard case .cubic(_, _, to: let point) = element else { continue }
      let (x, y) = (point.x - 5, point.y - 5)
      #expect(abs(x * x + y * y - 9) < 1e-12)
    }
  }

  @Test("moving a path moves every point and handle")
  func moved() {
    var path = Path()
    path.move(to: Point(0, 0))
    path.cubic(Point(1, 2), Point(3, 4), to: Point(5, 6))
    path.quadratic(Point(7, 8), to: Point(9, 10))
    path.close()
    var expected = Path()
    expected.move(to: Point(10, 20))
    expected.cubic(Point(11, 22), Point(13, 24), to: Point(15, 26))
    expected.quadratic(Point(17, 28), to: Point(19, 30))
    expected.close()
    #expect(path.moved(by: Point(10, 20)) == expected)
  }

  @Test("an empty path is nowhere")
  func empty() {
    #expect(Path().bounds == nil)
    #expect(Path.polyline([]).bounds == nil)
  }
}
