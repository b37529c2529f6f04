import Synchronization

/// Values that many pages ask for, each made once.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])
  /// What is asked for again is taken from here, and the rest is forgotten with it.
  private let earlier: [Key: Value]

  /// - Parameter last: has values that were made before.
  init(after last: Memo? = nil) {
    earlier = last?.known.withLock { $0 } ?? [:]
  }

  /// The value for `key`; two pages that ask at once may both make it, and come to the same.
  func value(for key: Key, _ make: () -> Value) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    let value = earlier[key] ?? make()
    known.withLock { $0[key] = value }
    return value
  }

  /// Takes over what another memo knows, but for some keys.
  func takeOver(_ other: Memo, but forgotten: Set<Key> = []) {
    let values = other.known.withLock { $0 }.filter { !forgotten.contains($0.key) }
    known.withLock { $0.merge(values) { own, _ in own } }
  }
}
