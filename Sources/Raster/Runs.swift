/// Stretches of equal pixels: most of what charts are made of.
enum Runs {
  /// The end of the run that starts at `start`.
  ///
  /// Backgrounds are looked at eight pixels at a time, two to a word.
  @inline(__always)
  static func end(of pixels: UnsafePointer<UInt32>, from start: Int, count: Int) -> Int {
    let color = pixels[start]
    let two = UInt64(color) << 32 | UInt64(color)
    var end = start &+ 1
    while end &+ 8 <= count {
      let next = UnsafeRawPointer(pixels + end)
      let first = next.loadUnaligned(as: UInt64.self) ^ two
      let second = next.loadUnaligned(fromByteOffset: 8, as: UInt64.self) ^ two
      let third = next.loadUnaligned(fromByteOffset: 16, as: UInt64.self) ^ two
      let fourth = next.loadUnaligned(fromByteOffset: 24, as: UInt64.self) ^ two
      if first | second | third | fourth != 0 { break }
      end &+= 8
    }
    while end < count, pixels[end] == color { end &+= 1 }
    return end
  }
}
