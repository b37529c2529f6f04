// Expressions of each kind, made up by dice.

extension RandomProgram {
  func type(_ kind: Kind) -> String {
    switch kind {
    case .int: "Int"
    case .double: "Double"
    case .bool: "Bool"
    case .string: "String"
    case .ints: "[Int]"
    case .doubles: "[Double]"
    case .pair: "(n: Int, s: String)"
    case .table: "[String: Int]"
    }
  }

  /// Keeps values from growing out of bounds from line to line.
  func bounded(_ kind: Kind, _ text: String) -> String {
    switch kind {
    case .int: "(\(text)) % 997"
    case .double: "min(max(\(text), -1e6), 1e6)"
    case .ints: "(\(text)).map { $0 % 997 }"
    case .doubles: "(\(text)).map { min(max($0, -1e6), 1e6) }"
    case .bool, .string: text
    case .pair, .table: text
    }
  }

  mutating func small() -> String { String(roll(12)) }

  mutating func literal(_ kind: Kind) -> String {
    switch kind {
    case .int: small()
    case .double: pick(["0.5", "2.25", "1e3", "0.1", "3.0", "12.75"])
    case .bool: pick(["true", "false"])
    case .string: pick(["\"h\"", "\"∂L\"", "\"a b\"", "\"\""])
    case .ints: "[\(small()), \(small()), \(small())]"
    case .doubles: "[\(literal(.double)), \(literal(.double))]"
    case .pair: "(n: \(small()), s: \(literal(.string)))"
    case .table: "[\"h\": \(small()), \"c\": \(small())]"
    }
  }

  mutating func key() -> String { pick(["\"h\"", "\"c\"", "\"x\""]) }

  mutating func value(_ kind: Kind, _ depth: Int) -> String {
    let known = variables.filter { $0.kind == kind }
    guard depth > 0 else { return known.isEmpty || roll(3) == 0 ? literal(kind) : pick(known).name }
    if !known.isEmpty, roll(4) == 0 { return pick(known).name }
    switch kind {
    case .int: return int(depth - 1)
    case .double: return double(depth - 1)
    case .bool: return bool(depth - 1)
    case .string: return string(depth - 1)
    case .ints: return ints(depth - 1)
    case .doubles: return doubles(depth - 1)
    case .pair: return pair(depth - 1)
    case .table: return table(depth - 1)
    }
  }

  mutating func int(_ depth: Int) -> String {
    switch roll(13) {
    case 9: "(\(value(.pair, depth))).n"
    case 10: "((\(value(.table, depth)))[\(key())] ?? \(small()))"
    case 11: "(Int(\"\(small())\") ?? \(small()))"
    case 12: "(\(value(.int, depth)) \(pick(["&", "|", "^", ">>"])) \(small()))"
    case 0: "(\(value(.int, depth)) + \(value(.int, depth)))"
    case 1: "(\(value(.int, depth)) - \(value(.int, depth)))"
    case 2: "(\(value(.int, depth)) * \(small()))"
    case 3: "(\(value(.int, depth)) / \(1 + roll(7)))"
    case 4: "(\(value(.int, depth)) % \(1 + roll(7)))"
    case 5: "\(value(.ints, depth)).count"
    case 6: "max(\(value(.int, depth)), \(value(.int, depth)))"
    case 7: "(\(value(.bool, depth)) ? \(value(.int, depth)) : \(value(.int, depth)))"
    default: "\(value(.ints, depth)).reduce(0) { $0 + $1 % 31 }"
    }
  }

  mutating func double(_ depth: Int) -> String {
    switch roll(9) {
    case 0: "(\(value(.double, depth)) + \(value(.double, depth)))"
    case 1: "(\(value(.double, depth)) - \(value(.double, depth)))"
    case 2: "(\(value(.double, depth)) * \(literal(.double)))"
    case 3: "(\(value(.double, depth)) / \(literal(.double)))"
    case 4: "Double(\(value(.int, depth)))"
    case 5: "abs(\(value(.double, depth)))"
    case 6: "(\(value(.double, depth)) * 8).rounded() / 8"
    case 7: "\(value(.doubles, depth)).reduce(0.0, +)"
    default: "(\(value(.bool, depth)) ? \(value(.double, depth)) : \(literal(.double)))"
    }
  }

  mutating func bool(_ depth: Int) -> String {
    switch roll(10) {
    case 7: "(\(value(.pair, depth)) == \(value(.pair, 0)))"
    case 8: "(0.0...\(literal(.double))).contains(\(value(.double, depth)))"
    case 9: "(0..<\(small())).contains(\(value(.int, depth)))"
    case 0: "(\(value(.int, depth)) < \(value(.int, depth)))"
    case 1: "(\(value(.double, depth)) >= \(value(.double, depth)))"
    case 2: "(\(value(.bool, depth)) && \(value(.bool, depth)))"
    case 3: "(\(value(.bool, depth)) || \(value(.bool, depth)))"
    case 4: "!(\(value(.bool, depth)))"
    case 5: "\(value(.ints, depth)).contains(\(small()))"
    default: "(\(value(.string, depth)) == \(value(.string, depth)))"
    }
  }

  mutating func string(_ depth: Int) -> String {
    switch roll(9) {
    case 5: "(\(value(.pair, depth))).s"
    case 6: "String((\(value(.string, depth))).reversed())"
    case 7: "(\(value(.string, depth))).filter { $0 != \"h\" }"
    case 8: "(\(value(.table, depth))).keys.sorted().joined(separator: \"+\")"
    case 0: "(\(value(.string, depth)) + \(value(.string, depth)))"
    case 1: "\"<\\(\(value(.int, 0)))>\""
    case 2: "\"\\(\(value(.double, 0))) and \\(\(value(.bool, 0)))\""
    case 3: "\(value(.ints, depth)).map { \"\\($0)\" }.joined(separator: \"-\")"
    default: literal(.string)
    }
  }

  mutating func ints(_ depth: Int) -> String {
    switch roll(10) {
    case 7: "(0..<\(small())).reversed().map { $0 + \(small()) }"
    case 8: "(\(value(.table, depth))).values.sorted()"
    case 9: "Array((\(value(.ints, depth))).dropFirst(\(roll(3))))"
    case 0: "(0..<\(small())).map { $0 * \(small()) }"
    case 1: "\(value(.ints, depth)).filter { $0 > \(small()) }"
    case 2: "\(value(.ints, depth)).map { $0 + \(small()) }"
    case 3: "\(value(.ints, depth)).sorted()"
    case 4: "(\(value(.ints, 0)) + \(value(.ints, 0)))"
    case 5: "\(value(.ints, depth)).sorted { $0 > $1 }"
    default: "[\(value(.int, 0)), \(value(.int, 0))]"
    }
  }

  mutating func doubles(_ depth: Int) -> String {
    switch roll(5) {
    case 0: "\(value(.ints, depth)).map { Double($0) / \(literal(.double)) }"
    case 1: "\(value(.doubles, depth)).map { $0 * \(literal(.double)) }"
    case 2: "\(value(.doubles, depth)).sorted()"
    case 3: "zip(\(value(.doubles, 0)), \(value(.doubles, 0))).map { $0 + $1 }"
    default: "[\(value(.double, 0)), \(value(.double, 0))]"
    }
  }

  mutating func pair(_ depth: Int) -> String {
    switch roll(3) {
    case 0: "(n: \(value(.int, depth)) % 97, s: \(value(.string, 0)))"
    case 1: "(\(value(.bool, depth)) ? \(value(.pair, 0)) : \(value(.pair, 0)))"
    default: literal(.pair)
    }
  }

  mutating func table(_ depth: Int) -> String {
    switch roll(5) {
    case 0: "(\(value(.table, depth))).mapValues { $0 % 89 + \(small()) }"
    case 1:
      "Dictionary(uniqueKeysWithValues: zip([\"h\", \"c\", \"o\"], (\(value(.ints, depth)))))"
    case 2:
      "Dictionary(grouping: (\(value(.ints, depth)))) { $0 % 2 == 0 ? \"h\" : \"x\" }.mapValues { $0.count }"
    case 3: "[\"h\": \(value(.int, 0)), \"o\": \(value(.int, 0))]"
    default: literal(.table)
    }
  }
}
