import Drawing
import Raster

/// Numbers that look random and never change (SplitMix64).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(in range: Range<Double>) -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    return range.lowerBound
      + Double(mixed >> 11) / Double(1 << 53) * (range.upperBound - range.lowerBound)
  }

  mutating func point(in size: Double) -> Point {
    Point(next(in: 4..<size - 4), next(in: 4..<size - 4))
  }
}

let black = Color(hex: 0)
let white = Color(hex: 0xffffff)

/// A picture of black items on white, one pixel a point.
func picture(_ side: Double, _ items: [Scene.Item]) -> Pixmap {
  Pixmap(
    painting: Scene(size: Size(width: side, height: side), background: white, items: items),
    density: 1)
}

extension Pixmap {
  /// How much black there is, in whole pixels.
  var ink: Double {
    var sum = 0
    for pixel in pixels { sum += 255 - Int(pixel & 0xff) }
    return Double(sum) / 255
  }

  subscript(x: Int, y: Int) -> UInt32 { pixels[y * width + x] }
}

/// The area that the shoelace formula gives a polygon, positive for one turn.
func area(of corners: [Point]) -> Double {
  var doubled = 0.0
  for (index, corner) in corners.enumerated() {
    let next = corners[(index + 1) % corners.count]
    doubled += corner.x * next.y - next.x * corner.y
  }
  return abs(doubled) / 2
}

func length(of corners: [Point]) -> Double {
  zip(corners, corners.dropFirst()).map { start, end in
    ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y)).squareRoot()
  }.reduce(0, +)
}
