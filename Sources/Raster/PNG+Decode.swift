import CPNGShim

extension PNG {
  /// The pixels of a PNG file of any kind; transparent parts are laid over white.
  package static func decode(_ bytes: [UInt8]) throws(PNGError) -> Pixmap {
    try read(bytes).pixmap
  }

  /// The notes in a file, in their order.
  package static func metadata(of bytes: [UInt8]) throws(PNGError) -> [Text] {
    try read(bytes).texts
  }

  private static func read(_ bytes: [UInt8]) throws(PNGError) -> (pixmap: Pixmap, texts: [Text]) {
    var message = [CChar](repeating: 0, count: Int(PNGSHIM_MESSAGE_SIZE))
    var (width, height): (UInt32, UInt32) = (0, 0)
    var rows: UnsafeMutablePointer<UInt8>?
    var texts: [Text] = []
    let status = withUnsafeMutablePointer(to: &texts) { texts in
      pngshim_read(
        bytes, bytes.count, UInt64(Pixmap.mostPixels), &width, &height, &rows,
        { context, key, value in
          guard let context, let key, let value else { return }
          context.assumingMemoryBound(to: [Text].self).pointee.append(
            Text(String(cString: key), String(cString: value)))
        }, texts, &message)
    }
    guard status == 0, let rows else { throw PNGError(message: string(message)) }
    defer { pngshim_free(rows) }
    let count = Int(width) * Int(height)
    let pixels = (0..<count).map { index in
      UInt32(rows[3 * index]) << 16 | UInt32(rows[3 * index + 1]) << 8 | UInt32(rows[3 * index + 2])
    }
    return (Pixmap(width: Int(width), height: Int(height), pixels: pixels), texts)
  }

  static func string(_ message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
