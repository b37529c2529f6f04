extension Library {
  mutating func addNumbers() {
    enumerationOfRounding()
    type(Double.self)
    type(Int.self) { type in
      type.constant("max", Int.max)
      type.constant("min", Int.min)
      type.initializer("init(_ x: Int)") { (x: Int) in x }
      type.initializer("init(_ x: Double)") { (x: Double) in try integer(x) }
      type.type.initializers[1].inline = inlineInteger
      type.failableInitializer("init?(_ text: String)") { (text: String) in Int(text) }
      type.failableInitializer("init?(_ text: Substring)") { (text: Substring) in Int(text) }
      type.method("func isMultiple(of other: Int) -> Bool") { (x: Int, other: Int) in
        x.isMultiple(of: other)
      }
      type.method("func signum() -> Int") { (x: Int) in x.signum() }
    }
    extend("Double", addDoubleMembers)
    addNumberFunctions()
    addStrides()
  }

  private mutating func enumerationOfRounding() {
    type(FloatingPointRoundingRule.self) { type in
      type.constant("up", FloatingPointRoundingRule.up)
      type.constant("down", FloatingPointRoundingRule.down)
      type.constant("towardZero", FloatingPointRoundingRule.towardZero)
      type.constant("toNearestOrAwayFromZero", FloatingPointRoundingRule.toNearestOrAwayFromZero)
      type.constant("toNearestOrEven", FloatingPointRoundingRule.toNearestOrEven)
    }
  }

  private func addDoubleMembers(_ type: inout TypeBuilder<Double>) {
    type.constant("pi", Double.pi)
    type.constant("infinity", Double.infinity)
    type.constant("nan", Double.nan)
    type.constant("ulpOfOne", Double.ulpOfOne)
    type.constant("greatestFiniteMagnitude", Double.greatestFiniteMagnitude)
    type.initializer("init(_ x: Int)") { (x: Int) in Double(x) }
    type.type.initializers[0].inline = { argument, _ in
      argument.int.map { code in Checked(double: { Double(try code.call($0)) }) }
    }
    type.initializer("init(_ x: Double)") { (x: Double) in x }
    type.failableInitializer("init?(_ text: String)") { (text: String) in Double(text) }
    type.failableInitializer("init?(_ text: Substring)") { (text: Substring) in Double(text) }
    type.method("func rounded() -> Double") { (x: Double) in x.rounded() }
    type.method("func rounded(_ rule: FloatingPointRoundingRule) -> Double") {
      (x: Double, rule: FloatingPointRoundingRule) in x.rounded(rule)
    }
    type.method("func squareRoot() -> Double") { (x: Double) in x.squareRoot() }
    type.method("func truncatingRemainder(dividingBy other: Double) -> Double") {
      (x: Double, other: Double) in x.truncatingRemainder(dividingBy: other)
    }
    type.property("isNaN", \.isNaN)
    type.property("isFinite", \.isFinite)
    type.property("isInfinite", \.isInfinite)
    type.property("magnitude", \.magnitude)
  }

  private mutating func addNumberFunctions() {
    function("func abs<T>(_ x: T) -> T where T: SignedNumeric") { (x: Value) throws -> Value in
      guard case .int(let integer) = x else { return .double(Swift.abs(x.double)) }
      guard integer != .min else { throw HostFailure("this number does not fit in Int") }
      return .int(Swift.abs(integer))
    }
    function("func min<T>(_ x: T, _ y: T) -> T where T: Comparable") { (x: Value, y: Value) in
      Value.isLess(y, x) ? y : x
    }
    function("func max<T>(_ x: T, _ y: T) -> T where T: Comparable") { (x: Value, y: Value) in
      Value.isLess(y, x) ? x : y
    }
    function("func min<T>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T where T: Comparable") {
      (x: Value, y: Value, z: Value, rest: [Value]) in
      ([x, y, z] + rest).min(by: Value.isLess)!
    }
    function("func max<T>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T where T: Comparable") {
      (x: Value, y: Value, z: Value, rest: [Value]) in
      ([x, y, z] + rest).max(by: Value.isLess)!
    }
  }

  private mutating func addStrides() {
    for name in ["Int", "Double"] {
      let parameters = "by step: \(name)) -> Seq<\(name)>"
      function("func stride(from start: \(name), to end: \(name), \(parameters)") {
        (start: Value, end: Value, step: Value) in try strideValues(start, end, step, false)
      }
      function("func stride(from start: \(name), through end: \(name), \(parameters)") {
        (start: Value, end: Value, step: Value) in try strideValues(start, end, step, true)
      }
    }
  }
}

private func integer(_ x: Double) throws -> Int {
  guard let integer = Int(exactly: x.rounded(.towardZero)) else {
    throw HostFailure("\(x) does not fit in Int")
  }
  return integer
}

@Sendable private func inlineInteger(_ argument: Checked, _ place: Place) -> Checked? {
  guard let code = argument.double else { return nil }
  return Checked(int: { frame in
    let x = try code.call(frame)
    guard let integer = Int(exactly: x.rounded(.towardZero)) else {
      throw Stop("\(x) does not fit in Int", at: place)
    }
    return integer
  })
}

private func strideValues(
  _ start: Value, _ end: Value, _ step: Value, _ isClosed: Bool
) throws -> [Value] {
  if case .int(let start) = start {
    let steps = (Double(end.int) - Double(start)) / Double(step.int)
    return try strideList(start, end.int, step.int, steps, isClosed).map { .int($0) }
  }
  let steps = (end.double - start.double) / step.double
  return try strideList(start.double, end.double, step.double, steps, isClosed).map { .double($0) }
}

private func strideList<T: Strideable>(
  _ start: T, _ end: T, _ step: T.Stride, _ steps: Double, _ isClosed: Bool
) throws -> [T] {
  guard step != 0 else {
    throw HostFailure("a stride by 0 never ends", hint: "go by 1, or by -1 for the other way.")
  }
  // Such a stride would go on for ever.
  guard !steps.isNaN else { throw HostFailure("a stride goes to a number, not to nan") }
  guard steps < Double(longestResult) else {
    throw HostFailure("a stride of more than \(longestResult) steps is too long")
  }
  return isClosed
    ? Array(stride(from: start, through: end, by: step))
    : Array(stride(from: start, to: end, by: step))
}
