/// Registers what belongs to one type.
package struct TypeBuilder<T> {
  var library: Library
  var type: HostType

  package mutating func initializer<each P>(
    _ declaration: String, within ranges: [String: ClosedRange<Int>] = [:],
    _ body: @escaping @Sendable (repeat each P) throws -> T
  ) {
    let function = library.bind(declaration, of: type, body)
    type.initializers.append(function.within(ranges, &library.problems))
  }

  /// An initialiser that gives nil for what it cannot read: `init?(_ text: String)`.
  package mutating func failableInitializer<each P>(
    _ declaration: String, _ body: @escaping @Sendable (repeat each P) throws -> T?
  ) {
    type.initializers.append(library.bind(declaration, of: type, body))
  }

  /// An initialiser that wants to know the block it is called from.
  package mutating func contextualInitializer<each P>(
    _ declaration: String, within ranges: [String: ClosedRange<Int>] = [:],
    _ body: @escaping @Sendable (BlockContext, repeat each P) throws -> T
  ) {
    let function = library.bindContextual(declaration, of: type, body)
    type.initializers.append(function.within(ranges, &library.problems))
  }

  /// A method; the receiver is the closure's first parameter.
  package mutating func method<each P, R>(
    _ declaration: String, within ranges: [String: ClosedRange<Int>] = [:],
    _ body: @escaping @Sendable (T, repeat each P) throws -> R
  ) {
    let function = library.bind(declaration, of: type, receivers: 1, body)
    add(function.within(ranges, &library.problems))
  }

  /// A method that wants to know the block it is called from: context first, then receiver.
  package mutating func contextualMethod<each P, R>(
    _ declaration: String, within ranges: [String: ClosedRange<Int>] = [:],
    _ body: @escaping @Sendable (BlockContext, T, repeat each P) throws -> R
  ) {
    let function = library.bindContextual(declaration, of: type, receivers: 1, body)
    add(function.within(ranges, &library.problems))
  }

  /// A method that changes its receiver. It must not take a closure of the block's: that could
  /// read the receiver while it is being changed.
  package mutating func mutating<each P, R>(
    _ declaration: String, within ranges: [String: ClosedRange<Int>] = [:],
    _ body: @escaping @Sendable (inout T, repeat each P) throws -> R
  ) {
    let signature = library.signature("mutating " + declaration, of: type)
    if signature.parameters.contains(where: \.takesFunction) {
      library.problems.append("'\(declaration)' changes its receiver and takes a closure")
    }
    var actual: [StaticType] = []
    for type in repeat Bridge<each P>.type(in: library) { actual.append(type) }
    library.compare(declaration, signature, actual[...], Bridge<R>.type(in: library))
    let unwrap = (repeat Unwrapper<each P>())
    let wrap = Bridge<R>.wrapper()
    var function = HostFunction(signature, text: "mutating " + declaration) { _, _ in .void }
    function.mutate = { _, receiver, arguments in
      try receiver.withHost(T.self) { value in
        var rest = Arguments(arguments)
        return wrap(try body(&value, repeat rest.next(each unwrap)))
      }
    }
    add(function.within(ranges, &library.problems))
  }

  package mutating func `static`<each P, R>(
    _ declaration: String, within ranges: [String: ClosedRange<Int>] = [:],
    _ body: @escaping @Sendable (repeat each P) throws -> R
  ) {
    let function = library.bind(declaration, of: type, body).within(ranges, &library.problems)
    type.statics[function.signature.name, default: []].append(function)
  }

  /// A static value: `.sgd`, `Double.pi`.
  package mutating func constant<V: Sendable>(_ name: String, _ value: V) {
    type.constants[name] = HostConstant(type: Bridge<V>.type(in: library)) {
      Bridge<V>.wrapper()(value)
    }
  }

  package mutating func property<V>(_ name: String, _ path: KeyPath<T, V> & Sendable) {
    type.properties[name] = readOnly(path)
  }

  /// A property that blocks may also change.
  package mutating func property<V>(_ name: String, _ path: WritableKeyPath<T, V> & Sendable) {
    var property = readOnly(path)
    let unwrap = Bridge<V>.unwrapper()
    property.set = { receiver, value in
      let value = try unwrap(value)
      receiver.withHost(T.self) { $0[keyPath: path] = value }
    }
    type.properties[name] = property
  }

  private func readOnly<V>(_ path: KeyPath<T, V> & Sendable) -> HostProperty {
    let wrap = Bridge<V>.wrapper()
    let unwrap = Bridge<T>.unwrapper()
    return HostProperty(type: Bridge<V>.type(in: library)) { receiver in
      wrap(try unwrap(receiver)[keyPath: path])
    }
  }

  /// A property that is computed by a closure, and that may fail.
  package mutating func property<V>(
    _ name: String, computed: @escaping @Sendable (T) throws -> V
  ) {
    let wrap = Bridge<V>.wrapper()
    let unwrap = Bridge<T>.unwrapper()
    type.properties[name] = HostProperty(type: Bridge<V>.type(in: library)) { receiver in
      wrap(try computed(try unwrap(receiver)))
    }
  }

  package mutating func conforms(to name: String) { type.protocols.insert(name) }

  private mutating func add(_ function: HostFunction) {
    type.methods[function.signature.name, default: []].append(function)
  }
}
