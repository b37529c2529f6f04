import CHarfBuzz
import Drawing

/// One open font: which characters it has, their outlines, and how they stand side by side.
///
/// Everything is in whole font units, so that neither a scale nor a rounding mode has a say. It
/// remembers what it drew and so belongs to one thread at a time.
final class Face {
  let unitsPerEm: Double
  private let font: OpaquePointer
  private var outlines: [UInt32: Path] = [:]
  private var coverage: [Unicode.Scalar: Bool] = [:]

  init(_ file: FontFile) throws(FontError) {
    let blob = file.bytes.withUnsafeBytes { bytes in
      hb_blob_create(
        bytes.bindMemory(to: CChar.self).baseAddress, UInt32(clamping: bytes.count),
        HB_MEMORY_MODE_DUPLICATE, nil, nil)
    }
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, 0)
    defer { hb_face_destroy(face) }
    guard let font = hb_font_create(face) else { throw FontError(file: file.name) }
    // Named, because the default may be another reader in another build of HarfBuzz.
    hb_ot_font_set_funcs(font)
    self.font = font
    unitsPerEm = Double(hb_face_get_upem(face))
    // Bytes that are no font give a face without glyphs rather than an error.
    guard hb_face_get_glyph_count(face) > 0 else { throw FontError(file: file.name) }
  }

  deinit { hb_font_destroy(font) }

  func covers(_ scalar: Unicode.Scalar) -> Bool {
    if let known = coverage[scalar] { return known }
    var glyph: hb_codepoint_t = 0
    let covered = hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
    coverage[scalar] = covered
    return covered
  }

  /// A glyph's outline in font units; y grows upwards.
  func outline(of glyph: UInt32, drawnBy pen: Pen) -> Path {
    if let known = outlines[glyph] { return known }
    let path = pen.draw(glyph, of: font)
    outlines[glyph] = path
    return path
  }

  /// The height of a capital letter in font units, measured on an H.
  ///
  /// Measured and not looked up: old fonts do not note it, and some that do are wrong.
  func capHeight(drawnBy pen: Pen) -> Double {
    var glyph: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(font, 0x48, &glyph) != 0 else { return unitsPerEm * 0.7 }
    return outline(of: glyph, drawnBy: pen).bounds?.maxY ?? 0
  }

  /// The glyphs that spell a run, from left to right.
  func shape(_ run: TextRun) -> [PlacedGlyph] {
    guard let buffer = hb_buffer_create() else { return [] }
    defer { hb_buffer_destroy(buffer) }
    fill(buffer, with: run)
    // Contextual alternates turn "->" into an arrow and lift the colon in "12:30": what the author
    // wrote is what the figure says. Scripts that join their letters cannot do without.
    var features = [hb_feature_t]()
    if !run.isRightToLeft {
      features.append(
        hb_feature_t(tag: Self.tag("calt"), value: 0, start: 0, end: UInt32.max))
    }
    var shapers: [UnsafePointer<CChar>?] = []
    "ot".withCString { name in
      shapers = [name, nil]
      _ = hb_shape_full(font, buffer, features, UInt32(features.count), shapers)
    }
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    return (0..<Int(count)).map { index in
      PlacedGlyph(
        id: infos[index].codepoint, cluster: Int(infos[index].cluster),
        offset: Point(Double(positions[index].x_offset), Double(positions[index].y_offset)),
        advance: Double(positions[index].x_advance))
    }
  }

  /// Direction, script and language are said aloud; guessed ones depend on the process's locale.
  private func fill(_ buffer: OpaquePointer, with run: TextRun) {
    let bytes = Array(run.text.utf8)
    bytes.withUnsafeBytes { bytes in
      hb_buffer_add_utf8(
        buffer, bytes.bindMemory(to: CChar.self).baseAddress, Int32(clamping: bytes.count), 0,
        Int32(clamping: bytes.count))
    }
    hb_buffer_set_direction(buffer, run.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, run.script)
    hb_buffer_set_language(buffer, hb_language_from_string("en", -1))
  }

  private static func tag(_ name: StaticString) -> hb_tag_t {
    hb_tag_from_string(
      UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), Int32(4))
  }
}

/// A glyph of a shaped run, in font units.
struct PlacedGlyph {
  /// 0 is the box that fonts draw for what they do not have.
  var id: UInt32
  /// Where its characters begin, in bytes of the run's text.
  var cluster: Int
  var offset: Point
  var advance: Double
}
