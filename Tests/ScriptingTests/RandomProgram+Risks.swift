// What stops a program where its dice fall badly.

extension RandomProgram {
  /// Numbers that the compiler cannot see through go by `opaque`, which it would otherwise refuse.
  static let opaque = "func opaque(_ n: Int) -> Int { n }\n"

  mutating func risk() {
    let n = "opaque(\(roll(5)))"
    let list = "(\(value(.ints, 1)))"
    switch roll(13) {
    case 0: lines.append("print(\(list)[\(n)])")
    case 1: lines.append("print(\(small()) / (\(n) - \(roll(3))))")
    case 2: lines.append("print(\(small()) % (\(n) - \(roll(3))))")
    case 3: lines.append("print(\(list).first!)")
    case 4: lines.append("print(Array(\(list)[\(n)...]))")
    case 5: lines.append("print(Array(\(list)[\(roll(2))..<\(n)]))")
    case 6: lines.append("print((\(n) - 2)...opaque(\(roll(4))))")
    case 7: lines.append("print(Array(repeating: 0.5, count: \(n) - 1))")
    case 8: lines.append("print((\(value(.table, 1)))[\(key())]!)")
    case 9: lines.append("print(opaque(9_223_372_036_854_775_800) + \(n) * 3)")
    case 10: lines.append("print(Int(1e17 * Double(\(n)) * 30))")
    case 11: lines.append("print(Int(\(pick(["\"7\"", "\"x\""])))! + \(n))")
    default: change(n)
    }
  }

  private mutating func change(_ n: String) {
    let own = name()
    lines.append("var \(own) = \(value(.ints, 1))")
    let change = pick([
      "removeLast()", "removeFirst()", "remove(at: \(n))", "insert(5, at: \(n))", "swapAt(0, \(n))",
      "removeLast(\(n))",
    ])
    lines.append("\(own).\(change)")
    lines.append("print(\(own))")
  }
}
