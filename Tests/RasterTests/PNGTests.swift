import Raster
import Testing

@Suite("PNG files")
struct PNGTests {
  @Test(
    "a picture comes back as it was, in as few bits as its colours need",
    arguments: [(1, 1), (2, 1), (3, 2), (5, 4), (16, 4), (17, 8), (256, 8), (257, 0), (4000, 0)])
  func roundTrip(colors: Int, bits: Int) throws {
    let pixmap = pattern(width: 67, height: 61, colors: colors)
    let file = try PNG.encode(pixmap)
    #expect(try PNG.decode(file) == pixmap)
    // The header's bit depth and kind: 3 has a palette, 2 has not.
    #expect(Array(file[24...25]) == (bits > 0 ? [UInt8(bits), 3] : [8, 2]))
  }

  @Test("one pixel is a picture", arguments: [0x000000, 0xffffff, 0x123456] as [UInt32])
  func onePixel(color: UInt32) throws {
    let pixmap = Pixmap(width: 1, height: 1, pixels: [color])
    #expect(try PNG.decode(try PNG.encode(pixmap)) == pixmap)
  }

  @Test("notes come back in their order, in any language")
  func notes() throws {
    let notes = [
      PNG.Text("Title", "Gradient decay"), PNG.Text("Label", "fig-décroissance"),
      PNG.Text("Seed", "7"), PNG.Text("Description", "‖∂L/∂h‖ — 勾配 🙂\nsecond line"),
      PNG.Text("Empty", ""),
    ]
    let file = try PNG.encode(pattern(width: 9, height: 9, colors: 3), metadata: notes)
    #expect(try PNG.metadata(of: file) == notes)
  }

  @Test("a key that PNG does not allow is refused", arguments: ["", " a", "a ", "ä", "a\nb"])
  func badKeys(key: String) {
    let pixmap = Pixmap(width: 1, height: 1, pixels: [0])
    #expect(
      throws: PNGError(message: "'\(key)' cannot be the key of a note in a PNG file")
    ) {
      try PNG.encode(pixmap, metadata: [PNG.Text(key, "value")])
    }
  }

  @Test("chunks are what we wrote, and no time is among them")
  func chunks() throws {
    let file = try PNG.encode(
      pattern(width: 9, height: 9, colors: 3), metadata: [PNG.Text("Title", "t")])
    #expect(chunkNames(file) == ["IHDR", "sRGB", "PLTE", "pHYs", "iTXt", "IDAT", "IEND"])
  }

  @Test("two pixels a point are 5669 a metre")
  func density() throws {
    let file = try PNG.encode(Pixmap(width: 1, height: 1, pixels: [0]), density: 2)
    let name = try #require(file.firstRange(of: Array("pHYs".utf8)))
    #expect(Array(file[name.upperBound..<name.upperBound + 4]) == [0, 0, 0x16, 0x25])
  }

  @Test("the same picture is the same file")
  func deterministic() throws {
    let pixmap = pattern(width: 300, height: 200, colors: 90)
    #expect(try PNG.encode(pixmap) == PNG.encode(pixmap))
  }

  @Test("a file cut off anywhere or changed in any byte is an error or a picture, never a trap")
  func damage() throws {
    let file = try PNG.encode(
      pattern(width: 20, height: 20, colors: 5), metadata: [PNG.Text("Title", "t")])
    for count in file.indices.dropLast(12) {
      #expect(throws: PNGError.self) { try PNG.decode(Array(file[..<count])) }
    }
    for place in file.indices {
      var damaged = file
      damaged[place] ^= 0x55
      _ = try? PNG.decode(damaged)
    }
  }

  @Test("something else is not a PNG file")
  func notPNG() {
    #expect(throws: PNGError(message: "Not a PNG file")) { try PNG.decode(Array("GIF89a..".utf8)) }
    #expect(throws: PNGError.self) { try PNG.decode([]) }
  }

  private func pattern(width: Int, height: Int, colors: Int) -> Pixmap {
    let pixels = (0..<width * height).map { (UInt32($0 % colors) &* 2_654_435_769) >> 8 }
    return Pixmap(width: width, height: height, pixels: pixels)
  }

  private func chunkNames(_ file: [UInt8]) -> [String] {
    var names: [String] = []
    var place = 8
    while place + 8 <= file.count {
      let length = file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      names.append(String(decoding: file[place + 4..<place + 8], as: UTF8.self))
      place += 12 + length
    }
    return names
  }
}
