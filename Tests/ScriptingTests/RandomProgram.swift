/// A program of the subset, made up by dice: the same seed makes the same program everywhere.
///
/// Numbers stay small and no divisor is 0, so that nothing traps; everything else may happen.
struct RandomProgram {
  enum Kind: CaseIterable { case int, double, bool, string, ints, doubles }

  private struct Variable {
    var name: String
    var kind: Kind
    var isVar: Bool
  }

  private var state: UInt64
  private var variables: [Variable] = []
  private var count = 0
  private var lines: [String] = []
  private var indent = ""

  static func text(seed: Int) -> String {
    var program = RandomProgram(state: UInt64(seed))
    // Neighbouring seeds begin far from each other.
    program.state = UInt64(program.roll(.max))
    for kind in Kind.allCases { program.declare(kind, isVar: true) }
    for _ in 0..<8 { program.statement(depth: 2) }
    for variable in program.variables { program.lines.append("print(\(variable.name))") }
    return program.lines.joined(separator: "\n")
  }

  private init(state: UInt64) { self.state = state }

  // MARK: - Dice

  /// splitmix64 (Steele, Lea & Flood 2014).
  private mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(sides))
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }

  private mutating func name() -> String {
    count += 1
    return "v\(count)"
  }

  // MARK: - Statements

  private mutating func statement(depth: Int) {
    switch roll(depth > 0 ? 12 : 4) {
    case 0, 1: declare(pick(Kind.allCases), isVar: roll(2) == 0)
    case 2: assign()
    case 3: lines.append("\(indent)print(\(value(pick(Kind.allCases), 2)), \(value(.int, 1)))")
    case 4: choice(depth)
    case 5: loop(depth)
    case 6: countdown(depth)
    case 7: function()
    case 8 where indent.isEmpty: structure()
    case 9: optional(depth)
    case 10: selection(depth)
    default: closure()
    }
  }

  private mutating func declare(_ kind: Kind, isVar: Bool) {
    let text = bounded(kind, value(kind, 2))
    let own = name()
    lines.append("\(indent)\(isVar ? "var" : "let") \(own): \(type(kind)) = \(text)")
    variables.append(Variable(name: own, kind: kind, isVar: isVar))
  }

  private mutating func assign() {
    guard let target = variables.filter(\.isVar).isEmpty ? nil : pick(variables.filter(\.isVar))
    else { return }
    switch target.kind {
    case .ints where roll(2) == 0: lines.append("\(indent)\(target.name).append(\(small()))")
    case .string where roll(2) == 0: lines.append("\(indent)\(target.name) += \(value(.string, 1))")
    default:
      let text = bounded(target.kind, value(target.kind, 2))
      // Both refuse a variable that is assigned to itself.
      if text != target.name { lines.append("\(indent)\(target.name) = \(text)") }
    }
  }

  private mutating func block(_ depth: Int, _ count: Int = 2) {
    let (outer, known) = (indent, variables)
    indent += "  "
    for _ in 0..<count { statement(depth: depth - 1) }
    (indent, variables) = (outer, known)
  }

  private mutating func choice(_ depth: Int) {
    lines.append("\(indent)if (\(value(.bool, 2))) {")
    block(depth)
    lines.append("\(indent)} else {")
    block(depth, 1)
    lines.append("\(indent)}")
  }

  private mutating func loop(_ depth: Int) {
    let own = name()
    let range = pick(["0..<\(1 + roll(4))", "1...\(1 + roll(4))", "stride(from: 0, to: 9, by: 3)"])
    let known = variables
    lines.append("\(indent)for \(own) in \(range) {")
    variables.append(Variable(name: own, kind: .int, isVar: false))
    block(depth)
    lines.append("\(indent)  if \(own) == 2 { continue }")
    lines.append("\(indent)  print(\(own))")
    lines.append("\(indent)}")
    variables = known
  }

  private mutating func countdown(_ depth: Int) {
    let own = name()
    lines.append("\(indent)var \(own) = \(1 + roll(4))")
    lines.append("\(indent)while \(own) > 0 {")
    block(depth, 1)
    lines.append("\(indent)  \(own) -= 1")
    lines.append("\(indent)}")
    variables.append(Variable(name: own, kind: .int, isVar: false))
  }

  private mutating func function() {
    let own = name()
    let kind = pick([Kind.int, .double, .string])
    let known = variables
    variables = [
      Variable(name: "x", kind: .int, isVar: false), Variable(name: "y", kind: kind, isVar: false),
    ]
    let guarded = value(.bool, 1)
    let (early, late) = (value(kind, 1), value(kind, 2))
    variables = known
    lines += [
      "\(indent)func \(own)(_ x: Int, with y: \(type(kind)) = \(literal(kind))) -> \(type(kind)) {",
      "\(indent)  guard (\(guarded)) else { return \(early) }", "\(indent)  return \(late)",
      "\(indent)}",
      "\(indent)print(\(own)(\(small())), \(own)(\(small()), with: \(value(kind, 1))))",
    ]
  }

  private mutating func structure() {
    let own = "S\(name())"
    let variable = name()
    let known = variables
    variables = [
      Variable(name: "a", kind: .int, isVar: false),
      Variable(name: "b", kind: .double, isVar: false),
    ]
    let (result, change) = (value(.double, 2), value(.int, 1))
    variables = known
    lines += [
      "\(indent)struct \(own) {", "\(indent)  var a: Int", "\(indent)  var b: Double = 0.5",
      "\(indent)  func total() -> Double { \(result) }",
      "\(indent)  mutating func turn() { a = (\(change)) % 97 }", "\(indent)}",
      "\(indent)var \(variable) = \(own)(a: \(small()), b: \(literal(.double)))",
      "\(indent)\(variable).turn()", "\(indent)\(variable).b += \(literal(.double))",
      "\(indent)print(\(variable).a, \(variable).b, \(variable).total())",
    ]
  }

  private mutating func optional(_ depth: Int) {
    let own = name()
    let known = variables
    lines.append("\(indent)if let \(own) = (\(value(.ints, 1))).firstIndex(of: \(small())) {")
    variables.append(Variable(name: own, kind: .int, isVar: false))
    lines.append("\(indent)  print(\(value(.int, 1)), \(own))")
    block(depth, 1)
    lines.append("\(indent)}")
    variables = known
  }

  private mutating func selection(_ depth: Int) {
    lines.append("\(indent)switch (\(value(.int, 1))) {")
    lines.append("\(indent)case 0, 1:")
    block(depth, 1)
    lines.append("\(indent)  print(\"few\")")
    lines.append("\(indent)case 2...9:")
    block(depth, 1)
    lines.append("\(indent)  print(\"some\")")
    lines.append("\(indent)default: print(\(value(.string, 1)))")
    lines.append("\(indent)}")
  }

  private mutating func closure() {
    let own = name()
    let known = variables
    variables.append(Variable(name: "x", kind: .int, isVar: false))
    let body = value(.int, 2)
    variables = known
    lines += [
      "\(indent)let \(own) = { (x: Int) -> Int in (\(body)) % 991 }",
      "\(indent)print(\(own)(\(small())), \(value(.ints, 1)).map(\(own)))",
    ]
  }

  // MARK: - Expressions

  private func type(_ kind: Kind) -> String {
    switch kind {
    case .int: "Int"
    case .double: "Double"
    case .bool: "Bool"
    case .string: "String"
    case .ints: "[Int]"
    case .doubles: "[Double]"
    }
  }

  /// Keeps values from growing out of bounds from line to line.
  private func bounded(_ kind: Kind, _ text: String) -> String {
    switch kind {
    case .int: "(\(text)) % 997"
    case .double: "min(max(\(text), -1e6), 1e6)"
    case .ints: "(\(text)).map { $0 % 997 }"
    case .doubles: "(\(text)).map { min(max($0, -1e6), 1e6) }"
    case .bool, .string: text
    }
  }

  private mutating func small() -> String { String(roll(12)) }

  private mutating func literal(_ kind: Kind) -> String {
    switch kind {
    case .int: small()
    case .double: pick(["0.5", "2.25", "1e3", "0.1", "3.0", "12.75"])
    case .bool: pick(["true", "false"])
    case .string: pick(["\"h\"", "\"∂L\"", "\"a b\"", "\"\""])
    case .ints: "[\(small()), \(small()), \(small())]"
    case .doubles: "[\(literal(.double)), \(literal(.double))]"
    }
  }

  private mutating func value(_ kind: Kind, _ depth: Int) -> String {
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
    }
  }

  private mutating func int(_ depth: Int) -> String {
    switch roll(9) {
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

  private mutating func double(_ depth: Int) -> String {
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

  private mutating func bool(_ depth: Int) -> String {
    switch roll(7) {
    case 0: "(\(value(.int, depth)) < \(value(.int, depth)))"
    case 1: "(\(value(.double, depth)) >= \(value(.double, depth)))"
    case 2: "(\(value(.bool, depth)) && \(value(.bool, depth)))"
    case 3: "(\(value(.bool, depth)) || \(value(.bool, depth)))"
    case 4: "!(\(value(.bool, depth)))"
    case 5: "\(value(.ints, depth)).contains(\(small()))"
    default: "(\(value(.string, depth)) == \(value(.string, depth)))"
    }
  }

  private mutating func string(_ depth: Int) -> String {
    switch roll(5) {
    case 0: "(\(value(.string, depth)) + \(value(.string, depth)))"
    case 1: "\"<\\(\(value(.int, 0)))>\""
    case 2: "\"\\(\(value(.double, 0))) and \\(\(value(.bool, 0)))\""
    case 3: "\(value(.ints, depth)).map { \"\\($0)\" }.joined(separator: \"-\")"
    default: literal(.string)
    }
  }

  private mutating func ints(_ depth: Int) -> String {
    switch roll(7) {
    case 0: "(0..<\(small())).map { $0 * \(small()) }"
    case 1: "\(value(.ints, depth)).filter { $0 > \(small()) }"
    case 2: "\(value(.ints, depth)).map { $0 + \(small()) }"
    case 3: "\(value(.ints, depth)).sorted()"
    case 4: "(\(value(.ints, 0)) + \(value(.ints, 0)))"
    case 5: "\(value(.ints, depth)).sorted { $0 > $1 }"
    default: "[\(value(.int, 0)), \(value(.int, 0))]"
    }
  }

  private mutating func doubles(_ depth: Int) -> String {
    switch roll(5) {
    case 0: "\(value(.ints, depth)).map { Double($0) / \(literal(.double)) }"
    case 1: "\(value(.doubles, depth)).map { $0 * \(literal(.double)) }"
    case 2: "\(value(.doubles, depth)).sorted()"
    case 3: "zip(\(value(.doubles, 0)), \(value(.doubles, 0))).map { $0 + $1 }"
    default: "[\(value(.double, 0)), \(value(.double, 0))]"
    }
  }
}
