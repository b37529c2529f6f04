extension Library {
  /// A dictionary's order changes from run to run, so blocks get at its keys and values only in
  /// ways that do not depend on it.
  mutating func addDictionaries() {
    extend("Dictionary") { (type: inout TypeBuilder<Value>) in
      type.initializer("init()") { .dictionary([:]) }
    }
    for name in ["DictionaryKeys", "DictionaryValues"] {
      extend(name) { (type: inout TypeBuilder<[Value]>) in
        type.method("func sorted() -> [Element] where Element: Comparable") { (list: [Value]) in
          list.sorted(by: Value.isLess)
        }
        type.method("func min() -> Element? where Element: Comparable") { (list: [Value]) in
          list.min(by: Value.isLess) ?? .none
        }
        type.method("func max() -> Element? where Element: Comparable") { (list: [Value]) in
          list.max(by: Value.isLess) ?? .none
        }
        type.method("func contains(_ x: Element) -> Bool where Element: Equatable") {
          (list: [Value], x: Value) in list.contains(x)
        }
        type.property("count", \.count)
        type.property("isEmpty", \.isEmpty)
      }
    }
  }
}
