import Drawing

/// How much of a pixel a shape covers, in sixteenths.
///
/// Sixteen steps, because at two pixels a point nobody sees a seventeenth, and because a chart's
/// colours then fit a palette: its file is half as large and written twice as fast.
enum Coverage {
  static let full = 16

  /// From 1/256 pixels summed over the lines of a row to a level.
  struct Rounding {
    private let shift: Int32
    private let half: Int32

    init(linesPerRow: Int) {
      shift = Int32((Fixed.one * linesPerRow / full).trailingZeroBitCount)
      half = (1 << shift) >> 1
    }

    @inline(__always)
    func level(_ sum: Int32) -> Int { Int((sum &+ half) >> shift) }
  }
}

/// The pixels being painted; lives only as long as the array that it writes into.
struct Canvas {
  let pixels: UnsafeMutableBufferPointer<UInt32>
  let width: Int
  let height: Int

  /// Lays `ink` over pixels `from..<to` of row `y`, all covered to the same level.
  @inline(__always)
  func lay(_ ink: borrowing Ink, level: Int, y: Int, from: Int, to: Int) {
    guard level > 0, from < to else { return }
    let row = pixels.baseAddress.unsafelyUnwrapped + y &* width
    let alpha = ink.alpha(at: level)
    if alpha == 255 {
      (row + from).update(repeating: ink.color, count: to &- from)
      return
    }
    for x in from..<to { row[x] = ink.blend(alpha, over: row[x]) }
  }
}

/// A colour ready to be laid over pixels.
struct Ink {
  /// `0xRRGGBB`.
  let color: UInt32
  private let alpha: UInt32
  private let redAndBlue: UInt32
  private let green: UInt32

  init(_ color: Color) {
    alpha = UInt32(color.alpha)
    self.color = UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue)
    redAndBlue = self.color & 0xff_00ff
    green = self.color >> 8 & 0xff
  }

  var isInvisible: Bool { alpha == 0 }

  /// The colour's alpha, scaled by a level of coverage and rounded to a byte.
  @inline(__always)
  func alpha(at level: Int) -> UInt32 {
    (alpha &* UInt32(truncatingIfNeeded: level) &+ 8) >> 4
  }

  func over(_ pixel: UInt32) -> UInt32 { blend(alpha, over: pixel) }

  /// `(ink · alpha + pixel · (255 − alpha)) / 255`, rounded, for each channel.
  ///
  /// Red and blue are worked out in one word. The division is exact: for 0 ≤ v ≤ 255² and
  /// w = v + 128, `(w + (w >> 8)) >> 8` is v / 255 rounded to the nearest, and w + (w >> 8) stays
  /// below 2¹⁶, so that no channel runs into its neighbour.
  @inline(__always)
  func blend(_ alpha: UInt32, over pixel: UInt32) -> UInt32 {
    let rest = 255 &- alpha
    var outer = redAndBlue &* alpha &+ (pixel & 0xff_00ff) &* rest &+ 0x80_0080
    outer = (outer &+ (outer >> 8 & 0xff_00ff)) >> 8 & 0xff_00ff
    var inner = green &* alpha &+ (pixel >> 8 & 0xff) &* rest &+ 0x80
    inner = (inner &+ inner >> 8) & 0xff00
    return outer | inner
  }
}
