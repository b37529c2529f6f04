import CPNGShim

extension PNG {
  /// A PNG file: with a palette when 256 colours are enough, else red, green and blue.
  ///
  /// - Parameters:
  ///   - density: Pixels a point; written down so that 1 point is 1/72 inch on paper.
  ///   - metadata: Notes, in the order in which they are written.
  /// - Throws: `PNGError` when a key is not what PNG allows, or memory runs out.
  package static func encode(
    _ pixmap: Pixmap, density: Double = 2, metadata: [Text] = []
  ) throws(PNGError) -> [UInt8] {
    try write(rows(of: pixmap, density: density), metadata: metadata)
  }

  /// A picture as libpng takes it: rows of indices or of colours, and what they mean.
  package struct Rows {
    fileprivate var picture: pngshim_picture
    fileprivate var bytes: [UInt8]
    fileprivate var palette: [UInt8] = []
  }

  package static func rows(of pixmap: Pixmap, density: Double = 2) -> Rows {
    var picture = pngshim_picture()
    picture.width = UInt32(pixmap.width)
    picture.height = UInt32(pixmap.height)
    picture.pixels_per_metre = pixelsPerMetre(density)
    picture.filters = Tuning.noFilter
    if let indexed = IndexedPicture(pixmap) {
      picture.bit_depth = Int32(indexed.bitDepth)
      picture.level = Tuning.paletteLevel
      return Rows(
        picture: picture, bytes: indexed.indices, palette: indexed.palette.flatMap(channels))
    }
    picture.bit_depth = 8
    picture.level = Tuning.colorLevel
    return Rows(picture: picture, bytes: pixmap.bytes)
  }

  /// Found by measuring charts, heat-maps and diagrams of 1600 × 900 pixels: filters make the files
  /// of drawn pictures larger, and levels above these cost more time than they save bytes.
  private enum Tuning {
    static let noFilter: Int32 = 0x08
    static let paletteLevel: Int32 = 4
    static let colorLevel: Int32 = 6
  }

  private static func channels(_ color: UInt32) -> [UInt8] {
    [UInt8(color >> 16 & 0xff), UInt8(color >> 8 & 0xff), UInt8(color & 0xff)]
  }

  /// A point is 1/72 inch and an inch 0.0254 m; 0 for a density that is none.
  private static func pixelsPerMetre(_ density: Double) -> UInt32 {
    let value = density * 72 / 0.0254 + 0.5
    return value >= 1 && value < Double(Int32.max) ? UInt32(value) : 0
  }

  private static func check(_ text: Text) throws(PNGError) {
    let key = text.key.utf8
    let isPrintable = key.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
    guard (1...79).contains(key.count), isPrintable, key.first != 0x20, key.last != 0x20 else {
      throw PNGError(message: "'\(text.key)' cannot be the key of a note in a PNG file")
    }
    guard !text.value.utf8.contains(0) else {
      throw PNGError(message: "the note '\(text.key)' has a zero byte in it")
    }
  }

  /// What libpng and zlib do, and nothing else.
  package static func write(_ source: Rows, metadata texts: [Text] = []) throws(PNGError) -> [UInt8]
  {
    for text in texts { try check(text) }
    var picture = source.picture
    var message = [CChar](repeating: 0, count: Int(PNGSHIM_MESSAGE_SIZE))
    var file: UnsafeMutablePointer<UInt8>?
    var size = 0
    let strings = CStrings(texts.flatMap { [$0.key, $0.value] })
    let notes = texts.indices.map { index in
      pngshim_text(key: strings[2 * index], text: strings[2 * index + 1])
    }
    let status = source.bytes.withUnsafeBufferPointer { rows in
      source.palette.withUnsafeBufferPointer { palette in
        notes.withUnsafeBufferPointer { notes in
          picture.rows = rows.baseAddress
          picture.palette = palette.baseAddress
          picture.palette_count = Int32(palette.count / 3)
          picture.texts = notes.baseAddress
          picture.text_count = Int32(notes.count)
          return pngshim_write(&picture, &file, &size, &message)
        }
      }
    }
    withExtendedLifetime(strings) {}
    guard status == 0, let file else { throw PNGError(message: Self.string(message)) }
    defer { pngshim_free(file) }
    return Array(UnsafeBufferPointer(start: file, count: size))
  }
}
