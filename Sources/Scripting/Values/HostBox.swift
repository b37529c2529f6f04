/// A value of a library type. The box gives it Swift's value semantics: it is changed in place
/// while nobody else holds it, and copied before a change otherwise.
package class HostBox {
  var any: Any { preconditionFailure("an empty box") }
  func equals(_ other: HostBox) -> Bool { self === other }
}

final class Box<T>: HostBox {
  var value: T

  init(_ value: T) { self.value = value }

  override var any: Any { value }

  override func equals(_ other: HostBox) -> Bool {
    func isEqual<E: Equatable>(_ value: E) -> Bool { other.any as? E == value }
    if let value = value as? any Equatable { return isEqual(value) }
    return self === other
  }
}

extension Value {
  /// Changes the boxed library value, after a copy when the box is shared.
  mutating func withHost<T, R>(_: T.Type, _ body: (inout T) throws -> R) rethrows -> R {
    guard var box = host as? Box<T> else { return mismatch() }
    self = .void
    if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
    defer { self = .host(box) }
    return try body(&box.value)
  }
}
