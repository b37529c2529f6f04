import Diagnostics

extension TreeReader {
  /// A paragraph that was meant to be a heading, a list, a table or a box.
  mutating func reportHalfMade(_ span: Span, _ content: [Inline]) {
    for line in span.start.line...span.end.line { reportForeignFormula(inLine: line) }
    let first = words(ofLine: span.start.line)
    let marks = first.prefix { $0 == UInt8(ascii: "#") }
    // One sign may begin a word of its own: `#1`, `#tag`.
    if (2...6).contains(marks.count), let next = first.dropFirst(marks.count).first, next > 0x20 {
      diagnostics.append(
        .warning(
          "this is no heading: there is no space behind its signs",
          at: Span(
            path: path, line: span.start.line, column: span.start.column, length: marks.count),
          hint: "write '\(String(decoding: marks, as: UTF8.self)) ' before its words"))
    }
    reportForeignBox(first, span)
    reportStrayLabel(content)
    guard span.end.line > span.start.line else { return }
    reportForeignBlock(span)
    guard first.contains(UInt8(ascii: "|")) else { return }
    let second = words(ofLine: span.start.line + 1)
    let isRule =
      second.contains(UInt8(ascii: "|")) && second.contains(UInt8(ascii: "-"))
      && second.allSatisfy { "|-: \t".utf8.contains($0) }
    guard isRule, cells(first) != cells(second) else { return }
    report(
      "this is no table: its first line has \(counted(cells(first), "cell")), and the line below "
        + "it \(cells(second))",
      at: Span(path: path, line: span.start.line + 1, column: span.start.column),
      hint: "give both as many")
  }

  /// `\(x\)`, as TeX writes it; here it would be a pair of parentheses.
  private mutating func reportForeignFormula(inLine line: Int) {
    let range = lines.range(ofLine: line)
    // Most lines have none.
    guard lines.bytes[range].contains(UInt8(ascii: "\\")) else { return }
    var isCode = false
    for (index, byte) in lines.bytes[range].enumerated() {
      if byte == UInt8(ascii: "`") { isCode.toggle() }
      let place = SourcePosition(line: line, column: index + 1)
      guard byte == UInt8(ascii: "\\"), !isCode, lines.has(#"\("#, at: place),
        lines.byte(before: place) != byte,
        let tex = String(decoding: lines.bytes[range].dropFirst(index + 2), as: UTF8.self)
          .firstMatch(of: #/^(.+?)\\\)/#)?.1
      else { continue }
      diagnostics.append(
        .warning(
          "a formula stands between dollars",
          at: Span(path: path, line: line, column: index + 1, length: tex.utf8.count + 4),
          hint: "write '$\(tex)$'"))
    }
  }

  /// A line without what stands around its words: spaces and the marks of quotes.
  func words(ofLine line: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let range = lines.range(ofLine: line)
    let bytes = lines.bytes[range.lowerBound..<range.lowerBound + lines.trimmedCount(ofLine: line)]
    return bytes.drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
  }

  func cells(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let bar = UInt8(ascii: "|")
    var count = 1
    var before: UInt8 = 0
    for byte in line {
      if byte == bar, before != UInt8(ascii: "\\") { count += 1 }
      before = byte
    }
    return count - (line.first == bar ? 1 : 0) - (line.last == bar ? 1 : 0)
  }
}
