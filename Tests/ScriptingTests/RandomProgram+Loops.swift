// Loops over pairs, letters and with labels, made up by dice.

extension RandomProgram {
  mutating func destructuring(_ depth: Int) {
    let (first, second) = (name(), name())
    let known = variables
    lines.append(
      "\(indent)for (\(first), \(second)) in zip(\(value(.ints, 0)), \(value(.doubles, 0))) {")
    variables.append(Variable(name: first, kind: .int, isVar: false))
    variables.append(Variable(name: second, kind: .double, isVar: false))
    block(depth, 1)
    lines.append("\(indent)  print(\(value(.double, 1)), \(first))")
    lines.append("\(indent)}")
    variables = known
  }

  mutating func counting() {
    let (own, letter) = (name(), name())
    lines += [
      "\(indent)var \(own): [String: Int] = [:]",
      "\(indent)for \(letter) in (\(value(.string, 1))) { \(own)[\"\\(\(letter))\", default: 0] += 1 }",
      "\(indent)for \(letter) in \(own).keys.sorted() { print(\(letter), \(own)[\(letter)] ?? -1) }",
    ]
    variables.append(Variable(name: own, kind: .table, isVar: true))
  }

  mutating func labelled() {
    let (label, outer, inner) = (name(), name(), name())
    let way = pick(["continue", "break"])
    lines += [
      "\(indent)\(label): for \(outer) in 0..<\(1 + roll(4)) {",
      "\(indent)  for \(inner) in (0..<3).reversed() {",
      "\(indent)    if \(inner) == \(roll(3)) { \(way) \(label) }",
      "\(indent)    print(\(outer), \(inner))", "\(indent)  }", "\(indent)}",
    ]
  }
}
