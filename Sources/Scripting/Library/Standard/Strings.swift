extension Library {
  mutating func addStrings() {
    type(String.self)
    type(Substring.self)
    type(Character.self)
    // The declarations below name Int and Double, which are filled in afterwards.
    types["Int"] = HostType(name: "Int")
    types["Double"] = HostType(name: "Double")
    extend("String", addStringOnly)
    extend("String") { (type: inout TypeBuilder<String>) in Self.addText(&type) }
    extend("Substring") { (type: inout TypeBuilder<Substring>) in
      type.initializer("init(_ text: String)") { (text: String) in text[...] }
      Self.addText(&type)
    }
    extend("Character", addCharacterMembers)
    textMutation("func append(_ text: String)") { $0 += $1.string }
    textMutation("func append(_ letter: Character)") { $0 += $1.string }
  }

  private func addStringOnly(_ type: inout TypeBuilder<String>) {
    type.initializer("init(_ x: Int)") { (x: Int) in String(x) }
    type.initializer("init(_ x: Double)") { (x: Double) in String(x) }
    type.initializer("init(_ x: Bool)") { (x: Bool) in String(x) }
    type.initializer("init(_ x: String)") { (x: String) in x }
    type.initializer("init(_ part: Substring)") { (part: Substring) in String(part) }
    type.initializer("init(_ letter: Character)") { (letter: Character) in String(letter) }
    type.initializer("init(_ letters: Seq<Character>)") { (letters: [Value]) in
      letters.map(\.string).joined()
    }
    type.initializer("init(repeating text: String, count: Int)") { (text: String, count: Int) in
      try checkLength(count, of: "a string")
      try checkLength(count * text.utf8.count, of: "a string")
      return String(repeating: text, count: count)
    }
  }

  /// What a string and a part of one have in common.
  private static func addText<Text: StringProtocol & SendableMetatype>(
    _ type: inout TypeBuilder<Text>
  )
  where Text.SubSequence == Substring {
    type.conforms(to: "StringProtocol")
    type.method("func uppercased() -> String") { (text: Text) in text.uppercased() }
    type.method("func lowercased() -> String") { (text: Text) in text.lowercased() }
    type.method("func hasPrefix(_ prefix: String) -> Bool") { (text: Text, prefix: String) in
      text.hasPrefix(prefix)
    }
    type.method("func hasSuffix(_ suffix: String) -> Bool") { (text: Text, suffix: String) in
      text.hasSuffix(suffix)
    }
    type.method("func contains(_ part: String) -> Bool") { (text: Text, part: String) in
      text.contains(part)
    }
    type.method("func filter(_ f: (Character) -> Bool) -> String") {
      (text: Text, f: Fn<Bool, Character>) in String(try text.filter { try f($0) })
    }
    for (declaration, cut) in cuts(of: Text.self) {
      type.method("func \(declaration) -> Substring") { (text: Text, count: Int) in
        guard count >= 0 else { throw HostFailure("there is no negative number of letters") }
        return cut(text, count)
      }
    }
    addSplitting(&type)
  }

  private static func cuts<Text: StringProtocol & SendableMetatype>(
    of _: Text.Type
  ) -> [(String, @Sendable (Text, Int) -> Substring)] where Text.SubSequence == Substring {
    [
      ("prefix(_ count: Int)", { $0.prefix($1) }),
      ("suffix(_ count: Int)", { $0.suffix($1) }),
      ("dropFirst(_ count: Int = 1)", { $0.dropFirst($1) }),
      ("dropLast(_ count: Int = 1)", { $0.dropLast($1) }),
    ]
  }

  private static func addSplitting<Text: StringProtocol & SendableMetatype>(
    _ type: inout TypeBuilder<Text>
  )
  where Text.SubSequence == Substring {
    type.method(
      """
      func split(separator: Character, maxSplits: Int = Int.max, \
      omittingEmptySubsequences: Bool = true) -> [Substring]
      """, within: ["maxSplits": 0...Int.max]
    ) { (text: Text, separator: Character, splits: Int, omitting: Bool) in
      text.split(separator: separator, maxSplits: splits, omittingEmptySubsequences: omitting)
    }
    type.method(
      """
      func split(separator: String, maxSplits: Int = Int.max, \
      omittingEmptySubsequences: Bool = true) -> [Substring]
      """, within: ["maxSplits": 0...Int.max]
    ) { (text: Text, separator: String, splits: Int, omitting: Bool) in
      text.split(separator: separator, maxSplits: splits, omittingEmptySubsequences: omitting)
    }
  }

  private func addCharacterMembers(_ type: inout TypeBuilder<Character>) {
    type.initializer("init(_ text: String)") { (text: String) in
      guard text.count == 1 else {
        throw HostFailure("a Character is one letter, and this text has \(text.count)")
      }
      return Character(text)
    }
    type.method("func uppercased() -> String") { (letter: Character) in letter.uppercased() }
    type.method("func lowercased() -> String") { (letter: Character) in letter.lowercased() }
    type.property("isLetter", \.isLetter)
    type.property("isNumber", \.isNumber)
    type.property("isWhitespace", \.isWhitespace)
    type.property("isPunctuation", \.isPunctuation)
    type.property("isUppercase", \.isUppercase)
    type.property("isLowercase", \.isLowercase)
    type.property("wholeNumberValue", \.wholeNumberValue)
  }

  /// A mutating method of String, on the string itself.
  private mutating func textMutation(
    _ declaration: String, _ body: @escaping @Sendable (inout String, Value) -> Void
  ) {
    let text = "mutating \(declaration)"
    var function = HostFunction(signature(text), text: text) { _, _ in .void }
    function.mutate = { run, receiver, arguments in
      try run.charge(arguments[0].string.utf8.count / 16)
      receiver.withString { body(&$0, arguments[0]) }
      return .void
    }
    types["String"]!.methods["append", default: []].append(function)
  }
}
