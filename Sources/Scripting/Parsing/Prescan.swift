/// Why a text must not reach the parser, or nil.
///
/// SwiftParser needs time exponential in the depth of `[[[…` and, for types and generic
/// arguments, stack beyond its own nesting limit. Such text is refused byte by byte, before
/// anything that recurses sees it.
func prescan(_ text: String, _ limits: Limits) -> (offset: Int, message: String)? {
  guard text.utf8.count <= limits.sourceBytes else {
    return (0, "a block may have at most \(limits.sourceBytes) bytes; this has \(text.utf8.count)")
  }
  var openings = Openings()
  for (offset, byte) in text.utf8.enumerated() {
    openings.read(byte)
    if openings.square > limits.brackets {
      return (offset, "more than \(limits.brackets) '[' are open here")
    }
    if openings.all > limits.nesting {
      return (offset, "this is nested more than \(limits.nesting) levels deep")
    }
    if openings.angles > limits.nesting {
      return (offset, "more than \(limits.nesting) '<' stand in one line")
    }
    if openings.run > limits.nesting {
      return (offset, "more than \(limits.nesting) '\(Character(Unicode.Scalar(byte)))' in a row")
    }
  }
  return nil
}

/// What is open after each byte. Brackets in strings and comments count too: a lesson has few,
/// and telling them apart would be parsing.
private struct Openings {
  var square = 0
  var all = 0
  var angles = 0
  /// How many times the last byte stood in a row, for bytes that the parser recurses on.
  var run = 0
  private var last: UInt8 = 0

  mutating func read(_ byte: UInt8) {
    run = byte == last && Self.recursive.contains(byte) ? run + 1 : 0
    last = byte
    switch byte {
    case UInt8(ascii: "["):
      square += 1
      all += 1
    case UInt8(ascii: "("), UInt8(ascii: "{"): all += 1
    case UInt8(ascii: "]"):
      square = max(0, square - 1)
      all = max(0, all - 1)
    case UInt8(ascii: ")"), UInt8(ascii: "}"): all = max(0, all - 1)
    case UInt8(ascii: "<"): angles += 1
    case UInt8(ascii: "\n"), UInt8(ascii: ";"): angles = 0
    default: break
    }
  }

  private static let recursive = Set("\\&?!-+~@#".utf8)
}
