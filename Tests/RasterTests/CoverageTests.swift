import Drawing
import Raster
import Testing

@Suite("coverage")
struct CoverageTests {
  @Test("the ink of a triangle is its area")
  func triangles() {
    var numbers = Numbers(seed: 1)
    for _ in 0..<300 {
      let corners = (0..<3).map { _ in numbers.point(in: 100) }
      let painted = picture(100, [.fill(.polygon(corners), black)])
      // A level is a sixteenth: its rounding is at most a 32nd for each pixel of the border, and
      // as often up as down.
      let border = length(of: corners + [corners[0]])
      #expect(abs(painted.ink - area(of: corners)) < 0.5 + border * 0.02)
    }
  }

  @Test("the ink of a circle is its area")
  func circles() {
    for radius in stride(from: 0.5, through: 45, by: 0.5) {
      let painted = picture(100, [.fill(.circle(center: Point(50.3, 49.8), radius: radius), black)])
      #expect(abs(painted.ink - .pi * radius * radius) < 0.3 + radius * 0.08)
    }
  }

  @Test("two neighbours cover what both cover together, to a level")
  func neighbours() {
    var numbers = Numbers(seed: 2)
    for _ in 0..<50 {
      let cut = numbers.next(in: 20..<80)
      let left = picture(
        100,
        [.fill(.polygon([Point(9, 9), Point(cut, 9), Point(100 - cut, 90), Point(9, 90)]), black)])
      let right = picture(
        100,
        [
          .fill(
            .polygon([Point(cut, 9), Point(91, 9), Point(91, 90), Point(100 - cut, 90)]), black)
        ])
      #expect(abs(left.ink + right.ink - 82 * 81) < 2)
    }
  }

  @Test("overlapping contours of one turn are their union, of opposite turns a hole")
  func windings() {
    func square(_ low: Double, _ high: Double, turned: Bool = false) -> [Point] {
      let corners = [Point(low, low), Point(high, low), Point(high, high), Point(low, high)]
      return turned ? corners.reversed() : corners
    }
    var union = Path.polygon(square(10, 50))
    union.append(.polygon(square(30, 70)))
    #expect(picture(80, [.fill(union, black)]).ink == 1600 + 1600 - 400)
    var frame = Path.polygon(square(10, 50))
    frame.append(.polygon(square(20, 40, turned: true)))
    #expect(picture(80, [.fill(frame, black)]).ink == 1600 - 400)
  }

  @Test("a five-pointed star is filled in the middle")
  func star() {
    let corners = [Point(50, 5), Point(79, 92), Point(4, 39), Point(96, 39), Point(21, 92)]
    #expect(picture(100, [.fill(.polygon(corners), black)])[50, 50] == 0)
  }

  @Test("a box is painted exactly as the same four sides are")
  func boxes() {
    var numbers = Numbers(seed: 3)
    for _ in 0..<300 {
      let (start, end) = (numbers.point(in: 30), numbers.point(in: 30))
      let color = Color(red: 200, green: 30, blue: 90, alpha: UInt8(numbers.next(in: 1..<256)))
      let corners = [start, Point(end.x, start.y), end, Point(start.x, end.y)]
      // One more corner on a side, and it is no box to the painter.
      let middle = Point((start.x + end.x) / 2, start.y)
      let clip = Rect(x: 7.3, y: 5.9, width: 15.1, height: 17.7)
      for wrapped in [false, true] {
        let pictures = [corners, [start, middle] + corners.dropFirst()].map { corners in
          let item = Scene.Item.fill(.polygon(corners), color)
          return picture(30, wrapped ? [.clipped(clip, [item])] : [item])
        }
        #expect(pictures[0] == pictures[1])
      }
    }
  }

  @Test("a clip at whole pixels leaves what is inside as it is")
  func clips() {
    let shape = Scene.Item.fill(.circle(center: Point(30, 30), radius: 25), black)
    let whole = picture(60, [shape])
    let part = picture(60, [.clipped(Rect(x: 10, y: 20, width: 30, height: 25), [shape])])
    for y in 0..<60 {
      for x in 0..<60 {
        let isInside = (10..<40).contains(x) && (20..<45).contains(y)
        #expect(part[x, y] == (isInside ? whole[x, y] : 0xffffff))
      }
    }
  }

  @Test("clips within clips leave what both leave")
  func nestedClips() {
    let all = Scene.Item.fill(.rectangle(Rect(x: 0, y: 0, width: 60, height: 60)), black)
    let inner = Scene.Item.clipped(Rect(x: 20, y: 20, width: 90, height: 90), [all])
    let painted = picture(60, [.clipped(Rect(x: 5.5, y: 5, width: 20, height: 20), [inner])])
    #expect(abs(painted.ink - 5.5 * 5) < 0.05)
  }

  @Test("contours from left to right are painted as the same contours in any order")
  func order() {
    var numbers = Numbers(seed: 9)
    for _ in 0..<50 {
      let letters = (0..<8).map { column in
        let corners = (0..<5).map { _ in
          Point(Double(column) * 11 + numbers.next(in: 0..<15), numbers.next(in: 5..<90))
        }
        return Path.polygon(corners)
      }
      func painted(_ paths: [Path]) -> Pixmap {
        var all = Path()
        for path in paths { all.append(path) }
        return picture(110, [.fill(all, Color(hex: 0, alpha: 120))])
      }
      #expect(painted(letters) == painted(letters.reversed()))
    }
  }

  @Test("the density scales everything")
  func density() {
    let scene = Scene(
      size: Size(width: 20.2, height: 10), background: white,
      items: [.fill(.rectangle(Rect(x: 2, y: 2, width: 5, height: 5)), black)])
    let twice = Pixmap(painting: scene, density: 2)
    #expect((twice.width, twice.height) == (41, 20))
    #expect(twice.ink == 100)
  }
}
