/// Swift types that have a `Value` of their own. Every other type travels in a `HostBox` and
/// needs nothing.
protocol Bridged: SendableMetatype {
  static func staticType(in library: Library) -> StaticType
  static func unwrapped(_ value: Value) throws -> Self
  var wrapped: Value { get }
}

extension Int: Bridged {
  static func staticType(in _: Library) -> StaticType { .int }
  static func unwrapped(_ value: Value) -> Int { value.int }
  var wrapped: Value { .int(self) }
}

extension Double: Bridged {
  static func staticType(in _: Library) -> StaticType { .double }
  static func unwrapped(_ value: Value) -> Double { value.double }
  var wrapped: Value { .double(self) }
}

extension Bool: Bridged {
  static func staticType(in _: Library) -> StaticType { .bool }
  static func unwrapped(_ value: Value) -> Bool { value.bool }
  var wrapped: Value { .bool(self) }
}

extension String: Bridged {
  static func staticType(in _: Library) -> StaticType { .string }
  static func unwrapped(_ value: Value) -> String { value.string }
  var wrapped: Value { .string(self) }
}

extension Character: Bridged {
  static func staticType(in _: Library) -> StaticType { .character }
  static func unwrapped(_ value: Value) -> Character { Character(value.string) }
  var wrapped: Value { .string(String(self)) }
}

extension Substring: Bridged {
  static func staticType(in _: Library) -> StaticType { .substring }
  static func unwrapped(_ value: Value) -> Substring { value.string[...] }
  var wrapped: Value { .string(String(self)) }
}

/// In a generic library function, `Value` itself stands for the type parameter.
extension Value: Bridged {
  static func staticType(in _: Library) -> StaticType { .any }
  static func unwrapped(_ value: Value) -> Value { value }
  var wrapped: Value { self }
}

extension FunctionValue: Bridged {
  static func staticType(in _: Library) -> StaticType { .any }
  static func unwrapped(_ value: Value) -> Self { value.function as! Self }
  var wrapped: Value { .function(self) }
}

extension Array: Bridged {
  static func staticType(in library: Library) -> StaticType {
    .array(Bridge<Element>.type(in: library))
  }

  static func unwrapped(_ value: Value) throws -> [Element] {
    if Element.self == Value.self, let whole = value.array as? [Element] { return whole }
    return try value.array.map(Bridge<Element>.unwrapper())
  }

  var wrapped: Value { .array(map(Bridge<Element>.wrapper())) }
}

extension Optional: Bridged {
  static func staticType(in library: Library) -> StaticType {
    .optional(Bridge<Wrapped>.type(in: library))
  }

  static func unwrapped(_ value: Value) throws -> Wrapped? {
    value.isNone ? nil : try Bridge<Wrapped>.unwrapper()(value)
  }

  var wrapped: Value { map(Bridge<Wrapped>.wrapper()) ?? .none }
}

extension ClosedRange: Bridged {
  static func staticType(in library: Library) -> StaticType {
    .named("ClosedRange", [Bridge<Bound>.type(in: library)])
  }

  static func unwrapped(_ value: Value) throws -> ClosedRange {
    let unwrap = Bridge<Bound>.unwrapper()
    return try unwrap(value.tuple[0])...unwrap(value.tuple[1])
  }

  var wrapped: Value {
    let wrap = Bridge<Bound>.wrapper()
    return .tuple([wrap(lowerBound), wrap(upperBound)])
  }
}

extension Range: Bridged {
  static func staticType(in library: Library) -> StaticType {
    .named("Range", [Bridge<Bound>.type(in: library)])
  }

  static func unwrapped(_ value: Value) throws -> Range {
    let unwrap = Bridge<Bound>.unwrapper()
    return try unwrap(value.tuple[0])..<unwrap(value.tuple[1])
  }

  var wrapped: Value {
    let wrap = Bridge<Bound>.wrapper()
    return .tuple([wrap(lowerBound), wrap(upperBound)])
  }
}

/// A block's closure as a library function takes it: `Fn<Double, Int>` for `(Int) -> Double`.
package struct Fn<Result, each Argument>: Bridged {
  let function: FunctionValue

  package func callAsFunction(_ argument: repeat each Argument) throws -> Result {
    var values: [Value] = []
    for (wrap, argument) in repeat (Bridge<each Argument>.wrapper(), each argument) {
      values.append(wrap(argument))
    }
    return try Bridge<Result>.unwrapper()(function.call(values))
  }

  static func staticType(in library: Library) -> StaticType {
    var parameters: [StaticType] = []
    for type in repeat Bridge<each Argument>.type(in: library) { parameters.append(type) }
    return .function(parameters, Bridge<Result>.type(in: library))
  }

  static func unwrapped(_ value: Value) -> Fn { Fn(function: value.function) }
  var wrapped: Value { .function(function) }
}

/// How one Swift type goes into a `Value` and comes out of it.
enum Bridge<T> {
  static func type(in library: Library) -> StaticType {
    if T.self == Void.self { return .void }
    if let bridged = T.self as? any Bridged.Type { return bridged.staticType(in: library) }
    return .named(library.name(of: T.self) ?? "unregistered \(T.self)", [])
  }

  static func unwrapper() -> @Sendable (Value) throws -> T {
    // The common ones without the detour through an existential.
    if T.self == Double.self { return { $0.double as! T } }
    if T.self == Int.self { return { $0.int as! T } }
    if T.self == Value.self { return { $0 as! T } }
    if let bridged = T.self as? any Bridged.Type { return open(bridged) }
    return { value in
      if let box = value.host as? Box<T> { return box.value }
      guard let inner = value.host.any as? T else { return value.mismatch() }
      return inner
    }
  }

  private static func open<B: Bridged>(_: B.Type) -> @Sendable (Value) throws -> T {
    { try B.unwrapped($0) as! T }
  }

  static func wrapper() -> @Sendable (T) -> Value {
    if T.self == Void.self { return { _ in .void } }
    if T.self == Double.self { return { .double($0 as! Double) } }
    if T.self is any Bridged.Type { return { ($0 as! any Bridged).wrapped } }
    return { .host(Box($0)) }
  }
}

struct Unwrapper<T>: Sendable {
  let unwrap: @Sendable (Value) throws -> T = Bridge<T>.unwrapper()
}
