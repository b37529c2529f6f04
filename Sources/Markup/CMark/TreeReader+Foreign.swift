import Diagnostics

/// Paragraphs that would be more elsewhere, or with a sign in another place.
extension TreeReader {
  /// `!!! note`, or `[!NOTE]` without the mark of a quote.
  mutating func reportForeignBox(_ first: Slice<UnsafeBufferPointer<UInt8>>, _ span: Span) {
    guard ["!!!", "[!"].contains(where: { first.starts(with: $0.utf8) }) else { return }
    let line = String(decoding: first, as: UTF8.self)
    if let name = line.prefixMatch(of: #/!!! ?(\w+)/#)?.1, Alert.names.contains(String(name)) {
      warn(
        "a box begins with ':::'", at: span.start, hint: "write '::: \(name)', and ':::' below it")
    } else if quoteDepth == 0, let name = line.wholeMatch(of: #/\[!(\w+)\]/#)?.1,
      Alert.names.contains(name.lowercased())
    {
      warn("'[!\(name)]' stands in a quote", at: span.start, hint: "begin its lines with '> '")
    }
  }

  /// `{#tbl-gates}` where nothing takes it; a caption is another one's to read.
  mutating func reportStrayLabel(_ content: [Inline]) {
    guard case .text(let text)? = content.last?.kind, text.utf8.last == UInt8(ascii: "}"),
      let brace = text.lastIndex(of: "{"), let span = content.last?.span,
      lines.byte(before: span.end) == UInt8(ascii: "}"), !startsWithColon(content)
    else { return }
    let id = text[brace...].dropFirst(2).dropLast()
    guard text[brace...].hasPrefix("{#"),
      let kind = TextSplitter.labelPrefixes.first(where: { id.hasPrefix($0) })
    else { return }
    let length = id.utf8.count + 3
    diagnostics.append(
      .warning(
        "nothing here takes the label '\(id)'",
        at: Span(
          path: path, line: span.end.line, column: span.end.column - length, length: length),
        hint: Self.homes[kind]))
  }

  /// Where a label stands.
  private static let homes = [
    "fig-": "a figure gets it at the top of its block: '//| label: …'",
    "tbl-": "a table gets it behind its caption: ': Its words {#…}'",
    "eq-": "a formula gets it behind its end: '$$ {#…}'",
    "sec-": "a heading gets it behind its words: '## Its words {#…}'",
    "lst-": "a listing gets it behind its language: '```swift {#…}'",
  ]

  func startsWithColon(_ content: [Inline]) -> Bool {
    if case .text(let text)? = content.first?.kind {
      text.utf8.first == UInt8(ascii: ":") && text.hasPrefix(": ")
    } else {
      false
    }
  }

  /// `: words` with no table and no term above it.
  mutating func reportStrayMeaning(_ content: [Inline], at span: Span) {
    guard startsWithColon(content), lines.byte(at: span.start) == UInt8(ascii: ":") else { return }
    warn(
      "there is no term and no table right above this", at: span.start,
      hint: "a term stands in the line above ': …', and a table has one caption below it")
  }

  /// `{width=50%}` behind a picture.
  mutating func reportPictureAttributes(_ run: TextRun) {
    guard run.text.hasPrefix("{"), let end = run.text.firstIndex(of: "}") else { return }
    let inside = run.text[..<end].dropFirst()
    guard inside.hasPrefix("#") || inside.hasPrefix(".") || inside.contains("=") else { return }
    diagnostics.append(
      .warning(
        "a picture has no attributes", at: run.inline(path: path).span,
        hint: "take '{\(inside)}' out; the theme says how large a picture is"))
  }

  /// `[words](https://…` without its end: the address has become a link of its own.
  mutating func reportOpenAddress(_ run: TextRun) {
    let span = run.inline(path: path).span
    guard let bracket = run.text.lastIndex(of: "["),
      lines.byte(before: SourcePosition(line: span.end.line, column: span.end.column - 1))
        == UInt8(ascii: "]")
    else { return }
    let length = run.text[bracket...].utf8.count
    diagnostics.append(
      .warning(
        "this is no link: its address has no end",
        at: Span(
          path: path, line: span.end.line, column: span.end.column - length, length: length),
        hint: "close it with ')' right behind the address; a space in it is '%20'"))
  }

  // MARK: - Several lines

  mutating func reportForeignBlock(_ span: Span) {
    reportHalfMeaning(
      words(ofLine: span.start.line + 1),
      at: SourcePosition(line: span.start.line + 1, column: 1))
    // Most paragraphs begin with a letter, and are none of these.
    guard let first = words(ofLine: span.start.line).first,
      "-|\\".utf8.contains(first) || (0x30...0x39).contains(first) || first == 0xE2
    else { return }
    let all = (span.start.line...span.end.line).map { words(ofLine: $0) }
    if let sign = Self.listSign(all) {
      return warn(
        "this is no list: there is no space behind its signs", at: span.start,
        hint: "write '\(sign) ' before each item")
    }
    if all.allSatisfy({ $0.starts(with: "• ".utf8) }) {
      return warn(
        "an item of a list begins with '- '", at: span.start, hint: "write '- ' for each '•'")
    }
    if all[0].elementsEqual(#"\["#.utf8), all[all.count - 1].elementsEqual(#"\]"#.utf8) {
      return warn(
        "a formula stands between two lines of '$$'", at: span.start,
        hint: "write '$$' for '\\[' and for '\\]'")
    }
    let bar = UInt8(ascii: "|")
    if all.allSatisfy({ $0.first == bar && $0.last == bar && cells($0) > 1 }) {
      let rule = String(repeating: "|---", count: cells(all[0])) + "|"
      return warn(
        "this is no table: there is no line of dashes below its first", at: span.start,
        hint: "write '\(rule)' there")
    }
  }

  /// The sign of a list without a space behind it: `-one`, `1.one`.
  private static func listSign(_ lines: [Slice<UnsafeBufferPointer<UInt8>>]) -> String? {
    let isDashed = lines.allSatisfy { line in
      guard line.first == UInt8(ascii: "-"), let next = line.dropFirst().first else { return false }
      return isLetter(next) || "[`".utf8.contains(next)
    }
    if isDashed { return "-" }
    let isNumbered = lines.allSatisfy { line in
      let digits = line.prefix { (0x30...0x39).contains($0) }
      let rest = line[digits.endIndex...]
      return (1...2).contains(digits.count) && rest.first == UInt8(ascii: ".")
        && rest.dropFirst().prefix(2).allSatisfy(isLetter) && rest.count > 2
    }
    return isNumbered ? "1." : nil
  }

  /// `:words` below a term; `:smile:` is a picture elsewhere.
  private mutating func reportHalfMeaning(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, at start: SourcePosition
  ) {
    guard line.first == UInt8(ascii: ":") else { return }
    let words = String(decoding: line.dropFirst(), as: UTF8.self)
    if words.isEmpty {
      warn("this term has no meaning", at: start, hint: "write it behind ': '")
    } else if words.first?.isLetter == true, words.firstMatch(of: #/^[\w+-]+:/#) == nil {
      warn("a meaning begins with ': '", at: start, hint: "write ': \(words)'")
    }
  }

  /// What git leaves where two versions of a line do not fit.
  mutating func reportConflict(inLine line: Int) {
    let start = SourcePosition(line: line, column: 1)
    guard lines.byte(at: start) == UInt8(ascii: "<"), lines.has("<<<<<<< ", at: start) else {
      return
    }
    report(
      "git has left two versions here", at: Span(path: path, line: line, column: 1, length: 7),
      hint: "keep one of them, and take out the lines '<<<<<<<', '=======' and '>>>>>>>'")
  }

  /// `- [] words`, where every item of the list has such a box, and `- [ ]` without words.
  mutating func reportNarrowBoxes(_ list: List) {
    for item in list.items where item.task == nil {
      guard case .paragraph(let content)? = item.blocks.first?.kind, content.count == 1,
        case .text(let text) = content[0].kind, text == "[ ]" || text == "[x]"
      else { continue }
      warn(
        "there are no words behind this box", at: item.span.start, hint: "write '- \(text) …'")
    }
    let boxes = list.items.filter { item in
      guard item.task == nil, case .paragraph(let content)? = item.blocks.first?.kind,
        case .text(let text)? = content.first?.kind
      else { return false }
      return text.hasPrefix("[] ")
    }
    guard boxes.count > 1, boxes.count == list.items.count else { return }
    warn(
      "a box has a space between its brackets", at: boxes[0].span.start, hint: "write '- [ ] …'")
  }

  /// Behind `%` a formula has a comment, which nobody sees.
  mutating func reportComment(in tex: String, at start: SourcePosition) {
    guard tex.utf8.contains(UInt8(ascii: "%")), let sign = tex.firstRange(of: "%"),
      !tex[..<sign.lowerBound].hasSuffix("\\")
    else {
      return
    }
    warn(
      "in a formula '%' begins a comment, which is not shown",
      at: SourcePosition(
        line: start.line, column: start.column + tex[..<sign.lowerBound].utf8.count),
      hint: "for the sign itself write '\\%'")
  }

  // MARK: - Help

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  mutating func warn(_ message: String, at start: SourcePosition, hint: String) {
    diagnostics.append(
      .warning(message, at: Span(path: path, start: start, end: start), hint: hint))
  }
}
