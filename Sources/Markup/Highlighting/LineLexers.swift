/// What a terminal showed: commands behind their prompt, and what they answered.
enum ConsoleLexer {
  static func tokens(_ bytes: [UInt8]) -> [Token] {
    var found: [Token] = []
    for line in linesOfCode(bytes) {
      let text = bytes[line]
      let prompts = ["$ ", "% ", "# ", ">>> ", "> "]
      guard let prompt = prompts.first(where: { text.starts(with: $0.utf8) }) else { continue }
      let start = line.lowerBound + prompt.utf8.count
      found.append(Token(line.lowerBound..<start - 1, .comment))
      let rules = prompt == ">>> " ? LanguageRules.python : .shell
      for token in CodeLexer(Array(bytes[start..<line.upperBound]), rules).tokens() {
        let range = token.range.lowerBound + start..<token.range.upperBound + start
        found.append(Token(range, token.kind))
      }
    }
    return found
  }
}

/// Lines that came and went.
enum DiffLexer {
  static func tokens(_ bytes: [UInt8]) -> [Token] {
    linesOfCode(bytes).compactMap { line in
      let text = bytes[line]
      let isHead = ["+++", "---", "diff ", "index "].contains { text.starts(with: $0.utf8) }
      switch text.first {
      case _ where isHead: return Token(line, .comment)
      case UInt8(ascii: "@"): return Token(line, .attribute)
      case UInt8(ascii: "+"): return Token(line, .inserted)
      case UInt8(ascii: "-"): return Token(line, .deleted)
      default: return nil
      }
    }
  }
}

/// Keys, strings, numbers and comments; block texts stay plain.
enum YAMLLexer {
  static func tokens(_ bytes: [UInt8]) -> [Token] {
    var rules = LanguageRules.json
    rules.keywords = ["true", "false", "null", "yes", "no"]
    rules.lineComment = Array("#".utf8)
    rules.commentNeedsSpace = true
    rules.blockComment = nil
    rules.quotes.append(LanguageRules.Quotes("'", "'", hasEscapes: false))
    rules.wordBytes = Set("-./".utf8)
    var found: [Token] = []
    for line in linesOfCode(bytes) {
      let isFence = bytes[line].elementsEqual("---".utf8)
      if isFence {
        found.append(Token(line, .comment))
        continue
      }
      let words = CodeLexer(Array(bytes[line]), rules).tokens()
      // In prose behind a key, a number is a word like any other.
      let isProse = words.count { $0.kind == .number } > 0 && hasWordsBeforeNumber(bytes[line])
      found += words.filter { !isProse || ($0.kind != .number && $0.kind != .keyword) }.map {
        Token(
          $0.range.lowerBound + line.lowerBound..<$0.range.upperBound + line.lowerBound, $0.kind)
      }
    }
    return found
  }

  private static func hasWordsBeforeNumber(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let value = line[(colon + 1)...].drop { $0 == 0x20 }
    return value.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
  }
}

/// Headings, fences, directives, front matter's lines, code and links of Markdown itself.
enum MarkdownLexer {
  static func tokens(_ bytes: [UInt8]) -> [Token] {
    var found: [Token] = []
    var isCode = false
    for line in linesOfCode(bytes) {
      let text = bytes[line].drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
      let place = text.startIndex..<line.upperBound
      if ["```", "~~~"].contains(where: { text.starts(with: $0.utf8) }) {
        isCode.toggle()
        found.append(Token(place, .attribute))
      } else if isCode {
        continue
      } else if text.first == UInt8(ascii: "#") {
        found.append(Token(place, .keyword))
      } else if text.starts(with: ":::".utf8) || text.starts(with: "---".utf8) {
        found.append(Token(place, .attribute))
      } else {
        found += spans(in: bytes, place)
      }
    }
    return found
  }

  /// Code between backquotes and formulas between dollars.
  private static func spans(in bytes: [UInt8], _ line: Range<Int>) -> [Token] {
    var found: [Token] = []
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = bytes[index]
      let isMark = byte == UInt8(ascii: "`") || byte == UInt8(ascii: "$")
      guard isMark, let end = bytes[(index + 1)..<line.upperBound].firstIndex(of: byte) else {
        index += 1
        continue
      }
      found.append(Token(index..<end + 1, byte == UInt8(ascii: "`") ? .string : .number))
      index = end + 1
    }
    return found
  }
}

/// The lines of a text without their ends.
func linesOfCode(_ bytes: [UInt8]) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    lines.append(start..<end)
    start = end + 1
  }
  return lines
}
