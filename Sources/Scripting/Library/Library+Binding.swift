extension Library {
  /// A declaration and the Swift function that it describes. The first `receivers` parameters
  /// of the function are not in the declaration.
  mutating func bind<each P, R>(
    _ declaration: String, of owner: HostType? = nil, receivers: Int = 0,
    _ body: @escaping @Sendable (repeat each P) throws -> R
  ) -> HostFunction {
    let signature = signature(declaration, of: owner)
    var actual: [StaticType] = []
    for type in repeat Bridge<each P>.type(in: self) { actual.append(type) }
    compare(declaration, signature, actual.dropFirst(receivers), Bridge<R>.type(in: self))
    let unwrap = (repeat Unwrapper<each P>())
    let wrap = Bridge<R>.wrapper()
    var function = HostFunction(signature, text: declaration) { _, arguments in
      var rest = Arguments(arguments)
      return wrap(try body(repeat rest.next(each unwrap)))
    }
    function.takesReceiver = receivers > 0
    return function
  }

  mutating func bindContextual<each P, R>(
    _ declaration: String, of owner: HostType? = nil, receivers: Int = 0,
    _ body: @escaping @Sendable (BlockContext, repeat each P) throws -> R
  ) -> HostFunction {
    let signature = signature(declaration, of: owner)
    var actual: [StaticType] = []
    for type in repeat Bridge<each P>.type(in: self) { actual.append(type) }
    compare(declaration, signature, actual.dropFirst(receivers), Bridge<R>.type(in: self))
    let unwrap = (repeat Unwrapper<each P>())
    let wrap = Bridge<R>.wrapper()
    var function = HostFunction(signature, text: declaration) { run, arguments in
      var rest = Arguments(arguments)
      return wrap(try body(BlockContext(run: run), repeat rest.next(each unwrap)))
    }
    function.takesReceiver = receivers > 0
    return function
  }

  /// Notes a problem unless the declared types are those of the Swift function.
  mutating func compare(
    _ declaration: String, _ signature: Signature, _ actual: ArraySlice<StaticType>,
    _ result: StaticType
  ) {
    let declared = signature.parameters.map { $0.isVariadic ? .array($0.type) : $0.type }
    let fits =
      declared.count == actual.count
      && zip(declared, actual).allSatisfy { agree($0, $1, signature) }
      && agree(signature.result, result, signature)
    guard !fits else { return }
    let types = actual.map(\.description).joined(separator: ", ")
    problems.append("'\(declaration)' does not fit its Swift function (\(types)) -> \(result)")
  }

  /// Whether a declared type is the actual one; a `Value` (here: Any) may stand for every type,
  /// and an array of them for every sequence.
  private func agree(
    _ declared: StaticType, _ actual: StaticType, _ signature: Signature
  ) -> Bool {
    switch (declared, actual) {
    case (_, .any): return true
    case (.named(let name, let left), .named(let other, let right)):
      if signature.isGeneric(name) { return other == "Array" }
      let isList = ["Seq", "ArraySlice"].contains(name) && other == "Array"
      return (name == other || isList) && left.count == right.count
        && zip(left, right).allSatisfy { agree($0, $1, signature) }
    case (.tuple(_, let left), .tuple(_, let right)):
      return left.count == right.count && zip(left, right).allSatisfy { agree($0, $1, signature) }
    case (.function(let left, let result), .function(let right, let other)):
      return left.count == right.count && zip(left, right).allSatisfy { agree($0, $1, signature) }
        && agree(result, other, signature)
    default: return false
    }
  }
}

/// Takes a call's arguments one after another, for a parameter pack to be filled from.
struct Arguments {
  private let values: [Value]
  private var index = 0

  init(_ values: [Value]) { self.values = values }

  mutating func next<T>(_ unwrapper: Unwrapper<T>) throws -> T {
    defer { index += 1 }
    return try unwrapper.unwrap(values[index])
  }
}
