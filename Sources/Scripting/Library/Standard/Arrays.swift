extension Library {
  mutating func addArrays() {
    extend("Array") { (type: inout TypeBuilder<[Value]>) in
      type.initializer("init(repeating x: Element, count: Int)") { (x: Value, count: Int) in
        try checkLength(count, of: "an array")
        return Array(repeating: x, count: count)
      }
      type.initializer("init()") { [] }
      type.initializer("init(_ elements: Seq<Element>)") { (elements: [Value]) in elements }
    }
    addGrowing()
    addShrinking()
    addRearranging()
    addRebuilding()
  }

  private mutating func addGrowing() {
    mutation("func append(_ x: Element)") { list, arguments in
      list.append(arguments[0])
      return .void
    }
    mutation("func append(contentsOf elements: Seq<Element>)") { list, arguments in
      list += arguments[0].array
      return .void
    }
    mutation("func insert(_ x: Element, at index: Int)") { list, arguments in
      let index = arguments[1].int
      guard index >= 0, index <= list.count else {
        throw Stop("index \(index) is outside 0...\(list.count)")
      }
      list.insert(arguments[0], at: index)
      return .void
    }
    mutation("func insert(contentsOf elements: Seq<Element>, at index: Int)") { list, arguments in
      let index = arguments[1].int
      guard index >= 0, index <= list.count else {
        throw Stop("index \(index) is outside 0...\(list.count)")
      }
      list.insert(contentsOf: arguments[0].array, at: index)
      return .void
    }
  }

  private mutating func addShrinking() {
    mutation("@discardableResult func removeLast() -> Element") { list, _ in
      guard let last = list.popLast() else { throw HostFailure("the array is empty") }
      return last
    }
    mutation("@discardableResult func removeFirst() -> Element") { list, _ in
      guard !list.isEmpty else { throw HostFailure("the array is empty") }
      return list.removeFirst()
    }
    mutation("func removeLast(_ count: Int)") { list, arguments in
      try checkRemoval(arguments[0].int, from: list)
      list.removeLast(arguments[0].int)
      return .void
    }
    mutation("func removeFirst(_ count: Int)") { list, arguments in
      try checkRemoval(arguments[0].int, from: list)
      list.removeFirst(arguments[0].int)
      return .void
    }
    mutation("func popLast() -> Element?") { list, _ in list.popLast() ?? .none }
    mutation("@discardableResult func remove(at index: Int) -> Element") { list, arguments in
      let index = arguments[0].int
      guard list.indices.contains(index) else {
        throw Stop.index(index, count: list.count, at: nil)
      }
      return list.remove(at: index)
    }
    mutation("func removeAll()") { list, _ in
      list.removeAll()
      return .void
    }
  }

  private mutating func addRearranging() {
    mutation("func swapAt(_ i: Int, _ j: Int)") { list, arguments in
      for argument in arguments where !list.indices.contains(argument.int) {
        throw Stop.index(argument.int, count: list.count, at: nil)
      }
      list.swapAt(arguments[0].int, arguments[1].int)
      return .void
    }
    mutation("func sort() where Element: Comparable") { list, _ in
      list.sort(by: Value.isLess)
      return .void
    }
    mutation("func reverse()") { list, _ in
      list.reverse()
      return .void
    }
  }

  private mutating func addRebuilding() {
    rebuilding("func sort(by f: (Element, Element) -> Bool)") { list, f in
      try list.sorted { try f.call($0, $1).bool }
    }
    rebuilding("func removeAll(where f: (Element) -> Bool)") { list, f in
      try list.filter { try !f.call($0).bool }
    }
  }

  /// A mutating method of Array that takes a closure.
  private mutating func rebuilding(
    _ declaration: String,
    _ body: @escaping @Sendable ([Value], FunctionValue) throws -> [Value]
  ) {
    let text = "mutating \(declaration)"
    var function = HostFunction(signature(text), text: text) { _, _ in .void }
    function.rebuild = { run, receiver, arguments in
      let list = receiver.array
      try run.charge(list.count)
      return .array(try body(list, arguments[0].function))
    }
    types["Array"]!.methods[function.signature.name, default: []].append(function)
  }

  /// A mutating method of Array, on the values themselves.
  private mutating func mutation(
    _ declaration: String,
    _ body: @escaping @Sendable (inout [Value], [Value]) throws -> Value
  ) {
    let text = declaration.replacing("func", with: "mutating func", maxReplacements: 1)
    var function = HostFunction(signature(text), text: text) { _, _ in .void }
    function.mutate = { _, receiver, arguments in
      try receiver.withArray { try body(&$0, arguments) }
    }
    types["Array"]!.methods[function.signature.name, default: []].append(function)
  }
}

private func checkRemoval(_ count: Int, from list: [Value]) throws {
  guard count >= 0, count <= list.count else {
    throw HostFailure("\(count) elements cannot be taken from an array of \(list.count)")
  }
}
