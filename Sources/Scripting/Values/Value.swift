/// A value at run time.
///
/// An optional is `.none` or the value itself (the checker refuses optionals of optionals), a
/// range is a `.tuple` of its bounds, a block's own struct is a `.tuple` of its properties, and a
/// character or a part of a string is a `.string`.
package enum Value {
  case void, none
  case bool(Bool), int(Int), double(Double), string(String)
  case array([Value]), tuple([Value]), dictionary([Value: Value])
  case function(FunctionValue), host(HostBox)
}

// The checker has proved the shape, so these fail only when the checker is wrong.
extension Value {
  @inline(__always) var int: Int { if case .int(let x) = self { x } else { mismatch() } }
  @inline(__always) var double: Double { if case .double(let x) = self { x } else { mismatch() } }
  @inline(__always) var bool: Bool { if case .bool(let x) = self { x } else { mismatch() } }
  @inline(__always) var array: [Value] { if case .array(let x) = self { x } else { mismatch() } }
  var string: String { if case .string(let x) = self { x } else { mismatch() } }
  var tuple: [Value] { if case .tuple(let x) = self { x } else { mismatch() } }
  var dictionary: [Value: Value] { if case .dictionary(let x) = self { x } else { mismatch() } }
  var function: FunctionValue { if case .function(let x) = self { x } else { mismatch() } }
  var host: HostBox { if case .host(let x) = self { x } else { mismatch() } }
  var isNone: Bool { if case .none = self { true } else { false } }

  @inline(never) func mismatch<T>() -> T {
    preconditionFailure("the checker let a value of another type through: \(self)")
  }

  // Each of these moves the payload out, so that a unique one is changed in place.

  @inline(__always)
  mutating func withArray<R>(_ body: (inout [Value]) throws -> R) rethrows -> R {
    var elements = array
    self = .void
    defer { self = .array(elements) }
    return try body(&elements)
  }

  mutating func withString(_ body: (inout String) -> Void) {
    var text = string
    self = .void
    body(&text)
    self = .string(text)
  }

  mutating func withTuple<R>(_ body: (inout [Value]) throws -> R) rethrows -> R {
    var parts = tuple
    self = .void
    defer { self = .tuple(parts) }
    return try body(&parts)
  }

  mutating func withDictionary<R>(_ body: (inout [Value: Value]) throws -> R) rethrows -> R {
    var entries = dictionary
    self = .void
    defer { self = .dictionary(entries) }
    return try body(&entries)
  }
}

extension Value: Hashable {
  package static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.void, .void), (.none, .none): true
    case (.bool(let x), .bool(let y)): x == y
    case (.int(let x), .int(let y)): x == y
    case (.double(let x), .double(let y)): x == y
    case (.string(let x), .string(let y)): x == y
    case (.array(let x), .array(let y)), (.tuple(let x), .tuple(let y)): x == y
    case (.dictionary(let x), .dictionary(let y)): x == y
    case (.host(let x), .host(let y)): x.equals(y)
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .int(let x): hasher.combine(x)
    case .string(let x): hasher.combine(x)
    case .double(let x): hasher.combine(x)
    case .bool(let x): hasher.combine(x)
    case .tuple(let x), .array(let x): hasher.combine(x)
    // Equal values of the other kinds may share a bucket.
    default: hasher.combine(0)
    }
  }

  /// The order of `Comparable`, for the types that the checker lets compare.
  static func isLess(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.int(let x), .int(let y)): x < y
    case (.double(let x), .double(let y)): x < y
    case (.string(let x), .string(let y)): x < y
    default: left.mismatch()
    }
  }

  /// `left <= right`: false when one of them is not a number.
  static func isAtMost(_ left: Value, _ right: Value) -> Bool {
    isLess(left, right) || left == right
  }
}
