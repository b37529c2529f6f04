import Diagnostics

/// Reads BibTeX (Patashnik 1988): entries in source order, by key.
///
/// `@string` macros and `#` between values work; `@comment` and `@preamble` are skipped, and so
/// is what stands between entries.
func parseBibTeX(path: String, text: String) -> Diagnosed<[BibliographyEntry]> {
  var reader = BibTeXReader(path: path, text: text)
  reader.run()
  if reader.entries.isEmpty, reader.diagnostics.isEmpty {
    let top = Span(path: path, line: 1, column: 1)
    reader.diagnostics.append(
      .warning("this file has no entries", at: top, hint: "an entry begins with '@article{key,'"))
  }
  return Diagnosed(reader.entries, reader.diagnostics)
}

private struct BibTeXReader {
  let path: String
  let bytes: [UInt8]
  var index = 0
  var entries: [BibliographyEntry] = []
  var diagnostics: [Diagnostic] = []
  private var macros: [String: String] = [:]
  private var lines: [Int] = [0]

  init(path: String, text: String) {
    self.path = path
    bytes = Array(text.utf8)
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(offset + 1)
    }
  }

  mutating func run() {
    while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      index = at + 1
      let start = at
      let kind = word().lowercased()
      skipSpace()
      guard kind != "comment", kind != "preamble", take("{") || take("(") else { continue }
      kind == "string" ? readMacro() : readEntry(kind: kind, start: start)
    }
  }

  private mutating func readMacro() {
    skipSpace()
    let name = word().lowercased()
    skipSpace()
    guard take("="), let text = value() else { return }
    macros[name] = text
  }

  private mutating func readEntry(kind: String, start: Int) {
    skipSpace()
    let keyStart = index
    let key = word(extra: "-_:./+")
    var entry = BibliographyEntry(
      key: key, kind: kind, fields: [:], span: span(keyStart, length: key.utf8.count))
    skipSpace()
    while take(",") {
      skipSpace()
      if peek == UInt8(ascii: "}") || peek == UInt8(ascii: ")") { break }
      guard readField(of: &entry) else { return }
    }
    guard take("}") || take(")") else {
      return peek == nil
        ? report(
          "this entry of the bibliography has no end", at: start, hint: "close it with '}'")
        : report(
          "a ',' is missing before this", at: index, hint: "write it behind the field above")
    }
    add(entry, kind: Span(path: path, start: span(start, length: 0).start, end: entry.span.start))
  }

  /// - Returns: whether the entry can be read on.
  private mutating func readField(of entry: inout BibliographyEntry) -> Bool {
    let start = index
    let name = word(extra: "-_").lowercased()
    skipSpace()
    guard !name.isEmpty, take("=") else {
      report(
        "a field of an entry is 'name = {value}'", at: start,
        hint: name.isEmpty ? nil : "write '\(name) = {…}'")
      return false
    }
    skipSpace()
    guard let text = value() else {
      report(
        "this entry of the bibliography has no end", at: start, hint: "close the value with '}'")
      return false
    }
    if entry.fields.updateValue(plainText(fromTeX: text), forKey: name) != nil {
      report(
        "the field '\(name)' stands twice in '\(entry.key)'", at: start,
        hint: "take one of the two out")
    }
    skipSpace()
    return true
  }

  private mutating func add(_ entry: BibliographyEntry, kind: Span) {
    guard !entry.key.isEmpty else {
      return diagnostics.append(
        .error(
          "this entry has no key", at: entry.span, hint: "write '@\(entry.kind){elman1990, …}'"))
    }
    if let first = entries.first(where: { $0.key == entry.key }) {
      return diagnostics.append(
        .error(
          "the key '\(entry.key)' stands twice", at: entry.span,
          hint: "the first one is in line \(first.span.start.line)"))
    }
    if !BibliographyEntry.kinds.contains(entry.kind) {
      diagnostics.append(
        .warning(
          "there is no kind of entry '@\(entry.kind)'", at: kind,
          hint: didYouMean("@\(entry.kind)", among: BibliographyEntry.kinds.map { "@\($0)" })
            ?? "what is of no other kind is '@misc'"))
    }
    if entry.fields["title"] == nil {
      diagnostics.append(
        .warning(
          "the entry '\(entry.key)' has no title", at: entry.span,
          hint: didYouMean("title", among: entry.fields.keys.sorted()).map { _ in
            "is it misspelled? A title is 'title = {…}'"
          }))
    }
    entries.append(entry)
  }

  /// `{…}`, `"…"`, a number or a macro, several of them joined by `#`.
  private mutating func value() -> String? {
    var text = ""
    repeat {
      skipSpace()
      switch peek {
      case UInt8(ascii: "{"):
        guard let part = delimited(closing: UInt8(ascii: "}")) else { return nil }
        text += part
      case UInt8(ascii: "\""):
        guard let part = delimited(closing: UInt8(ascii: "\"")) else { return nil }
        text += part
      default:
        let start = index
        let name = word()
        guard !name.isEmpty else { return nil }
        if macros[name.lowercased()] == nil, !name.allSatisfy(\.isNumber), !isMonth(name) {
          report(
            "there is no '@string' named '\(name)'", at: start,
            hint: "put the value between braces: '{\(name)}'")
        }
        text += macros[name.lowercased()] ?? name
      }
      skipSpace()
    } while take("#")
    return text
  }

  /// What stands up to `closing` outside of inner braces; the index is then behind it.
  private mutating func delimited(closing: UInt8) -> String? {
    index += 1
    let start = index
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == closing, depth == 0 {
        defer { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      index += 1
    }
    return nil
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || (0x09...0x0d).contains(byte) { index += 1 }
  }

  private mutating func word(extra: String = "") -> String {
    let start = index
    while let byte = peek, isLetterOrDigit(byte) || extra.utf8.contains(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte >= 0x80
  }

  /// Every style of BibTeX defines these.
  private func isMonth(_ name: String) -> Bool {
    "jan feb mar apr may jun jul aug sep oct nov dec".split(separator: " ").contains {
      $0 == name.lowercased()
    }
  }

  private mutating func report(_ message: String, at offset: Int, hint: String? = nil) {
    diagnostics.append(.error(message, at: span(offset, length: 0), hint: hint))
  }

  private func span(_ offset: Int, length: Int) -> Span {
    let line = lines.lastIndex { $0 <= offset } ?? 0
    return Span(path: path, line: line + 1, column: offset - lines[line] + 1, length: length)
  }
}
