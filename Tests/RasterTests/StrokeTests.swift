import Drawing
import Raster
import Testing

@Suite("strokes")
struct StrokeTests {
  @Test(
    "a stroke's ink is length times width, and its caps",
    arguments: [Stroke.Cap.butt, .round, .square])
  func caps(cap: Stroke.Cap) {
    var numbers = Numbers(seed: 4)
    for _ in 0..<60 {
      let ends = (0..<2).map { _ in Point(numbers.next(in: 20..<80), numbers.next(in: 20..<80)) }
      let width = numbers.next(in: 1..<12)
      let painted = picture(100, [.stroke(.polyline(ends), Stroke(width: width, cap: cap), black)])
      let length = length(of: ends)
      let expected =
        switch cap {
        case .butt: length * width
        case .round: length * width + .pi * width * width / 4
        case .square: (length + width) * width
        }
      #expect(abs(painted.ink - expected) < 0.5 + 0.02 * length + 0.1 * width)
    }
  }

  @Test("a level or upright stroke is painted as the same line with a bend of nothing")
  func uprightStrokes() {
    var numbers = Numbers(seed: 5)
    for _ in 0..<100 {
      let start = numbers.point(in: 60)
      let end = Point(start.x, numbers.next(in: 4..<56))
      let width = numbers.next(in: 0..<5).rounded(.down) + numbers.next(in: 0.1..<0.9)
      let stroke = Stroke(width: width, cap: .square)
      let middle = Point(start.x, (start.y + end.y) / 2)
      let straight = picture(60, [.stroke(.polyline([start, end]), stroke, black)])
      let bent = picture(60, [.stroke(.polyline([start, middle, end]), stroke, black)])
      #expect(abs(straight.ink - bent.ink) < 0.6)
    }
  }

  @Test("a level or upright stroke of whole pixels is sharp, wherever it is")
  func sharpStrokes() {
    for offset in stride(from: 0, through: 1, by: 0.1) {
      let across = Path.polyline([Point(10, 20 + offset), Point(30, 20 + offset)])
      let painted = picture(40, [.stroke(across, Stroke(width: 2), black)])
      #expect(Set(painted.pixels) == [0x000000, 0xffffff])
      #expect(painted.ink == 40)
      #expect(painted[20, 20] == 0)
    }
  }

  @Test("a ring's ink is its circumference times its width")
  func ring() {
    for radius in stride(from: 3.0, through: 40, by: 1) {
      let path = Path.circle(center: Point(50.2, 49.7), radius: radius)
      let painted = picture(100, [.stroke(path, Stroke(width: 2.5), black)])
      #expect(abs(painted.ink - 2 * .pi * radius * 2.5) < 0.5 + radius * 0.08)
    }
  }

  @Test("corners are as joined: mitred, rounded or cut")
  func joins() {
    let square = Path.rectangle(Rect(x: 20, y: 20, width: 40, height: 40))
    func ink(_ join: Stroke.Join) -> Double {
      picture(80, [.stroke(square, Stroke(width: 10, join: join), black)]).ink
    }
    #expect(ink(.miter) == 50 * 50 - 30 * 30)
    #expect(abs(ink(.round) - (1600 - 100 + .pi * 25)) < 1)
    #expect(abs(ink(.bevel) - (1600 - 50)) < 1)
  }

  @Test("a miter that would be too long is cut off")
  func longMiter() {
    let spike = Path.polyline([Point(10, 48), Point(70, 50), Point(10, 52)])
    let mitred = picture(100, [.stroke(spike, Stroke(width: 6, join: .miter), black)])
    let cut = picture(100, [.stroke(spike, Stroke(width: 6, join: .bevel), black)])
    #expect(mitred == cut)
  }

  @Test("no bend leaves a hole: the middle of the line is full everywhere")
  func solidMiddle() {
    var numbers = Numbers(seed: 6)
    for join in [Stroke.Join.miter, .round, .bevel] {
      for _ in 0..<60 {
        let corners = (0..<12).map { _ in
          Point(numbers.next(in: 15..<85), numbers.next(in: 15..<85))
        }
        let painted = picture(
          100, [.stroke(.polyline(corners), Stroke(width: 6, join: join), black)])
        for (start, end) in zip(corners, corners.dropFirst()) {
          for step in 1..<20 {
            let t = Double(step) / 20
            let x = start.x + (end.x - start.x) * t
            let y = start.y + (end.y - start.y) * t
            // At its ends, and at corners that are cut, a line is as wide as the cut leaves it.
            let isEnd = (join == .round ? [corners[0], corners[11]] : corners).contains {
              length(of: [$0, Point(x, y)]) < 5
            }
            #expect(painted[Int(x), Int(y)] == 0 || isEnd)
          }
        }
      }
    }
  }

  @Test("a line and the same line backwards leave the same ink, to a level a pixel")
  func backwards() {
    var numbers = Numbers(seed: 7)
    let corners = (0..<30).map { _ in numbers.point(in: 100) }
    let stroke = Stroke(width: 3, cap: .round)
    let there = picture(100, [.stroke(.polyline(corners), stroke, black)])
    let back = picture(100, [.stroke(.polyline(corners.reversed()), stroke, black)])
    for (left, right) in zip(there.pixels, back.pixels) {
      #expect(abs(Int(left & 0xff) - Int(right & 0xff)) <= 16)
    }
  }

  @Test("dashes have the pattern's share of the ink")
  func dashes() {
    let line = Path.polyline([Point(10, 30.3), Point(90, 41.7)])
    let painted = picture(100, [.stroke(line, Stroke(width: 2, dash: [3, 1]), black)])
    let length = length(of: [Point(10, 30.3), Point(90, 41.7)])
    #expect(abs(painted.ink - length * 2 * 0.75) < 2)
  }

  @Test("dots are dashes without length and with round caps")
  func dots() {
    let line = Path.polyline([Point(10, 50), Point(89, 50)])
    let painted = picture(
      100, [.stroke(line, Stroke(width: 4, cap: .round, dash: [0, 10]), black)])
    #expect(abs(painted.ink - 8 * .pi * 4) < 1.5)
  }

  @Test(
    "a pattern that is none leaves the line solid", arguments: [[0, 0], [-1, 2], [.nan], [1e-12]])
  func badDashes(pattern: [Double]) {
    let line = Path.polyline([Point(10, 50.5), Point(90, 57)])
    let solid = picture(100, [.stroke(line, Stroke(width: 3), black)])
    #expect(picture(100, [.stroke(line, Stroke(width: 3, dash: pattern), black)]) == solid)
  }

  @Test("what lies far outside changes nothing inside")
  func farAway() {
    let near = Path.polyline([Point(-1000, -1000), Point(1000, 1000)])
    let far = Path.polyline([Point(-1e8, -1e8), Point(1e8, 1e8)])
    let stroke = Stroke(width: 3)
    #expect(
      picture(50, [.stroke(near, stroke, black)]) == picture(50, [.stroke(far, stroke, black)]))
  }
}
