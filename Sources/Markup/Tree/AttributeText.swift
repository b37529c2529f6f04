import Diagnostics

/// `{#id key=value other="two words"}` behind a heading, a formula, a term or a directive's name.
struct AttributeText: Hashable, Sendable {
  var id: String?
  /// In the order they are written.
  var attributes: [Directive.Attribute] = []

  /// Reads braces and what is in them; `start` is the place of the opening brace.
  static func parse(_ text: String, path: String, start: SourcePosition) -> Diagnosed<AttributeText> {
    var parser = AttributeParser(text: Array(text.utf8), path: path, start: start)
    parser.run()
    return Diagnosed(parser.result, parser.diagnostics)
  }

  /// Takes braces off the end of a heading's or a term's words, if there are any.
  static func takeTrailing(from content: inout [Inline]) -> Diagnosed<AttributeText>? {
    guard let last = content.last, case .text(let text) = last.kind, text.last == "}",
      let brace = text.lastIndex(of: "{")
    else { return nil }
    let before = text[..<brace]
    let inside = text[text.index(after: brace)...]
    // Braces in prose are not attributes: those start with '#' or with 'key='.
    guard inside.first == "#" || inside.contains("=") else { return nil }
    let words = before.reversed().drop { $0 == " " }.reversed()
    if words.isEmpty {
      content.removeLast()
    } else {
      content[content.count - 1].kind = .text(String(words))
    }
    let start = SourcePosition(
      line: last.span.start.line, column: last.span.start.column + before.utf8.count)
    // Smart punctuation has been there before us; in the file the quotes are straight, one byte each.
    let attributes = text[brace...].replacing("“", with: "\"").replacing("”", with: "\"")
    return parse(String(attributes), path: last.span.path, start: start)
  }
}

/// A directive's first line: its name, its attributes, and words that are its title.
enum DirectiveHead {
  /// - Parameter fence: the place of the first colon.
  static func parse(
    _ info: String, path: String, fence: SourcePosition
  ) -> Diagnosed<Directive> {
    // The library hands over what follows the colons; how many there were is not kept, and three
    // with a space behind is what people write.
    let nameStart = SourcePosition(line: fence.line, column: fence.column + 4)
    let name = info.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    let rest = info[name.endIndex...]
    let space = rest.prefix { $0 == " " }
    let nameSpan = Span(
      path: path, line: nameStart.line, column: nameStart.column, length: name.utf8.count)
    var directive = Directive(
      name: String(name), nameSpan: nameSpan, id: nil, attributes: [], blocks: [])
    guard let brace = rest.firstIndex(of: "{"), let end = rest.lastIndex(of: "}") else {
      addTitle(rest.dropFirst(space.count), to: &directive)
      return Diagnosed(directive)
    }
    let offset = info.utf8.distance(from: info.startIndex, to: brace)
    let attributes = AttributeText.parse(
      String(rest[brace...end]), path: path,
      start: SourcePosition(line: nameStart.line, column: nameStart.column + offset))
    directive.id = attributes.value.id
    directive.attributes = attributes.value.attributes
    let words = rest[space.endIndex..<brace] + rest[rest.index(after: end)...]
    addTitle(words.drop { $0 == " " }, to: &directive)
    return Diagnosed(directive, attributes.diagnostics)
  }

  /// Words behind the name are the title, as in `::: details How it is done`.
  private static func addTitle(_ words: some Collection<Character>, to directive: inout Directive) {
    let title = String(words.reversed().drop { $0 == " " }.reversed())
    guard !title.isEmpty, !directive.attributes.contains(where: { $0.key == "title" }) else {
      return
    }
    directive.attributes.append(
      Directive.Attribute(key: "title", value: title, span: directive.nameSpan))
  }
}

private struct AttributeParser {
  let text: [UInt8]
  let path: String
  let start: SourcePosition
  var index = 1
  var result = AttributeText()
  var diagnostics: [Diagnostic] = []

  init(text: [UInt8], path: String, start: SourcePosition) {
    self.text = text
    self.path = path
    self.start = start
  }

  mutating func run() {
    while true {
      while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
      guard index < text.count, text[index] != UInt8(ascii: "}") else { return }
      text[index] == UInt8(ascii: "#") ? readID() : readAttribute()
    }
  }

  private mutating func readID() {
    let first = index
    index += 1
    let id = word()
    if id.isEmpty { return report("there is no id after '#'", first) }
    if result.id != nil { return report("a second id '#\(id)'", first) }
    result.id = id
  }

  private mutating func readAttribute() {
    let first = index
    let key = word()
    guard !key.isEmpty, index < text.count, text[index] == UInt8(ascii: "=") else {
      let shown = key.isEmpty ? String(decoding: text[first...first], as: UTF8.self) : key
      index = max(index, first + 1)
      return report("'\(shown)' is neither '#id' nor 'key=value'", first)
    }
    index += 1
    guard let value = value() else { return report("the value of '\(key)' has no end", first) }
    guard !result.attributes.contains(where: { $0.key == key }) else {
      return report("the attribute '\(key)' stands twice", first)
    }
    result.attributes.append(
      Directive.Attribute(key: key, value: value, span: span(first, index)))
  }

  private mutating func value() -> String? {
    guard index < text.count else { return nil }
    let quote = text[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return bareValue() }
    index += 1
    let first = index
    while index < text.count, text[index] != quote { index += 1 }
    guard index < text.count else { return nil }
    defer { index += 1 }
    return String(decoding: text[first..<index], as: UTF8.self)
  }

  private mutating func bareValue() -> String {
    let first = index
    while index < text.count, text[index] > 0x20, text[index] != UInt8(ascii: "}") { index += 1 }
    return String(decoding: text[first..<index], as: UTF8.self)
  }

  private mutating func word() -> String {
    let first = index
    while index < text.count, isWord(text[index]) { index += 1 }
    return String(decoding: text[first..<index], as: UTF8.self)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private mutating func report(_ message: String, _ first: Int) {
    diagnostics.append(.error(message, at: span(first, max(index, first + 1))))
  }

  private func span(_ first: Int, _ end: Int) -> Span {
    Span(path: path, line: start.line, column: start.column + first, length: end - first)
  }
}
