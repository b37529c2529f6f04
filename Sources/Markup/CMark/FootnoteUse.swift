import Diagnostics

/// Which footnotes a page refers to. The library drops a definition that nothing refers to, so the
/// file itself must be asked for those.
struct FootnoteUse {
  private var used: Set<String> = []

  init() {}

  /// Takes the label from the file: the tree has a number instead.
  mutating func use(_ reference: Span, in lines: SourceLines) {
    guard reference.end.line == reference.start.line else { return }
    let start = lines.range(ofLine: reference.start.line).lowerBound
    let range = start + reference.start.column - 1..<start + reference.end.column - 1
    guard range.upperBound <= lines.bytes.count, let label = label(lines.bytes[range]) else {
      return
    }
    used.insert(label)
  }

  /// A warning for each definition outside of code that no reference has named, or that has a twin.
  func unused(in lines: SourceLines, of document: Document) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var verbatim: [ClosedRange<Int>]?
    var first: [String: Int] = [:]
    for line in stride(from: 1, through: lines.count, by: 1) {
      let range = lines.range(ofLine: line)
      let bytes = lines.bytes[range]
      let indent = bytes.prefix(4).prefix { $0 == 0x20 }.count
      guard indent < 4, bytes.dropFirst(indent).first == UInt8(ascii: "["),
        let label = label(bytes.dropFirst(indent)),
        bytes.dropFirst(indent + label.utf8.count + 3).first == UInt8(ascii: ":")
      else { continue }
      let before = first.updateValue(line, forKey: label)
      guard before != nil || !used.contains(label) else { continue }
      if verbatim == nil { verbatim = verbatimLines(of: document) }
      if verbatim?.contains(where: { $0.contains(line) }) == true { continue }
      let isFirst = before.map { line in verbatim?.contains { $0.contains(line) } == true } ?? true
      guard !isFirst || !used.contains(label) else { continue }
      let place = Span(
        path: document.path, line: line, column: indent + 1, length: label.utf8.count + 3)
      diagnostics.append(
        isFirst
          ? .warning(
            "nothing refers to the footnote '\(label)'", at: place,
            hint: "refer to it with '[^\(label)]'")
          : .warning(
            "the footnote '\(label)' stands twice, and only the first is shown", at: place,
            hint: "give one of the two another name"))
    }
    return diagnostics
  }

  /// `[^label]` at the start of `bytes`, lower-cased as labels are compared.
  private func label(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard bytes.starts(with: "[^".utf8),
      let end = bytes.prefix(200).firstIndex(of: UInt8(ascii: "]")), end > bytes.startIndex + 2
    else { return nil }
    return String(decoding: bytes[bytes.startIndex + 2..<end], as: UTF8.self).lowercased()
  }

  /// The lines of code, formulas and HTML, where nothing is a footnote.
  private func verbatimLines(of document: Document) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for block in document.blocks + document.footnotes.joined() {
      block.forEachBlock { block in
        switch block.kind {
        case .code, .math, .html:
          ranges.append(block.span.start.line...block.span.end.line)
        default: break
        }
      }
    }
    return ranges
  }
}
