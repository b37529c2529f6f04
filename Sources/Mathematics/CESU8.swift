/// The text encoding of the script engine: every UTF-16 unit by itself as one to three bytes.
///
/// It differs from UTF-8 only beyond U+FFFF, where the two halves of a surrogate pair stand as
/// three bytes each (Unicode Technical Report 26). That is what makes the engine count such a
/// letter as two, as every other JavaScript does.
enum CESU8 {
  static func encode(_ text: String) -> [UInt8] {
    let utf8 = Array(text.utf8)
    // Only letters beyond U+FFFF have a lead byte from F0 on.
    guard utf8.contains(where: { $0 >= 0xF0 }) else { return utf8 }
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      switch unit {
      case ..<0x80: bytes.append(UInt8(unit))
      case ..<0x800: bytes += [0xC0 | UInt8(unit >> 6), continuation(unit)]
      default: bytes += [0xE0 | UInt8(unit >> 12), continuation(unit >> 6), continuation(unit)]
      }
    }
    return bytes
  }

  /// The text of bytes that the engine wrote; what is not CESU-8 becomes U+FFFD.
  static func decode(_ bytes: some Collection<UInt8>) -> String {
    // ED opens the three bytes of a surrogate, and of a few Hangul letters.
    guard bytes.contains(0xED) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    var rest = bytes[...]
    while let lead = rest.popFirst() {
      let count = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : 2
      let tail = rest.prefix(count)
      rest = rest.dropFirst(count)
      let bits = count == 0 ? lead : count == 1 ? lead & 0x1F : lead & 0x0F
      units.append(tail.reduce(UInt16(bits)) { $0 << 6 | UInt16($1 & 0x3F) })
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func continuation(_ bits: UInt16) -> UInt8 { 0x80 | UInt8(bits & 0x3F) }
}
