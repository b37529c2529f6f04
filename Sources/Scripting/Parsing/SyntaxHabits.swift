import Diagnostics

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
    if let hint = ending(message) ?? number(message, text, offset) { return hint }
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

  /// For what has no end, or ends twice.
  private static func ending(_ message: String) -> String? {
    if message == "unexpected brace in source file" { return "there is one '}' too many." }
    if message.hasPrefix("unexpected code ')'") { return "there is one ')' too many." }
    if message.hasPrefix("unterminated '/*'") { return "close it with '*/'." }
    if message.hasPrefix("expected '\"' to end") {
      return "close it with '\"'; a text of several lines stands between '\"\"\"'."
    }
    if message.contains("quote found") { return "write \"…\", with straight ones." }
    let end = message.prefixMatch(of: #/expected '([)\]}])' to end/#)?.1
    return end.map { "close it with '\($0)'." }
  }

  /// For names and numbers that are none.
  private static func number(_ message: String, _ text: [UInt8], _ offset: Int) -> String? {
    let before = text[..<min(offset, text.count)].last { $0 != 0x20 }
    let next = text[min(offset, text.count)...].first
    switch message {
    case "expected pattern in variable" where before == UInt8(ascii: ","):
      return "a number has no comma: write 1_000."
    case "expected pattern in variable" where next.map(isDigit) == true:
      return "a name begins with a letter."
    case "expected name in member access" where text[..<offset].dropLast().last.map(isDigit) == true:
      return "a number does not end in a point: write 5.0."
    case "invalid character in source file" where next == 0xE2:
      return "write '-', the sign on the keyboard."
    case _ where message.hasPrefix("unexpected code '-") && before.map(isLetter) == true:
      return "a name has no '-': write 'myName'."
    case _ where message.hasPrefix("unexpected code ', ") && message.hasSuffix("in closure"):
      return "leave the comma out: each stands on a line of its own."
    case _ where message.hasPrefix("unexpected code ': ") && message.hasSuffix("in closure"):
      return "a dictionary stands in brackets: [\"a\": 1]."
    case _ where message.hasPrefix("unexpected code '\"") && message.hasSuffix("in function call"):
      return "a ',' stands between two values."
    case _ where message.hasPrefix("expected ':' and type"): return "write its type: 'x: Double'."
    case _ where message.hasPrefix("expected '='"): return "write 'let x = 3'."
    case _ where message.hasPrefix("expected expression"):
      return "write one, or take out what is before it."
    case _ where message.hasPrefix("consecutive statements"): return joined(text, offset)
    default: return nil
    }
  }

  /// `print 3` and `lett x = 3`: the first word of two that belong together in another way.
  private static func joined(_ text: [UInt8], _ offset: Int) -> String? {
    let before = word(before: offset, in: text)
    if words[before] != nil || words[word(from: offset, in: text)] != nil { return nil }
    if before == "print" || before == "show" { return "write '\(before)(…)'." }
    let keywords = ["let", "var", "func", "for", "while", "struct", "return", "switch"]
    return didYouMean(before, among: keywords)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

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
