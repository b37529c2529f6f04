extension Library {
  mutating func addStrings() {
    type(String.self)
    // The declarations below name Int and Double, which are filled in afterwards.
    types["Int"] = HostType(name: "Int")
    types["Double"] = HostType(name: "Double")
    extend("String") { (type: inout TypeBuilder<String>) in
      type.conforms(to: "StringProtocol")
      type.initializer("init(_ x: Int)") { (x: Int) in String(x) }
      type.initializer("init(_ x: Double)") { (x: Double) in String(x) }
      type.initializer("init(_ x: Bool)") { (x: Bool) in String(x) }
      type.initializer("init(_ x: String)") { (x: String) in x }
      type.initializer("init(repeating text: String, count: Int)") { (text: String, count: Int) in
        try checkLength(count, of: "a string")
        try checkLength(count * text.utf8.count, of: "a string")
        return String(repeating: text, count: count)
      }
      type.method("func uppercased() -> String") { (text: String) in text.uppercased() }
      type.method("func lowercased() -> String") { (text: String) in text.lowercased() }
      type.method("func hasPrefix(_ prefix: String) -> Bool") { (text: String, prefix: String) in
        text.hasPrefix(prefix)
      }
      type.method("func hasSuffix(_ suffix: String) -> Bool") { (text: String, suffix: String) in
        text.hasSuffix(suffix)
      }
      type.method("func contains(_ part: String) -> Bool") { (text: String, part: String) in
        text.contains(part)
      }
    }
  }
}
