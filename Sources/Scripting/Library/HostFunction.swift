/// A library function: its declaration, and how it is called.
struct HostFunction: Sendable {
  typealias Call = @Sendable (Run, [Value]) throws -> Value
  typealias Mutate = @Sendable (Run, inout Value, [Value]) throws -> Value
  typealias Rebuild = @Sendable (Run, Value, [Value]) throws -> Value
  typealias Inline = @Sendable (Checked, Place) -> Checked?

  var signature: Signature
  /// The declaration as it was registered.
  var text: String
  var call: Call
  /// `call` gets a method's receiver before the declared arguments.
  var takesReceiver = false
  /// Calls a mutating method on the receiver, in place.
  var mutate: Mutate?
  /// Gives what the receiver becomes. For mutating methods that take a closure of the block's: it
  /// runs while the receiver is in its place, because the closure may read it.
  var rebuild: Rebuild?
  /// The same function unboxed, when it takes and gives one Double.
  var unary: (@Sendable (Double) throws -> Double)?
  /// Unboxed code for the conversions that loops are full of.
  var inline: Inline?

  init(_ signature: Signature, text: String, call: @escaping Call) {
    self.signature = signature
    self.text = text
    self.call = call
  }

  /// The same with Int arguments held to `ranges`, so that a library's precondition cannot fail.
  /// A range goes by the label that an author writes, or by the name where there is no label; one
  /// that is neither's guards nothing, and is a problem.
  func within(
    _ ranges: [String: ClosedRange<Int>], _ problems: inout [String]
  ) -> HostFunction {
    guard !ranges.isEmpty else { return self }
    let known = Set(signature.parameters.map { $0.label ?? $0.name })
    for name in ranges.keys.sorted() where !known.contains(name) {
      problems.append("'\(text)' has no '\(name)' to hold to a range")
    }
    let first = takesReceiver ? 1 : 0
    var checks: [RangeGuards.Check] = []
    for (index, parameter) in signature.parameters.enumerated() {
      let name = parameter.label ?? parameter.name
      guard let range = ranges[name] else { continue }
      checks.append(RangeGuards.Check(index: index + first, name: name, range: range))
    }
    let guards = RangeGuards(checks)
    var guarded = self
    guarded.call = { [call] run, arguments in
      try guards.check(arguments)
      return try call(run, arguments)
    }
    if let mutate {
      guarded.mutate = { run, receiver, arguments in
        try guards.check(arguments)
        return try mutate(run, &receiver, arguments)
      }
    }
    return guarded
  }
}

/// Ranges that Int arguments are held to.
private struct RangeGuards: Sendable {
  struct Check: Sendable {
    var index: Int
    var name: String
    var range: ClosedRange<Int>
  }

  private let checks: [Check]

  init(_ checks: [Check]) { self.checks = checks }

  func check(_ arguments: [Value]) throws {
    for check in checks {
      guard case .int(let given) = arguments[check.index], !check.range.contains(given) else {
        continue
      }
      let (lower, upper) = (check.range.lowerBound, check.range.upperBound)
      let bounds = upper == .max ? "at least \(lower)" : "in \(lower)...\(upper)"
      throw HostFailure("'\(check.name)' must be \(bounds), not \(given)")
    }
  }
}

/// A property of a library type, or of a block's own struct.
struct HostProperty: Sendable {
  var type: StaticType
  var get: @Sendable (Value) throws -> Value
  var set: (@Sendable (inout Value, Value) throws -> Void)?
}

/// A value with a name. It is made anew for each use, because a box may not be shared between
/// threads.
struct HostConstant: Sendable {
  var type: StaticType
  var make: @Sendable () -> Value
}

/// A type that blocks may name: the library's, or a block's own struct.
struct HostType: Sendable {
  var name: String
  var parameters: [String] = []
  /// The stored properties of a block's own struct, in order.
  var fields: [String]?
  /// The cases of an enumeration, in order.
  var cases: [String]?
  var initializers: [HostFunction] = []
  var methods: [String: [HostFunction]] = [:]
  var statics: [String: [HostFunction]] = [:]
  var constants: [String: HostConstant] = [:]
  var properties: [String: HostProperty] = [:]
  var protocols: Set<String> = []
  var isProtocol = false
  var isEquatable = false

  /// What can follow the dot after a value, in a fixed order.
  var memberNames: [String] { methods.keys.sorted() + properties.keys.sorted() }

  /// What can follow the dot after the type's name.
  var staticNames: [String] { constants.keys.sorted() + statics.keys.sorted() }
}
