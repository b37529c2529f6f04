extension Library {
  mutating func addSequences() {
    function(
      "func zip<A: Sequence, B: Sequence>(_ a: A, _ b: B) -> Seq<(A.Element, B.Element)>"
    ) { (a: [Value], b: [Value]) in zip(a, b).map { Value.tuple([$0, $1]) } }
    for name in ["Seq", "Array", "ArraySlice"] {
      extend(name, addMapping)
      extend(name, addSearching)
      extend(name, addOrdering)
    }
    for name in ["Array", "ArraySlice"] { extend(name, addSlicing) }
    extend("Seq", addCutting)
    extend("Array", addArrayOnly)
    for (name, isClosed) in [("Range", false), ("ClosedRange", true)] {
      extend(name) { (type: inout TypeBuilder<Value>) in
        type.method("func contains(_ x: Bound) -> Bool") { (range: Value, x: Value) in
          let bounds = range.tuple
          guard Value.isAtMost(bounds[0], x) else { return false }
          return isClosed ? Value.isAtMost(x, bounds[1]) : Value.isLess(x, bounds[1])
        }
      }
    }
  }

  private func addMapping(_ type: inout TypeBuilder<[Value]>) {
    type.method("func map<T>(_ f: (Element) -> T) -> [T]") { (list: [Value], f: FunctionValue) in
      try list.map { try f.call($0) }
    }
    type.method("func flatMap<T>(_ f: (Element) -> [T]) -> [T]") {
      (list: [Value], f: FunctionValue) in try list.flatMap { try f.call($0).array }
    }
    type.method("func compactMap<T>(_ f: (Element) -> T?) -> [T]") {
      (list: [Value], f: FunctionValue) in
      try list.compactMap {
        let value = try f.call($0)
        return value.isNone ? nil : value
      }
    }
    type.method("func filter(_ f: (Element) -> Bool) -> [Element]") {
      (list: [Value], f: FunctionValue) in try list.filter { try f.call($0).bool }
    }
    type.method("func forEach(_ f: (Element) -> Void)") { (list: [Value], f: FunctionValue) in
      for element in list { _ = try f.call(element) }
    }
    type.method("func reduce<R>(_ initial: R, _ f: (R, Element) -> R) -> R") {
      (list: [Value], initial: Value, f: FunctionValue) in
      try list.reduce(initial) { try f.call($0, $1) }
    }
    type.method("func enumerated() -> Seq<(offset: Int, element: Element)>") { (list: [Value]) in
      list.enumerated().map { Value.tuple([.int($0.offset), $0.element]) }
    }
  }

  private func addSearching(_ type: inout TypeBuilder<[Value]>) {
    type.method("func allSatisfy(_ f: (Element) -> Bool) -> Bool") {
      (list: [Value], f: FunctionValue) in try list.allSatisfy { try f.call($0).bool }
    }
    type.method("func contains(where f: (Element) -> Bool) -> Bool") {
      (list: [Value], f: FunctionValue) in try list.contains { try f.call($0).bool }
    }
    type.method("func contains(_ x: Element) -> Bool where Element: Equatable") {
      (list: [Value], x: Value) in list.contains(x)
    }
    type.method("func first(where f: (Element) -> Bool) -> Element?") {
      (list: [Value], f: FunctionValue) in
      try list.first { try f.call($0).bool } ?? .none
    }
    type.method("func count(where f: (Element) -> Bool) -> Int") {
      (list: [Value], f: FunctionValue) in
      try list.reduce(0) { try f.call($1).bool ? $0 + 1 : $0 }
    }
  }

  private func addOrdering(_ type: inout TypeBuilder<[Value]>) {
    type.method("func sorted() -> [Element] where Element: Comparable") { (list: [Value]) in
      list.sorted(by: Value.isLess)
    }
    type.method("func sorted(by f: (Element, Element) -> Bool) -> [Element]") {
      (list: [Value], f: FunctionValue) in try list.sorted { try f.call($0, $1).bool }
    }
    type.method("func min() -> Element? where Element: Comparable") { (list: [Value]) in
      list.min(by: Value.isLess) ?? .none
    }
    type.method("func max() -> Element? where Element: Comparable") { (list: [Value]) in
      list.max(by: Value.isLess) ?? .none
    }
    type.method("func min(by f: (Element, Element) -> Bool) -> Element?") {
      (list: [Value], f: FunctionValue) in try list.min { try f.call($0, $1).bool } ?? .none
    }
    type.method("func max(by f: (Element, Element) -> Bool) -> Element?") {
      (list: [Value], f: FunctionValue) in try list.max { try f.call($0, $1).bool } ?? .none
    }
  }

  private func addSlicing(_ type: inout TypeBuilder<[Value]>) {
    for (declaration, cut) in Self.cuts {
      type.method("func \(declaration) -> ArraySlice<Element>") { (list: [Value], count: Int) in
        guard count >= 0 else { throw HostFailure("there is no negative number of elements") }
        return cut(list, count)
      }
    }
    type.method("func last(where f: (Element) -> Bool) -> Element?") {
      (list: [Value], f: FunctionValue) in
      try list.last { try f.call($0).bool } ?? .none
    }
    addWhiles(&type, giving: "ArraySlice")
    addReversing(&type)
  }

  /// The same for what is walked through only: it gives what can be walked through only, too.
  private func addCutting(_ type: inout TypeBuilder<[Value]>) {
    for (declaration, cut) in Self.cuts {
      type.method("func \(declaration) -> Seq<Element>") { (list: [Value], count: Int) in
        guard count >= 0 else { throw HostFailure("there is no negative number of elements") }
        return cut(list, count)
      }
    }
    addWhiles(&type, giving: "Seq")
    addReversing(&type)
  }

  private func addWhiles(_ type: inout TypeBuilder<[Value]>, giving part: String) {
    type.method("func prefix(while f: (Element) -> Bool) -> \(part)<Element>") {
      (list: [Value], f: FunctionValue) in Array(try list.prefix { try f.call($0).bool })
    }
    type.method("func drop(while f: (Element) -> Bool) -> \(part)<Element>") {
      (list: [Value], f: FunctionValue) in Array(try list.drop { try f.call($0).bool })
    }
  }

  private func addReversing(_ type: inout TypeBuilder<[Value]>) {
    type.method("func reversed() -> Seq<Element>") { (list: [Value]) in Array(list.reversed()) }
    type.method("func reversed() -> [Element]") { (list: [Value]) in Array(list.reversed()) }
  }

  private static let cuts: [(String, @Sendable ([Value], Int) -> [Value])] = [
    ("prefix(_ count: Int)", { Array($0.prefix($1)) }),
    ("suffix(_ count: Int)", { Array($0.suffix($1)) }),
    ("dropFirst(_ count: Int = 1)", { Array($0.dropFirst($1)) }),
    ("dropLast(_ count: Int = 1)", { Array($0.dropLast($1)) }),
  ]

  // A slice's indices are those of its array, which a block's slice does not keep.
  private func addArrayOnly(_ type: inout TypeBuilder<[Value]>) {
    type.method("func firstIndex(of x: Element) -> Int? where Element: Equatable") {
      (list: [Value], x: Value) in list.firstIndex(of: x)
    }
    type.method("func firstIndex(where f: (Element) -> Bool) -> Int?") {
      (list: [Value], f: FunctionValue) in try list.firstIndex { try f.call($0).bool }
    }
    type.method("func lastIndex(where f: (Element) -> Bool) -> Int?") {
      (list: [Value], f: FunctionValue) in try list.lastIndex { try f.call($0).bool }
    }
    type.method("func lastIndex(of x: Element) -> Int? where Element: Equatable") {
      (list: [Value], x: Value) in list.lastIndex(of: x)
    }
    type.method(
      "func joined(separator: String = \"\") -> String where Element: StringProtocol"
    ) { (list: [Value], separator: String) in list.map(\.string).joined(separator: separator) }
  }
}
