/// Text with subscripts, superscripts and italics: `*h*_{t-1}`, `10^{-3}`, `x_t`.
///
/// A script is written in braces, or is a single character after a single letter or a number and
/// at the end of a word; so `h_t` has one and `rnn_unroller_v1` has none. A backslash keeps the
/// next character as it is.
package struct RichText: Hashable, Sendable {
  package enum Level: Hashable, Sendable { case base, sub, sup }

  package struct Piece: Hashable, Sendable {
    package var text: String
    package var level: Level
    package var isItalic: Bool
  }

  package private(set) var pieces: [Piece] = []

  package init(_ markup: String) {
    var reader = Reader(characters: Array(markup))
    pieces = reader.read()
  }

  package init(pieces: [Piece]) { self.pieces = pieces }

  /// The words as a reader would type them: `h_(t−1)`, `10^−3`.
  package var plain: String {
    var words = ""
    var rest = pieces[...]
    while let first = rest.first {
      let run = rest.prefix { $0.level == first.level }
      let text = run.map(\.text).joined()
      let isSum = text.dropFirst().contains { !$0.isLetter && !$0.isNumber }
      switch first.level {
      case .base: words += text
      case .sub: words += isSum ? "_(\(text))" : "_" + text
      case .sup: words += isSum ? "^(\(text))" : "^" + text
      }
      rest = rest.dropFirst(run.count)
    }
    return words
  }
}

/// Goes through a text once, from left to right.
private struct Reader {
  let characters: [Character]
  var index = 0
  var isItalic = false
  var pieces: [RichText.Piece] = []

  mutating func read() -> [RichText.Piece] {
    while index < characters.count {
      let character = characters[index]
      switch character {
      case "\\" where index + 1 < characters.count:
        add(characters[index + 1])
        index += 2
      case "_", "^":
        if let script = script() {
          append(script: script, level: character == "_" ? .sub : .sup)
        } else {
          add(character)
          index += 1
        }
      case "*" where switchesItalic:
        isItalic.toggle()
        index += 1
      default:
        add(character)
        index += 1
      }
    }
    return pieces
  }

  private mutating func add(_ character: Character) {
    if let last = pieces.indices.last, pieces[last].level == .base,
      pieces[last].isItalic == isItalic
    {
      pieces[last].text.append(character)
    } else {
      pieces.append(.init(text: String(character), level: .base, isItalic: isItalic))
    }
  }

  /// Variables in the script of an italic letter are italic too; words and digits are upright.
  private mutating func append(script: String, level: RichText.Level) {
    let isVariable = pieces.last?.isItalic ?? false
    var rest = script[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isLetter == first.isLetter }
      let isItalic = isItalic || isVariable && first.isLetter && run.count == 1
      pieces.append(.init(text: String(run), level: level, isItalic: isItalic))
      rest = rest.dropFirst(run.count)
    }
  }

  /// The script at the index, which then stands behind it; nil when this is a plain character.
  private mutating func script() -> String? {
    guard index > 0, index + 1 < characters.count else { return nil }
    if characters[index + 1] == "{" {
      guard let end = characters[index...].firstIndex(of: "}"), end > index + 2 else { return nil }
      let text = String(characters[(index + 2)..<end])
      index = end + 1
      return text.replacing("-", with: "−")
    }
    let next = characters[index + 1]
    let isLast = index + 2 == characters.count || !isWord(characters[index + 2])
    guard isWord(next), isLast, hasBase else { return nil }
    index += 2
    return String(next)
  }

  /// True behind a single letter or a number, whatever stands around it.
  private var hasBase: Bool {
    guard let base = pieces.last, base.level == .base, let last = base.text.last else {
      return false
    }
    return last.isNumber || last.isLetter && !base.text.dropLast().suffix(1).contains(where: isWord)
  }

  /// An asterisk opens before a word and closes behind one; `2 * 3` keeps its own.
  private var switchesItalic: Bool {
    if isItalic { return index > 0 && characters[index - 1] != " " }
    guard let end = characters[(index + 1)...].firstIndex(of: "*"), end > index + 1 else {
      return false
    }
    return characters[index + 1] != " " && characters[end - 1] != " "
  }

  private func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}

extension String {
  /// The markup that shows a token as it is: a space or a line break must be seen.
  var asToken: String {
    switch self {
    case " ": "␣"
    case "\n": "↵"
    default:
      replacing("_", with: "\\_").replacing("^", with: "\\^").replacing("*", with: "\\*")
    }
  }
}
