import Diagnostics

/// What is left in a text as words and was meant to be more: half a formula, a reference that is
/// spelled as elsewhere, a link with a space in its address, a command of TeX.
struct TextMistakes {
  let text: TracedText
  var bytes: [UInt8] { text.bytes }
  private var diagnostics: [Diagnostic] = []
  /// One stray mark makes others of those behind it.
  var hasStrayBackquote = false

  private init(_ text: TracedText) {
    self.text = text
  }

  static func find(in text: TracedText) -> [Diagnostic] {
    var reader = TextMistakes(text)
    reader.run()
    return reader.diagnostics
  }

  private mutating func run() {
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard !text.isEscaped[index] else { continue }
      switch bytes[index] {
      case UInt8(ascii: "$"): index = dollar(at: index)
      case UInt8(ascii: "@"): reference(at: index)
      case UInt8(ascii: "#"): foreignReference(at: index)
      case UInt8(ascii: "["):
        citation(at: index)
        turnedLink(at: index)
      case UInt8(ascii: "]"): link(at: index)
      case UInt8(ascii: "*"), UInt8(ascii: "~"): index = emphasis(at: index)
      case UInt8(ascii: "`"): index = backquote(at: index)
      case UInt8(ascii: "{"): brace(at: index)
      case UInt8(ascii: "\\"): command(at: index)
      default: break
      }
    }
  }

  // MARK: - Formulas

  /// A dollar that is no formula's; `$5` is money.
  ///
  /// - Returns: the last byte that has been looked at.
  private mutating func dollar(at index: Int) -> Int {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    let closing = bytes.indices.dropFirst(index + 1).first {
      bytes[$0] == UInt8(ascii: "$") && !text.isEscaped[$0]
    }
    if let closing, next == 0x20 || bytes[closing - 1] == 0x20,
      isLetter(next) || bytes[index..<closing].contains(where: isMathematics)
    {
      warn(
        "a formula has no space behind its first dollar and before its last", index..<closing + 1,
        hint: "write '$\(trimmed(index + 1..<closing))$'")
      return closing
    }
    if isLetter(next) || next == UInt8(ascii: "\\") {
      warn(
        "this '$' opens a formula that nothing closes", index..<index + 1,
        hint: "close it with '$', or write '\\$' for the sign itself")
    } else if bytes[..<index].reversed().prefix(while: { $0 > 0x20 }).contains(where: isMathematics)
    {
      warn(
        "this '$' closes a formula that nothing opens", index..<index + 1,
        hint: "open it with '$', or write '\\$' for the sign itself")
    }
    return index
  }

  private func isMathematics(_ byte: UInt8) -> Bool { "_^\\".utf8.contains(byte) }

  func trimmed(_ range: Range<Int>) -> String {
    let words = text.string(range).split(separator: " ")
    return words.joined(separator: " ")
  }

  // MARK: - References, citations, links

  /// `@figure-decay`, `@Fig-decay` and `@fig:decay` are how others write `@fig-decay`.
  private mutating func reference(at index: Int) {
    guard index == 0 || !isLabel(bytes[index - 1]) else { return }
    let word = bytes[(index + 1)...].prefix(while: isLetter)
    let label = bytes[word.endIndex...].dropFirst().prefix(while: isLabel)
    guard !label.isEmpty, "-:_".utf8.contains(bytes[word.endIndex]) else { return }
    let written = text.string(index + 1..<word.endIndex + 1)
    let kind = String(written.dropLast())
    guard let prefix = LabelPrefix.meant(by: kind), prefix != written else { return }
    let name = text.string(label.startIndex..<label.endIndex)
    warn(
      "a reference begins with '@\(prefix)'", index..<label.endIndex,
      hint: "write '@\(prefix)\(name)', or '\\@' if this is no reference")
  }

  /// `#fig-decay`, as an id is written where it is given.
  private mutating func foreignReference(at index: Int) {
    guard index == 0 || " (".utf8.contains(bytes[index - 1]) else { return }
    let label = text.string(bytes[(index + 1)...].prefix(while: isLabel).indices)
    guard let prefix = TextSplitter.labelPrefixes.first(where: label.hasPrefix), label != prefix
    else { return }
    warn(
      "a reference begins with '@'", index..<index + 1 + label.utf8.count,
      hint: "write '@\(label)', or '\\#' if this is no reference")
  }

  private mutating func citation(at index: Int) {
    guard index + 3 < bytes.count, bytes[index + 1] == UInt8(ascii: "@") else { return }
    let isClosed = bytes[index...].contains(UInt8(ascii: "]"))
    if isClosed, bytes[index + 2] == 0x20, isLetter(bytes[index + 3]) {
      let key = bytes[(index + 3)...].prefix(while: isLabel)
      warn(
        "a citation has no space behind its '@'", index..<key.endIndex,
        hint: "write '[@\(text.string(key.indices))]'")
    }
    guard isLetter(bytes[index + 2]), !isClosed else { return }
    let key = bytes[(index + 2)...].prefix(while: isLabel)
    warn("this citation has no end", index..<key.endIndex, hint: "close it with ']'")
  }

  // MARK: - Help

  mutating func warn(_ message: String, _ range: Range<Int>, hint: String) {
    diagnostics.append(.warning(message, at: text.span(range), hint: hint))
  }

  func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  func isLabel(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "-_".utf8.contains(byte)
  }
}
