/// Marks that mark nothing, and what works in formulas or elsewhere only.
extension TextMistakes {
  // MARK: - Emphasis and code

  /// `**` or `~~` that the library left in the text.
  ///
  /// A word with two stars behind it may be a table's own mark, so only openings are looked at.
  ///
  /// - Returns: the last byte that has been looked at.
  mutating func emphasis(at index: Int) -> Int {
    let end = bytes[index...].prefix { $0 == bytes[index] }.endIndex
    guard end - index == 2, end < bytes.count, index == 0 || " (".utf8.contains(bytes[index - 1])
    else { return end - 1 }
    let mark = text.string(index..<end)
    let signs = mark.map { "\\\($0)" }.joined()
    let closing = nextMark(mark, from: end)
    if let closing, isSpaced(end..<closing),
      closing + 2 == bytes.count || !isWord(bytes[closing + 2])
    {
      warn(
        "there is no space inside of '\(mark)…\(mark)'", index..<closing + 2,
        hint:
          "write '\(mark)\(trimmed(end..<closing))\(mark)', or '\(signs)' for the signs themselves")
      return closing + 1
    }
    if isWord(bytes[end]) {
      warn(
        "this '\(mark)' opens what nothing closes", index..<end,
        hint: closing == nil
          ? "close it with '\(mark)', or write '\(signs)' for the signs themselves"
          : "put a space before or behind the second '\(mark)'")
    }
    return end - 1
  }

  private func nextMark(_ mark: String, from start: Int) -> Int? {
    let pair = Array(mark.utf8)
    return bytes.indices.dropFirst(start).dropLast().first {
      bytes[$0] == pair[0] && bytes[$0 + 1] == pair[1] && !text.isEscaped[$0]
    }
  }

  /// Whether words between two marks have a space beside one of them. `2 ** n ** 2` is a power.
  private func isSpaced(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    let word = bytes[range].drop { $0 == 0x20 }.prefix(while: isWord)
    return word.count > 2 && (bytes[first] == 0x20 || bytes[last] == 0x20)
  }

  private func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x80 }

  /// A backquote that opens a word; inside of one it is a letter, and `` `this' `` is a quotation.
  ///
  /// - Returns: the last byte that has been looked at.
  mutating func backquote(at index: Int) -> Int {
    let end = bytes[index...].prefix { $0 == bytes[index] }.endIndex
    guard !hasStrayBackquote, end < bytes.count,
      isLabel(bytes[end]) || ".${".utf8.contains(bytes[end]),
      index == 0 || " (".utf8.contains(bytes[index - 1]), !endsInApostrophe(end),
      // One word alone may be a cell whose code has a bar in it, which is said of its row.
      bytes.contains(0x20)
    else { return end - 1 }
    hasStrayBackquote = true
    let mark = text.string(index..<end)
    warn(
      "this '\(mark)' opens code that nothing closes", index..<end,
      hint: "close it with '\(mark)', or write '\\`' for the sign itself")
    return end - 1
  }

  private func endsInApostrophe(_ start: Int) -> Bool {
    let rest = text.string(start..<bytes.count)
    return rest.contains(#/['’”"](?!\p{L})/#)
  }

  // MARK: - Braces

  mutating func brace(at index: Int) {
    let rest = text.string(index..<bytes.count)
    if let found = rest.prefixMatch(of: #/\{rnn\} ?(\S+)/#) {
      warn(
        "a value stands between backquotes", index..<index + found.0.utf8.count,
        hint: "write `{rnn} \(found.1)`")
    } else if let found = rest.prefixMatch(of: #/\{\{#include ([^\s:}]+)[^}]*\}\}/#) {
      warn(
        "a file is included by a directive", index..<index + found.0.utf8.count,
        hint: "write ::: include {file=\"\(found.1)\"}, and ':::' below it")
    }
  }

  // MARK: - TeX

  /// `\cite{elman1990}`: outside of formulas a command of TeX is words.
  mutating func command(at index: Int) {
    guard
      let found = text.string(index..<bytes.count).prefixMatch(of: #/\\([A-Za-z]+)\{([^{}]*)\}/#),
      let hint = Self.instead(of: String(found.1), with: String(found.2))
    else { return }
    warn(
      "'\\\(found.1)' works in formulas only", index..<index + found.0.utf8.count, hint: hint)
  }

  /// What to write instead of a command of LaTeX's text.
  private static func instead(of command: String, with words: String) -> String? {
    switch command {
    case "cite", "citep", "citet", "autocite", "parencite", "textcite":
      return
        "write '[\(words.split(separator: ",").map { "@\($0.filter { $0 != " " })" }.joined(separator: "; "))]'"
    case "ref", "eqref", "autoref", "cref", "Cref":
      let parts = words.split { ":-_".contains($0) }.map(String.init)
      let prefix = parts.first.flatMap(LabelPrefix.meant)
      return "write '@\(prefix.map { $0 + parts.dropFirst().joined(separator: "-") } ?? words)'"
    case "label": return "an id stands in braces, such as '{#sec-growth}'"
    case "textbf": return "write '**\(words)**'"
    case "textit", "emph": return "write '*\(words)*'"
    case "texttt": return "write '`\(words)`'"
    case "footnote": return "write '[^name]' here, and '[^name]: \(words)' below"
    case "section", "subsection": return "write '## \(words)'"
    case "begin": return "a formula stands between two lines of '$$'"
    default: return nil
    }
  }
}
