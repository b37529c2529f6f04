/// The sub-scanlines of a clip box: line k looks at the middle of its stripe of a row.
struct LineGrid {
  /// Lines a row of pixels; a power of two up to 256.
  let linesPerRow: Int
  let left: Int
  let right: Int
  /// The lines inside the box.
  let lines: Range<Int>
  private let shift: Int

  init(linesPerRow: Int, clip: ClipBox) {
    self.linesPerRow = linesPerRow
    left = clip.left
    right = clip.right
    shift = (Fixed.one / linesPerRow).trailingZeroBitCount
    let first = Self.firstLine(at: clip.top, shift: shift)
    lines = first..<max(first, Self.firstLine(at: clip.bottom, shift: shift))
  }

  /// The lines in the box that an edge from `top` to `bottom` crosses; touching counts at the top.
  @inline(__always)
  func lines(from top: Int, to bottom: Int) -> Range<Int> {
    let first = max(lines.lowerBound, Self.firstLine(at: top, shift: shift))
    let end = min(lines.upperBound, Self.firstLine(at: bottom, shift: shift))
    return first..<max(first, end)
  }

  @inline(__always)
  func middle(of line: Int) -> Int { line << shift + (1 << shift) >> 1 }

  @inline(__always)
  func row(of line: Int) -> Int { line / linesPerRow }

  @inline(__always)
  private static func firstLine(at y: Int, shift: Int) -> Int {
    let half = (1 << shift) >> 1
    return (y &- half &+ (1 << shift) &- 1) >> shift
  }
}
