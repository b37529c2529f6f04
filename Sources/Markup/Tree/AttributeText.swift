import Diagnostics

/// `{#id key=value other="two words"}` behind a heading, a formula, a term or a directive's name.
struct AttributeText: Hashable, Sendable {
  var id: String?
  /// In the order they are written.
  var attributes: [Directive.Attribute] = []

  /// Reads braces and what is in them; `start` is the place of the opening brace.
  ///
  /// What stands behind the closing brace is a mistake.
  static func parse(_ text: String, path: String, start: SourcePosition) -> Diagnosed<AttributeText>
  {
    var parser = AttributeParser(text: Array(text.utf8), path: path, start: start)
    parser.run()
    parser.expectEnd()
    return Diagnosed(parser.result, parser.diagnostics)
  }

  /// Takes braces off the end of a heading's or a term's words, if there are any.
  static func takeTrailing(from content: inout [Inline]) -> Diagnosed<AttributeText>? {
    guard let last = content.last, case .text(let text) = last.kind,
      let brace = text.lastIndex(of: "{"), text.last == "}" || text[brace...].hasPrefix("{#")
    else { return nil }
    let before = text[..<brace]
    let inside = text[text.index(after: brace)...]
    // Braces in prose are not attributes: those start with '#' or with 'key=', or were meant to.
    let isForgotten = TextSplitter.labelPrefixes.contains { inside.hasPrefix($0) }
    guard inside.first == "#" || inside.first == "." || inside.contains("=") || isForgotten else {
      return nil
    }
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
  /// - Parameters:
  ///   - info: what follows the colons.
  ///   - start: the place of its first byte.
  static func parse(
    _ info: String, path: String, start: SourcePosition
  ) -> Diagnosed<Directive> {
    let name = info.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    let rest = info[name.endIndex...]
    func place(_ index: String.Index) -> SourcePosition {
      SourcePosition(
        line: start.line,
        column: start.column + info.utf8.distance(from: info.startIndex, to: index))
    }
    let nameSpan = Span(
      path: path, line: start.line, column: start.column, length: max(1, name.utf8.count))
    var directive = Directive(
      name: String(name), nameSpan: nameSpan, id: nil, attributes: [], blocks: [])
    guard let brace = rest.firstIndex(of: "{") else {
      let mistakes = addTitle(rest, at: nameSpan, to: &directive)
      return Diagnosed(directive, mistakes)
    }
    var parser = AttributeParser(text: Array(rest[brace...].utf8), path: path, start: place(brace))
    parser.run()
    directive.id = parser.result.id
    directive.attributes = parser.result.attributes
    directive.isBroken = !parser.diagnostics.isEmpty
    let end = rest.utf8.index(brace, offsetBy: parser.index)
    let mistakes = addTitle(rest[..<brace] + " " + rest[end...], at: nameSpan, to: &directive)
    return Diagnosed(directive, parser.diagnostics + mistakes)
  }

  /// Words beside the name are the title, as in `::: details How it is done`.
  private static func addTitle(
    _ words: Substring, at span: Span, to directive: inout Directive
  ) -> [Diagnostic] {
    var title = words.drop(while: \.isWhitespace)
    while title.last?.isWhitespace == true { title.removeLast() }
    guard !title.isEmpty else { return [] }
    if let other = directive.attributes.first(where: { $0.key == "title" }) {
      return [
        .error(
          "this has two titles: '\(title)' and '\(other.value)'", at: span,
          hint: "take one of the two out")
      ]
    }
    if title.first == "[", title.last == "]" {
      return [
        .error(
          "a title has no brackets", at: span,
          hint: "write '::: \(directive.name) \(title.dropFirst().dropLast())'")
      ]
    }
    directive.attributes.append(
      Directive.Attribute(key: "title", value: String(title), span: span))
    return []
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

  /// Reads up to the closing brace and stands behind it.
  mutating func run() {
    while true {
      while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
      guard index < text.count else {
        return diagnostics.append(
          .error("these attributes have no end", at: span(0, 1), hint: "close them with '}'"))
      }
      if text[index] == UInt8(ascii: "}") {
        index += 1
        return
      }
      guard text[index] == UInt8(ascii: "#") ? readID() : readAttribute() else { return }
    }
  }

  mutating func expectEnd() {
    while index < text.count, text[index] <= 0x20 { index += 1 }
    guard index < text.count else { return }
    diagnostics.append(
      .error(
        "there is nothing behind the attributes", at: span(index, text.count),
        hint: "take it out, or put it into the braces"))
  }

  /// - Returns: whether to read on.
  private mutating func readID() -> Bool {
    let first = index
    index += 1
    let id = word()
    skipValue()
    let written = String(decoding: text[first + 1..<index], as: UTF8.self)
    if written.isEmpty {
      report("there is no id after '#'", first, hint: "write it without a space: '{#a-name}'")
    } else if written != id {
      report(
        "an id is made of letters, digits, '-' and '_', not '\(written)'", first,
        hint: "write '#\(slug(of: written))'")
    } else if result.id != nil {
      report("a second id '#\(id)'", first, hint: "take one of the two out")
    } else {
      result.id = id
    }
    return true
  }

  private mutating func readAttribute() -> Bool {
    let first = index
    let key = word()
    guard !key.isEmpty, index < text.count, text[index] == UInt8(ascii: "=") else {
      skipValue()
      index = max(index, first + 1)
      let shown = String(decoding: text[first..<index], as: UTF8.self)
      report(
        "'\(shown)' is neither '#id' nor 'key=value'", first,
        hint: key.contains(where: \.isLetter)
          ? "write '#\(key)' for an id, or '\(key)=\"…\"'"
          : shown.hasPrefix(".")
            ? "there are no classes here"
            : shown.allSatisfy { $0.isNumber || $0 == "," || $0 == "-" }
              ? "lines of a listing are 'mark=\"\(shown)\"'"
              : "put a value behind its key: key=\"…\"")
      return true
    }
    index += 1
    if let curly = curlyQuote {
      skipValue()
      report("'\(curly)' is no quote here", first, hint: "write \(key)=\"…\", with straight ones")
      return !isEnd
    }
    guard let value = value() else {
      report(
        "the value of '\(key)' has no end", first, hint: "close it with the quote it begins with")
      return false
    }
    if result.attributes.contains(where: { $0.key == key }) {
      report("the attribute '\(key)' stands twice", first, hint: "take one of the two out")
    } else {
      result.attributes.append(
        Directive.Attribute(key: key, value: value, span: span(first, index)))
    }
    return true
  }

  private var isEnd: Bool { index >= text.count }

  /// The typographic quote that a word processor has put before the value.
  private var curlyQuote: String? {
    let next = String(decoding: text[index...].prefix(3), as: UTF8.self)
    return ["“", "”", "„", "‘", "’"].first { $0 == next }
  }

  /// To the next space or the closing brace; a typographic quote goes to its end.
  private mutating func skipValue() {
    if curlyQuote != nil {
      index += 3
      while !isEnd, curlyQuote == nil, text[index] != UInt8(ascii: "}") { index += 1 }
      if curlyQuote != nil { index += 3 }
    }
    while !isEnd, text[index] > 0x20, text[index] != UInt8(ascii: "}") { index += 1 }
  }

  private mutating func value() -> String? {
    guard index < text.count else { return nil }
    let quote = text[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return bareValue() }
    index += 1
    var value: [UInt8] = []
    while index < text.count, text[index] != quote {
      let isEscape =
        text[index] == UInt8(ascii: "\\") && index + 1 < text.count
        && (text[index + 1] == quote || text[index + 1] == UInt8(ascii: "\\"))
      if isEscape { index += 1 }
      value.append(text[index])
      index += 1
    }
    guard index < text.count else { return nil }
    index += 1
    return String(decoding: value, as: UTF8.self)
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

  private mutating func report(_ message: String, _ first: Int, hint: String? = nil) {
    diagnostics.append(.error(message, at: span(first, max(index, first + 1)), hint: hint))
  }

  private func span(_ first: Int, _ end: Int) -> Span {
    Span(path: path, line: start.line, column: start.column + first, length: end - first)
  }
}
