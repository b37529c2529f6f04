/// Cuts code into words by a language's table of rules. Never fails: what it does not know stays
/// plain, and what is not closed ends with its line or with the code.
struct CodeLexer {
  private let bytes: [UInt8]
  private let rules: LanguageRules
  private var index = 0
  private var found: [Token] = []

  init(_ bytes: [UInt8], _ rules: LanguageRules) {
    self.bytes = bytes
    self.rules = rules
  }

  consuming func tokens() -> [Token] {
    var lexer = self
    while lexer.index < lexer.bytes.count { lexer.step() }
    return lexer.found
  }

  private mutating func step() {
    let byte = bytes[index]
    if byte <= 0x20 {
      index += 1
    } else if isComment {
      add(.comment, upTo: lineEnd(from: index))
    } else if let block = rules.blockComment, starts(with: block.open) {
      add(.comment, upTo: end(of: block, from: index))
    } else if let quotes = rules.quotes.first(where: { starts(with: $0.open) }) {
      addString(from: index, quotes)
    } else if isDigit(byte) || (byte == UInt8(ascii: ".") && isDigit(at: index + 1)) {
      add(.number, upTo: numberEnd())
    } else if isWord(byte) {
      addWord()
    } else if let special = special(byte) {
      add(special.kind, upTo: special.end)
    } else {
      addOperator()
    }
  }

  private mutating func add(_ kind: Token.Kind, upTo end: Int) {
    found.append(Token(index..<end, kind))
    index = end
  }

  // MARK: - Comments and strings

  private var isComment: Bool {
    guard let mark = rules.lineComment, starts(with: mark) else { return false }
    return !rules.commentNeedsSpace || index == 0 || bytes[index - 1] <= 0x20
  }

  private mutating func addString(from start: Int, _ quotes: LanguageRules.Quotes) {
    let end = end(of: quotes, from: index)
    let isKey = rules.hasQuotedKeys && nextByte(from: end) == rules.keyMark
    found.append(Token(start..<end, isKey ? .member : .string))
    index = end
  }

  /// Just behind the closing quote, or where the text must end without one.
  private func end(of quotes: LanguageRules.Quotes, from start: Int) -> Int {
    var end = start + quotes.open.count
    while end < bytes.count {
      if bytes[end...].starts(with: quotes.close) { return end + quotes.close.count }
      if !quotes.isMultiline, bytes[end] == UInt8(ascii: "\n") { return end }
      end += quotes.hasEscapes && bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes.count
  }

  // MARK: - Words

  private mutating func addWord() {
    let start = index
    var end = index
    while end < bytes.count, isWord(bytes[end]) || isDigit(bytes[end]) { end += 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    if rules.quotePrefixes.contains(word), end < bytes.count {
      let quotes = rules.quotes.first { bytes[end...].starts(with: $0.open) }
      if let quotes {
        index = end
        return addString(from: start, quotes)
      }
    }
    if let kind = kind(of: word, endingAt: end) { found.append(Token(start..<end, kind)) }
    index = end
  }

  private func kind(of word: String, endingAt end: Int) -> Token.Kind? {
    let isCall = rules.hasCalls && end < bytes.count && bytes[end] == UInt8(ascii: "(")
    // Behind a dot a keyword is a name like any other.
    if index > 0, bytes[index - 1] == UInt8(ascii: ".") { return isCall ? .call : .member }
    if rules.keywords.contains(word) { return .keyword }
    if rules.types.contains(word) { return .type }
    if let mark = rules.keyMark, nextByte(from: end) == mark { return .member }
    let isUpper = word.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
    if rules.hasUpperTypes, isUpper { return .type }
    return isCall ? .call : nil
  }

  private func numberEnd() -> Int {
    var end = index
    while end < bytes.count {
      let byte = bytes[end]
      let isSign =
        (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
        && (bytes[end - 1] | 0x20 == UInt8(ascii: "e")) && isDigit(at: end + 1)
      guard
        isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "%") || (isSign && end > index)
      else { break }
      end += 1
    }
    return end
  }

  // MARK: - What begins with a mark

  private func special(_ byte: UInt8) -> (kind: Token.Kind, end: Int)? {
    if byte == rules.variableMark { return variableEnd().map { (.member, $0) } }
    if byte == rules.attributeMark { return wordEnd(from: index + 1).map { (.attribute, $0) } }
    if rules.hasPreprocessor, byte == UInt8(ascii: "#"), isFirstOnLine {
      let word = bytes[(index + 1)...].firstIndex { $0 != 0x20 } ?? index
      return wordEnd(from: word).map { (.attribute, $0) }
    }
    if rules.hasSections, byte == UInt8(ascii: "["), isFirstOnLine {
      return (.type, lineEnd(from: index))
    }
    if rules.hasCommands, byte == UInt8(ascii: "\\") {
      return (.keyword, wordEnd(from: index + 1) ?? min(index + 2, bytes.count))
    }
    return nil
  }

  /// `$name`, `${…}`, `$(` and `$1`; nil for a lone mark.
  private func variableEnd() -> Int? {
    let next = index + 1
    guard next < bytes.count else { return nil }
    if bytes[next] == UInt8(ascii: "{") {
      return bytes[next...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 }
    }
    if isDigit(bytes[next]) { return next + 1 }
    var end = next
    while end < bytes.count, isLetter(bytes[end]) || isDigit(bytes[end]) || bytes[end] == 0x5F {
      end += 1
    }
    return end > next ? end : nil
  }

  private func wordEnd(from start: Int) -> Int? {
    var end = start
    while end < bytes.count, isWord(bytes[end]) || isDigit(bytes[end]) { end += 1 }
    return end > start ? end : nil
  }

  private mutating func addOperator() {
    let marks = Array("+-*/%=<>!&|^~?".utf8)
    var end = index
    while end < bytes.count, marks.contains(bytes[end]) { end += 1 }
    if end > index { add(.operator, upTo: end) } else { index += 1 }
  }

  // MARK: - Bytes

  private func starts(with mark: [UInt8]) -> Bool { bytes[index...].starts(with: mark) }

  private var isFirstOnLine: Bool {
    let before = bytes[..<index].last { $0 != 0x20 && $0 != 0x09 }
    return before == nil || before == UInt8(ascii: "\n")
  }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  private func nextByte(from start: Int) -> UInt8? {
    start < bytes.count ? bytes[start...].first { $0 != 0x20 } : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isDigit(at index: Int) -> Bool { index < bytes.count && isDigit(bytes[index]) }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 || rules.wordBytes.contains(byte)
  }
}
