extension Library {
  /// A dictionary's order changes from run to run, so blocks get at its keys and values only in
  /// ways that do not depend on it.
  mutating func addDictionaries() {
    extend("Dictionary") { (type: inout TypeBuilder<Value>) in
      type.initializer("init()") { .dictionary([:]) }
      Self.addMakers(&type)
      // In the order of the keys, so that a closure that prints does so in the same order always.
      type.method("func mapValues<T>(_ f: (Mapped) -> T) -> [Key: T] where Key: Comparable") {
        (dictionary: Value, f: FunctionValue) in
        var mapped = dictionary.dictionary
        for key in mapped.keys.sorted(by: Value.isLess) { mapped[key] = try f.call(mapped[key]!) }
        return Value.dictionary(mapped)
      }
    }
    addRemoval()
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

  private static func addMakers(_ type: inout TypeBuilder<Value>) {
    type.initializer("init(uniqueKeysWithValues pairs: Seq<(Key, Mapped)>) where Key: Hashable") {
      (pairs: [Value]) in
      var entries: [Value: Value] = [:]
      for pair in pairs.map(\.tuple)
      where entries.updateValue(pair[1], forKey: pair[0]) != nil {
        throw HostFailure("two entries of this dictionary have the same key")
      }
      return .dictionary(entries)
    }
    type.initializer(
      "init<E>(grouping elements: Seq<E>, by f: (E) -> Key) where Key: Hashable"
    ) { (elements: [Value], f: FunctionValue) in
      var groups: [Value: [Value]] = [:]
      for element in elements { groups[try f.call(element), default: []].append(element) }
      return .dictionary(groups.mapValues { .array($0) })
    }
    let last = type.type.initializers.count - 1
    type.type.initializers[last].signature.result = .named(
      "Dictionary", [.named("Key", []), .array(.named("E", []))])
  }

  private mutating func addRemoval() {
    let text = "@discardableResult mutating func removeValue(forKey key: Key) -> Mapped?"
    var function = HostFunction(signature(text), text: text) { _, _ in .void }
    function.mutate = { _, receiver, arguments in
      receiver.withDictionary { $0.removeValue(forKey: arguments[0]) ?? .none }
    }
    types["Dictionary"]!.methods["removeValue"] = [function]
  }
}
