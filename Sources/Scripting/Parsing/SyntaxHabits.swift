/// What authors write as in Python or JavaScript, found where the parser stumbles over it.
enum SyntaxHabits {
  /// By the word that the parser stands before or behind.
  private static let words: [String: String] = [
    "and": "write '&&'.",
    "or": "write '||'.",
    "not": "write '!'.",
    "elif": "write 'else if'.",
    "const": "write 'let'.",
    "def": "write 'func f(_ x: Double) -> Double { … }'.",
    "function": "write 'func f(_ x: Double) -> Double { … }'.",
    "lambda": "write a closure: '{ x in x + 1 }'.",
    "f": "write \"\\(value)\" inside of the text.",
  ]

  static func hint(_ message: String, _ text: [UInt8], _ offset: Int) -> String? {
    if message.hasPrefix("Single-quoted") { return "write \"…\"." }
    if message.hasPrefix("C-style for") { return "write 'for i in 0..<3 { … }'." }
    let line = text[..<min(offset, text.count)].reversed().prefix { $0 != 0x0A }
    if line.allSatisfy({ $0 == UInt8(ascii: "#") || $0 == 0x20 }), line.contains(UInt8(ascii: "#"))
    {
      return "a comment begins with '//'."
    }
    if message.hasSuffix("in subscript"), text[offset...].first == UInt8(ascii: ":") {
      return "write 'xs[0..<2]' for a part of a list."
    }
    if message.hasPrefix("expected '{'"), text[offset...].first == UInt8(ascii: ":") {
      return "what is repeated stands between '{' and '}'."
    }
    return words[word(before: offset, in: text)] ?? words[word(from: offset, in: text)]
  }

  private static func word(before offset: Int, in text: [UInt8]) -> String {
    let before = text[..<min(offset, text.count)].reversed().drop { $0 == 0x20 }.prefix(
      while: isLetter)
    return String(decoding: before.reversed(), as: UTF8.self)
  }

  private static func word(from offset: Int, in text: [UInt8]) -> String {
    let rest = text[min(offset, text.count)...].drop { $0 == 0x20 }.prefix(while: isLetter)
    return String(decoding: rest, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
