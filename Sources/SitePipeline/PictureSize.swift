/// A picture's size in CSS pixels, so that a page keeps a place for it before it is there.
struct PictureSize: Hashable, Sendable {
  var width: Int
  var height: Int

  /// Reads the size from the first bytes of a PNG, a GIF or a JPEG; nil for anything else.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]), bytes.count >= 24 {
      self.init(big: bytes[16..<20], bytes[20..<24])
    } else if bytes.starts(with: [0x47, 0x49, 0x46]), bytes.count >= 10 {
      self.init(big: bytes[6..<8].reversed()[...], bytes[8..<10].reversed()[...])
    } else if bytes.starts(with: [0xff, 0xd8]) {
      self.init(jpeg: bytes)
    } else {
      return nil
    }
  }

  private init?(big width: ArraySlice<UInt8>, _ height: ArraySlice<UInt8>) {
    self.width = width.reduce(0) { $0 << 8 | Int($1) }
    self.height = height.reduce(0) { $0 << 8 | Int($1) }
    if self.width < 1 || self.height < 1 { return nil }
  }

  /// Walks the segments to the frame header (ITU T.81, B.2.2).
  private init?(jpeg bytes: [UInt8]) {
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xff {
      let marker = bytes[index + 1]
      let isFrame = (0xc0...0xcf).contains(marker) && ![0xc4, 0xc8, 0xcc].contains(marker)
      if isFrame {
        self.init(big: bytes[index + 7..<index + 9], bytes[index + 5..<index + 7])
        return
      }
      index += 2 + Int(bytes[index + 2]) << 8 + Int(bytes[index + 3])
    }
    return nil
  }
}
