import Synchronization

/// Values that many pages ask for, each made once.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])
  /// What is asked for again is taken from here, and the rest is forgotten with it.
  private let earlier: [Key: Value]

  /// - Parameters:
  ///   - last: has values that were made before.
  ///   - changed: those that are no longer right.
  init(after last: Memo? = nil, but changed: Set<Key> = []) {
    let values = last?.known.withLock { $0 } ?? [:]
    earlier = changed.isEmpty ? values : values.filter { !changed.contains($0.key) }
  }

  /// The value for `key`; two pages that ask at once may both make it, and come to the same.
  func value(for key: Key, _ make: () -> Value) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    let value = earlier[key] ?? make()
    known.withLock { $0[key] = value }
    return value
  }
}
