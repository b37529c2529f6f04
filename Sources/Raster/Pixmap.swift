import Drawing

/// A picture as pixels: opaque sRGB, eight bits a channel, row by row from the top.
///
/// The same scene at the same density gives the same pixels on every machine: sums, products,
/// quotients and square roots in `Double` up to the one rounding to 1/256 pixel, integers from
/// there on, and nothing of a mathematics library.
package struct Pixmap: Hashable, Sendable {
  package let width: Int
  package let height: Int
  /// `0xRRGGBB`, `width × height` of them.
  package let pixels: [UInt32]

  package init(width: Int, height: Int, pixels: [UInt32]) {
    precondition(width > 0 && height > 0 && pixels.count == width * height, "pixels fill a grid")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// R, G, B, R, G, B …: with width and height, all there is to compare or to digest.
  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 3 * pixels.count) { bytes, count in
      for pixel in pixels {
        bytes[count] = UInt8(truncatingIfNeeded: pixel >> 16)
        bytes[count + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
        bytes[count + 2] = UInt8(truncatingIfNeeded: pixel)
        count += 3
      }
    }
  }
}

extension Pixmap {
  /// More would not fit a screen or a page, and keeps fixed-point coordinates far from overflow.
  package static let longestSide = 16_384
  /// A quarter of a gigabyte of pixels; what is further down is left out.
  package static let mostPixels = 1 << 26

  /// Paints a scene.
  ///
  /// Never fails: what is not a number is left out, and what is too large is cut off.
  ///
  /// - Parameters:
  ///   - scene: A background that lets light through is laid over white.
  ///   - density: Pixels a point.
  package init(painting scene: Scene, density: Double = 2) {
    let density = density > 0 && density.isFinite ? density : 1
    let width = Self.pixelCount(of: scene.size.width * density, atMost: Self.longestSide)
    let height = Self.pixelCount(
      of: scene.size.height * density, atMost: min(Self.longestSide, Self.mostPixels / width))
    let background = Ink(scene.background).over(0xff_ffff)
    let pixels = [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
      buffer.initialize(repeating: background)
      count = buffer.count
      var painter = ScenePainter(
        canvas: Canvas(pixels: buffer, width: width, height: height), density: density)
      painter.paint(scene.items)
      PaletteFit.apply(to: buffer)
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  private static func pixelCount(of length: Double, atMost limit: Int) -> Int {
    guard length > 1 else { return 1 }
    return length < Double(limit) ? Int(length.rounded(.up)) : limit
  }
}
