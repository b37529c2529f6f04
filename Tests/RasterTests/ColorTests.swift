import Drawing
import Raster
import Testing

@Suite("colours")
struct ColorTests {
  @Test("blending divides by 255 exactly, for every alpha over every grey")
  func blending() {
    var items: [Scene.Item] = []
    for grey in 0..<256 {
      let level = UInt8(grey)
      items.append(
        .fill(
          .rectangle(Rect(x: Double(grey), y: 0, width: 1, height: 256)),
          Color(red: level, green: level, blue: level)))
    }
    for alpha in 0..<256 {
      items.append(
        .fill(
          .rectangle(Rect(x: 0, y: Double(alpha), width: 256, height: 1)),
          Color(red: 77, green: 77, blue: 77, alpha: UInt8(alpha))))
    }
    let painted = picture(256, items)
    for alpha in 0..<256 {
      for grey in 0..<256 {
        let expected = UInt32((2 * (77 * alpha + grey * (255 - alpha)) + 255) / 510)
        #expect(painted[grey, alpha] == expected << 16 | expected << 8 | expected)
      }
    }
  }

  @Test("channels do not run into each other")
  func channels() {
    let scene = Scene(
      size: Size(width: 1, height: 1), background: Color(hex: 0xff00fe),
      items: [
        .fill(
          .rectangle(Rect(x: 0, y: 0, width: 1, height: 1)),
          Color(red: 0, green: 255, blue: 1, alpha: 254))
      ])
    #expect(Pixmap(painting: scene, density: 1).pixels == [0x01fe02])
  }

  @Test("a background that lets light through lies over white")
  func clearBackground() {
    let scene = Scene(
      size: Size(width: 1, height: 1), background: Color(red: 0, green: 0, blue: 0, alpha: 0))
    #expect(Pixmap(painting: scene).pixels == [0xffffff, 0xffffff, 0xffffff, 0xffffff])
  }

  @Test("bytes are red, green and blue, row by row")
  func bytes() {
    let pixmap = Pixmap(width: 1, height: 2, pixels: [0x010203, 0xfffefd])
    #expect(pixmap.bytes == [1, 2, 3, 255, 254, 253])
  }

  @Test("colours that differ by next to nothing become a palette")
  func paletteFits() {
    let items = ramp(count: 400) { index in Color(hex: UInt32(index / 2) << 16 | UInt32(index)) }
    let painted = picture(400, items)
    #expect(Set(painted.pixels).count <= 256)
    for index in 0..<400 {
      let wanted = UInt32(index / 2) << 16 | UInt32(index)
      for shift in [UInt32(0), 8, 16] {
        let found = Int(painted[index, 0] >> shift & 0xff)
        #expect(abs(found - Int(wanted >> shift & 0xff)) <= 8)
      }
    }
  }

  @Test("colours that differ to the eye are left alone")
  func paletteDoesNotFit() {
    let color = { (index: Int) in UInt32(index % 20 * 12) << 16 | UInt32(index / 20 * 12) << 8 }
    let painted = picture(400, ramp(count: 400) { Color(hex: color($0)) })
    #expect((0..<400).map { painted[$0, 0] } == (0..<400).map(color))
  }

  private func ramp(count: Int, _ color: (Int) -> Color) -> [Scene.Item] {
    (0..<count).map { index in
      .fill(.rectangle(Rect(x: Double(index), y: 0, width: 1, height: 400)), color(index))
    }
  }
}
