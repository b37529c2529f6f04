import Diagnostics

/// Finds references and citations in a stretch of text.
///
/// `@fig-decay` is a reference when it stands at the start of a word and its first part is one of
/// the reserved ones; `[@hochreiter1997, p. 5; @gers2000]` is a citation. Everything else stays,
/// and so does whatever has a backslash before it.
struct TextSplitter {
  /// The first words of labels, each with its dash.
  static let labelPrefixes = ["fig-", "tbl-", "eq-", "sec-", "lst-"]
  /// No citation is longer, in bytes; a bracket without an end is not looked for on and on.
  private static let longestCitation = 500

  private let text: TracedText
  private(set) var diagnostics: [Diagnostic] = []
  private var parts: [Inline] = []
  private var pending = 0

  init(_ text: TracedText) {
    self.text = text
  }

  mutating func run() -> [Inline] {
    diagnostics += TextMistakes.find(in: text)
    var index = 0
    while index < text.bytes.count {
      noteFootnote(at: index)
      if let (kind, end) = reference(at: index) ?? citation(at: index) {
        flush(upTo: index)
        parts.append(Inline(kind, span: text.span(index..<end)))
        pending = end
        index = end
      } else {
        index += 1
      }
    }
    flush(upTo: text.bytes.count)
    return parts
  }

  /// The words since the last find, and the line breaks between them.
  private mutating func flush(upTo end: Int) {
    for position in text.breaks where pending <= position && position < end {
      addText(upTo: position)
      parts.append(Inline(.softBreak, span: text.span(position..<position)))
      pending = position + 1
    }
    addText(upTo: end)
  }

  private mutating func addText(upTo end: Int) {
    guard pending < end else { return }
    parts.append(Inline(.text(text.string(pending..<end)), span: text.span(pending..<end)))
    pending = end
  }

  private func reference(at index: Int) -> (Inline.Kind, Int)? {
    guard text.bytes[index] == UInt8(ascii: "@"), !text.isEscaped[index],
      index == 0 || !isLabel(text.bytes[index - 1])
    else { return nil }
    var end = index + 1
    while end < text.bytes.count, isLabel(text.bytes[end]) { end += 1 }
    while end > index + 1, text.bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    let label = text.string(index + 1..<end)
    let prefix = Self.labelPrefixes.first { label.hasPrefix($0) }
    guard let prefix, label.utf8.count > prefix.utf8.count else { return nil }
    return (.reference(label), end)
  }

  private mutating func citation(at index: Int) -> (Inline.Kind, Int)? {
    let bytes = text.bytes
    guard bytes[index] == UInt8(ascii: "["), !text.isEscaped[index], index + 1 < bytes.count,
      "@-".utf8.contains(bytes[index + 1]), !text.isEscaped[index + 1],
      let end = bytes[index...].prefix(Self.longestCitation).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    var citations: [Citation] = []
    for part in text.string(index + 1..<end).split(separator: ";") {
      let written = part.drop(while: \.isWhitespace)
      let part = written.first == "-" ? written.dropFirst() : written
      guard part.first == "@" else { return nil }
      let key = part.dropFirst().prefix { !$0.isWhitespace && $0 != "," }
      let rest = part.dropFirst(1 + key.count).drop { $0 == "," || $0.isWhitespace }
      guard !key.isEmpty else { return nil }
      if rest.hasPrefix("@") {
        diagnostics.append(
          .error(
            "the works of one citation are parted by ';'", at: text.span(index..<end + 1),
            hint: "write '[@\(key); \(rest)]'"))
      }
      let locator = rest.isEmpty ? nil : rest.replacing("\n", with: " ")
      citations.append(
        Citation(
          key: String(key), locator: locator.map { String($0) },
          isYearOnly: written.first == "-"))
    }
    return (.citation(citations), end + 1)
  }

  /// `[^note]` without a definition: the library leaves it in the text.
  private mutating func noteFootnote(at index: Int) {
    let bytes = text.bytes
    guard bytes[index] == UInt8(ascii: "["), !text.isEscaped[index], index + 2 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "^"),
      let end = bytes[index...].prefix(Self.longestCitation).firstIndex(of: UInt8(ascii: "]")),
      end > index + 2
    else { return }
    let label = text.string(index + 2..<end)
    diagnostics.append(
      .warning(
        "there is no footnote '\(label)' on this page", at: text.span(index..<end + 1),
        hint: "write it as '[^\(label)]: …', or '\\[' if this is no footnote"))
  }

  private func isLabel(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
