import Diagnostics

/// Pieces of text that follow each other: the library cuts at every character that could have
/// meant something.
struct TextRun {
  private struct Piece {
    /// Where the piece begins in `text`, in bytes.
    var offset: Int
    var start: SourcePosition
  }

  private(set) var text = ""
  private var pieces: [Piece] = []
  /// Line breaks that stand inside a citation, as offsets of a line feed in `text`.
  private var breaks: [Int] = []
  private(set) var end = SourcePosition(line: 1, column: 1)

  var isEmpty: Bool { text.isEmpty }

  mutating func append(_ more: String, from start: SourcePosition, to end: SourcePosition) {
    pieces.append(Piece(offset: text.utf8.count, start: start))
    if text.isEmpty { text = more } else { text += more }
    self.end = end
  }

  /// Goes on over the end of a line, if a citation is open there.
  mutating func continueOverBreak(at place: SourcePosition) -> Bool {
    guard needsSplitting, hasOpenCitation else { return false }
    breaks.append(text.utf8.count)
    append("\n", from: place, to: place)
    return true
  }

  private var hasOpenCitation: Bool {
    let bytes = text.utf8
    guard let open = bytes.lastIndex(of: UInt8(ascii: "[")) else { return false }
    let rest = bytes[bytes.index(after: open)...]
    return rest.first == UInt8(ascii: "@") && !rest.contains(UInt8(ascii: "]"))
  }

  /// Whether there may be more than words in it.
  var needsSplitting: Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      // Most runs have no such sign at all.
      guard bytes.contains(where: Self.isSign) else { return false }
      return bytes.indices.contains { index in
        Self.isMark(bytes[index], before: index + 1 < bytes.count ? bytes[index + 1] : 0)
      }
    } ?? true
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "]"),
      UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "{"),
      UInt8(ascii: "\\"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// What begins something else than words, or was meant to.
  private static func isMark(_ byte: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "]"),
      UInt8(ascii: "`"):
      true
    case UInt8(ascii: "*"), UInt8(ascii: "~"): next == byte
    case UInt8(ascii: "{"): next == byte || next == UInt8(ascii: "r")
    case UInt8(ascii: "\\"): (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
    // The first letters of labels.
    case UInt8(ascii: "#"):
      switch next {
      case UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "e"), UInt8(ascii: "s"),
        UInt8(ascii: "l"):
        true
      default: false
      }
    default: false
    }
  }

  /// The whole run as one inline.
  func inline(path: String) -> Inline {
    Inline(.text(text), span: Span(path: path, start: pieces.first?.start ?? end, end: end))
  }

  /// The text with the place of each of its bytes.
  ///
  /// - Parameter endsBlock: whether nothing stands behind it.
  func traced(path: String, lines: SourceLines, endsBlock: Bool) -> TracedText {
    var traced = TracedText(path: path, breaks: breaks, endsBlock: endsBlock)
    let bytes = Array(text.utf8)
    for (index, piece) in pieces.enumerated() {
      let end = index + 1 < pieces.count ? pieces[index + 1].offset : bytes.count
      traced.append(bytes[piece.offset..<end], from: piece.start, lines: lines)
    }
    traced.places.append(self.end)
    return traced
  }
}

/// Text whose every byte knows its place in the file.
struct TracedText {
  let path: String
  /// Offsets of bytes that are line breaks of the file.
  let breaks: [Int]
  /// Whether it is the last of its paragraph: what it leaves open, nothing closes.
  let endsBlock: Bool
  var bytes: [UInt8] = []
  /// One more than there are bytes: the last is the end.
  var places: [SourcePosition] = []
  /// Whether the byte stands behind a backslash, so that it means nothing but itself.
  var isEscaped: [Bool] = []

  init(path: String, breaks: [Int], endsBlock: Bool) {
    self.path = path
    self.breaks = breaks
    self.endsBlock = endsBlock
  }

  /// Follows `more` through the file from `start`: escapes and entities are longer there.
  mutating func append(
    _ more: ArraySlice<UInt8>, from start: SourcePosition, lines: SourceLines
  ) {
    var place = start
    for byte in more {
      let isTail = byte & 0xC0 == 0x80
      var isEscape = false
      if lines.byte(at: place) == UInt8(ascii: "\\"), byte != UInt8(ascii: "\\") || nextIs(byte) {
        place.column += 1
        isEscape = true
      }
      bytes.append(byte)
      places.append(place)
      isEscaped.append(isEscape)
      if lines.byte(at: place) == byte {
        place.column += byte == UInt8(ascii: "&") ? lengthOfAmpersand(at: place, lines) : 1
      } else if !isTail {
        place.column += lengthOfReplaced(at: place, lines)
      }
    }
    func nextIs(_ byte: UInt8) -> Bool {
      lines.byte(at: SourcePosition(line: place.line, column: place.column + 1)) == byte
    }
  }

  /// An ampersand stands for itself, or is written as an entity.
  private func lengthOfAmpersand(at place: SourcePosition, _ lines: SourceLines) -> Int {
    ["&amp;", "&#38;", "&#x26;"].first { lines.has($0, at: place) }?.utf8.count ?? 1
  }

  /// The length in the file of what became one character: `&amp;`, a straight quote, `--`.
  private func lengthOfReplaced(at place: SourcePosition, _ lines: SourceLines) -> Int {
    var end = place
    guard let first = lines.byte(at: place) else { return 0 }
    end.column += 1
    if first == UInt8(ascii: "&") {
      while let byte = lines.byte(at: end), byte != UInt8(ascii: ";") { end.column += 1 }
      return end.column + 1 - place.column
    }
    let isDash = first == UInt8(ascii: "-") || first == UInt8(ascii: ".")
    while isDash, end.column - place.column < 3, lines.byte(at: end) == first { end.column += 1 }
    return end.column - place.column
  }

  func span(_ range: Range<Int>) -> Span {
    Span(path: path, start: places[range.lowerBound], end: places[range.upperBound])
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
