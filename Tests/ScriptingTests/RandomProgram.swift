/// A program of the subset, made up by dice: the same seed makes the same program everywhere.
///
/// Numbers stay small and no divisor is 0, so that nothing traps, unless risks are asked for;
/// everything else may happen.
struct RandomProgram {
  enum Kind: CaseIterable { case int, double, bool, string, ints, doubles, pair, table }

  struct Variable {
    var name: String
    var kind: Kind
    var isVar: Bool
  }

  var state: UInt64
  var variables: [Variable] = []
  private var count = 0
  var lines: [String] = []
  var indent = ""

  /// - Parameter risks: how many statements there are that may stop the program.
  static func text(seed: Int, risks: Int = 0) -> String {
    var program = RandomProgram(state: UInt64(seed))
    // Neighbouring seeds begin far from each other.
    program.state = UInt64(program.roll(.max))
    for kind in Kind.allCases { program.declare(kind, isVar: true) }
    for _ in 0..<8 { program.statement(depth: 2) }
    for variable in program.variables {
      program.lines.append("print(\(program.printed(variable)))")
    }
    for _ in 0..<risks { program.risk() }
    return program.lines.joined(separator: "\n")
  }

  /// What fits into `print`: a dictionary by its sorted keys.
  private func printed(_ variable: Variable) -> String {
    let name = variable.name
    return variable.kind == .table
      ? "\(name).keys.sorted().map { \"\\($0)=\\(\(name)[$0] ?? 0)\" }" : name
  }

  private init(state: UInt64) { self.state = state }

  // MARK: - Dice

  /// splitmix64 (Steele, Lea & Flood 2014).
  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(sides))
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }

  mutating func name() -> String {
    count += 1
    return "v\(count)"
  }

  // MARK: - Statements

  private mutating func statement(depth: Int) {
    switch roll(depth > 0 ? 15 : 4) {
    case 0, 1: declare(pick(Kind.allCases), isVar: roll(2) == 0)
    case 2: assign()
    case 3: show()
    case 4: choice(depth)
    case 5: loop(depth)
    case 6: countdown(depth)
    case 7: function()
    case 8 where indent.isEmpty: structure()
    case 9: optional(depth)
    case 10: selection(depth)
    case 11: destructuring(depth)
    case 12: counting()
    case 13: labelled()
    default: closure()
    }
  }

  private mutating func show() {
    let kind = pick(Kind.allCases.filter { $0 != .table })
    lines.append("\(indent)print(\(value(kind, 2)), \(value(.int, 1)))")
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
    case .table where roll(2) == 0:
      lines.append("\(indent)\(target.name)[\(key()), default: 0] += \(small())")
    case .pair where roll(2) == 0: lines.append("\(indent)\(target.name).n += \(small())")
    case .string where roll(2) == 0: lines.append("\(indent)\(target.name) += \(value(.string, 1))")
    default:
      let text = bounded(target.kind, value(target.kind, 2))
      // Both refuse a variable that is assigned to itself.
      if text != target.name { lines.append("\(indent)\(target.name) = \(text)") }
    }
  }

  mutating func block(_ depth: Int, _ count: Int = 2) {
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
}
