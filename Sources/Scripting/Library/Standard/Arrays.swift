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
