/// A picture as indices into at most 256 colours.
struct IndexedPicture {
  static let mostColors = 256

  /// `0xRRGGBB`, in the order of their first pixel.
  private(set) var palette: [UInt32] = []
  /// One byte a pixel.
  private(set) var indices: [UInt8] = []

  /// Nil when there are more colours than fit, which is noticed at the first that does not.
  init?(_ pixmap: Pixmap) {
    var table = ColorTable(capacity: Self.mostColors)
    var isFull = false
    indices = [UInt8](unsafeUninitializedCapacity: pixmap.pixels.count) { indices, count in
      pixmap.pixels.withUnsafeBufferPointer { pixels in
        guard let source = pixels.baseAddress, let target = indices.baseAddress else { return }
        while count < pixels.count {
          guard let index = table.index(of: source[count]) else {
            isFull = true
            return
          }
          let end = Runs.end(of: source, from: count, count: pixels.count)
          (target + count).initialize(repeating: UInt8(index), count: end - count)
          count = end
        }
      }
    }
    guard !isFull else { return nil }
    palette = table.colors
  }

  /// As few bits a pixel as the palette allows.
  var bitDepth: Int {
    switch palette.count {
    case ...2: 1
    case ...4: 2
    case ...16: 4
    default: 8
    }
  }
}
