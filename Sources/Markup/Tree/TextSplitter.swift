import Diagnostics

/// Finds references and citations in a stretch of text.
///
/// `@fig-decay` is a reference when it stands at the start of a word and its first part is one of
/// the reserved ones; `[@hochreiter1997, p. 5; @gers2000]` is a citation. Everything else stays.
enum TextSplitter {
  /// The first words of labels, each with its dash.
  static let labelPrefixes = ["fig-", "tbl-", "eq-", "sec-", "lst-"]

  static func split(_ inline: Inline) -> [Inline] {
    guard case .text(let text) = inline.kind, text.utf8.contains(UInt8(ascii: "@")) else {
      return [inline]
    }
    var splitter = Splitter(text: Array(text.utf8), span: inline.span)
    return splitter.run()
  }
}

private struct Splitter {
  let text: [UInt8]
  let span: Span
  private var parts: [Inline] = []
  private var pending = 0

  init(text: [UInt8], span: Span) {
    self.text = text
    self.span = span
  }

  mutating func run() -> [Inline] {
    var index = 0
    while index < text.count {
      if let (kind, end) = reference(at: index) ?? citation(at: index) {
        flush(upTo: index)
        parts.append(Inline(kind, span: place(index, end)))
        pending = end
        index = end
      } else {
        index += 1
      }
    }
    flush(upTo: text.count)
    return parts
  }

  private mutating func flush(upTo end: Int) {
    guard pending < end else { return }
    parts.append(Inline(.text(string(pending..<end)), span: place(pending, end)))
  }

  /// Text that has been merged over several lines keeps the line of its start.
  private func place(_ start: Int, _ end: Int) -> Span {
    Span(
      path: span.path, line: span.start.line, column: span.start.column + start,
      length: end - start)
  }

  private func reference(at index: Int) -> (Inline.Kind, Int)? {
    guard text[index] == UInt8(ascii: "@"), index == 0 || !isLabel(text[index - 1]) else {
      return nil
    }
    var end = index + 1
    while end < text.count, isLabel(text[end]) { end += 1 }
    while end > index + 1, text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    let label = string(index + 1..<end)
    let prefix = TextSplitter.labelPrefixes.first { label.hasPrefix($0) }
    guard let prefix, label.utf8.count > prefix.utf8.count else { return nil }
    return (.reference(label), end)
  }

  private func citation(at index: Int) -> (Inline.Kind, Int)? {
    guard text[index] == UInt8(ascii: "["), index + 1 < text.count,
      text[index + 1] == UInt8(ascii: "@"),
      let end = text[index...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    var citations: [Citation] = []
    for part in string(index + 1..<end).split(separator: ";") {
      let part = part.drop { $0 == " " }
      guard part.first == "@" else { return nil }
      let key = part.dropFirst().prefix { !$0.isWhitespace && $0 != "," }
      let rest = part.dropFirst(1 + key.count).drop { $0 == "," || $0 == " " }
      guard !key.isEmpty else { return nil }
      citations.append(Citation(key: String(key), locator: rest.isEmpty ? nil : String(rest)))
    }
    return (.citation(citations), end + 1)
  }

  private func isLabel(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }
}
