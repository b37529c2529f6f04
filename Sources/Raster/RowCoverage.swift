/// How much of each pixel of one row a shape covers.
///
/// A stretch is noted at its two ends only; the sum from the left is the coverage. Ends are looked
/// for in the blocks that edges pass, so that a thin line across a wide picture costs its few
/// pixels.
struct RowCoverage: ~Copyable {
  /// log₂ of the pixels in a block.
  private static let blockShift = 4

  private let width: Int
  /// By how much coverage changes at each pixel, in 1/256 pixel of one line.
  private let changes: Scratch<Int32>
  private let isTouched: Scratch<Bool>
  private var firstBlock = Int.max
  private var lastBlock = -1

  init(width: Int) {
    self.width = width
    // An end touches its own pixel and the next, and may lie on the right border itself.
    changes = Scratch(repeating: 0, count: width + 2)
    isTouched = Scratch(repeating: false, count: (width + 1) >> Self.blockShift + 1)
  }

  /// Says that stretches may end between two places, in 1/256 pixel.
  @inline(__always)
  mutating func expectEnds(from left: Int, through right: Int) {
    let first = left >> (8 + Self.blockShift)
    let last = (right >> 8 &+ 1) >> Self.blockShift
    for block in first...last { isTouched[block] = true }
    firstBlock = min(firstBlock, first)
    lastBlock = max(lastBlock, last)
  }

  /// Notes the stretch of one line from `left` to `right`, in 1/256 pixel; both were expected.
  @inline(__always)
  func add(from left: Int, to right: Int) {
    let leftPart = Int32(truncatingIfNeeded: left & 255)
    let rightPart = Int32(truncatingIfNeeded: right & 255)
    let start = changes.base + (left >> 8)
    let end = changes.base + (right >> 8)
    start[0] &+= 256 &- leftPart
    start[1] &+= leftPart
    end[0] &-= 256 &- rightPart
    end[1] &-= rightPart
  }

  /// Lays ink over the row as it is covered, and forgets it.
  mutating func paint(_ ink: borrowing Ink, y: Int, linesPerRow: Int, on canvas: Canvas) {
    guard firstBlock <= lastBlock else { return }
    let rounding = Coverage.Rounding(linesPerRow: linesPerRow)
    var sum: Int32 = 0
    var level = 0
    var start = 0
    for block in firstBlock...lastBlock where isTouched[block] {
      isTouched[block] = false
      let pixels = block << Self.blockShift
      for x in pixels..<min(pixels + (1 << Self.blockShift), width + 2) {
        sum &+= changes[x]
        changes[x] = 0
        let next = rounding.level(sum)
        if next != level {
          canvas.lay(ink, level: level, y: y, from: start, to: min(x, width))
          level = next
          start = x
        }
      }
    }
    canvas.lay(ink, level: level, y: y, from: start, to: width)
    firstBlock = .max
    lastBlock = -1
  }
}
