import SwiftOperators
import SwiftParser
import SwiftSyntax

/// The functions and types that blocks may use. What is not registered does not exist.
///
/// Each entry is a declaration in Swift's own words, bound to the function that it describes:
///
///     library.function("func linspace(from: Double, to: Double, count: Int = 100) -> [Double]",
///       within: ["count": 0...1_000_000], linspace)
///
/// Labels, defaults and types come from the text, and the types must agree with the function's;
/// where they do not, `problems` says so, and a test keeps it empty.
package struct Library: Sendable {
  var functions: [String: [HostFunction]] = [:]
  var types: [String: HostType] = [:]
  var constants: [String: HostConstant] = [:]
  /// What the closure of each result builder makes a list of.
  var builders: [String: StaticType] = [:]
  var modules: Set<String> = []
  private var names: [ObjectIdentifier: String] = [:]
  /// The module of each type, function and constant; nothing for Swift's own part.
  private(set) var homes: [String: String] = [:]
  private var current: String?

  /// Names whose declaration was refused: nothing more is said about their uses.
  var refused: Set<String> = []

  /// Where a declaration and its Swift function disagree, or a declaration cannot be read.
  package internal(set) var problems: [String] = []

  init() {}

  /// The name that a Swift type is registered under.
  func name(of type: Any.Type) -> String? { names[ObjectIdentifier(type)] }

  /// What a name on its own may be, in a fixed order.
  var globalNames: [String] {
    functions.keys.sorted() + types.keys.sorted() + constants.keys.sorted()
  }

  // MARK: - Functions and constants

  /// Registers a function. An Int argument outside its range in `within` is reported at the
  /// call, instead of reaching the function's precondition.
  package mutating func function<each P, R>(
    _ declaration: String, within ranges: [String: ClosedRange<Int>] = [:],
    _ body: @escaping @Sendable (repeat each P) throws -> R
  ) {
    add(bind(declaration, body).within(ranges, &problems))
  }

  /// Registers a function of one number, which loops then call unboxed.
  package mutating func function(
    _ declaration: String, _ body: @escaping @Sendable (Double) throws -> Double
  ) {
    var function = bind(declaration, body)
    function.unary = body
    add(function)
  }

  /// Registers a function that wants to know the block it is called from.
  package mutating func contextual<each P, R>(
    _ declaration: String, within ranges: [String: ClosedRange<Int>] = [:],
    _ body: @escaping @Sendable (BlockContext, repeat each P) throws -> R
  ) {
    add(bindContextual(declaration, body).within(ranges, &problems))
  }

  private mutating func add(_ function: HostFunction) {
    functions[function.signature.name, default: []].append(function)
    homes[function.signature.name] = current
  }

  package mutating func constant<T: Sendable>(_ name: String, _ value: T) {
    constants[name] = HostConstant(type: Bridge<T>.type(in: self)) { Bridge<T>.wrapper()(value) }
    homes[name] = current
  }

  /// A module that blocks may import. What is registered from here on is its own.
  package mutating func module(_ name: String) {
    modules.insert(name)
    current = name
  }

  // MARK: - Types

  /// Registers a type; `fill` gives it its initialisers and members, or more of them when the
  /// type is registered already.
  package mutating func type<T>(
    _: T.Type, named name: String? = nil, _ fill: (inout TypeBuilder<T>) -> Void = { _ in }
  ) {
    let name = name ?? "\(T.self)"
    if types[name] == nil { homes[name] = current }
    var type = types[name] ?? HostType(name: name)
    type.isEquatable = T.self is any Equatable.Type
    types[type.name] = type
    names[ObjectIdentifier(T.self)] = type.name
    extend(type.name, fill)
  }

  /// Gives more members to a type that is already there.
  mutating func extend<T>(_ name: String, _ fill: (inout TypeBuilder<T>) -> Void) {
    var builder = TypeBuilder<T>(library: self, type: types[name]!)
    fill(&builder)
    problems = builder.library.problems
    types[name] = builder.type
  }

  /// Registers an enumeration with its cases as implicit members.
  package mutating func enumeration<T: CaseIterable & Sendable>(
    _: T.Type, named name: String? = nil, _ fill: (inout TypeBuilder<T>) -> Void = { _ in }
  ) {
    type(T.self, named: name) { builder in
      for value in T.allCases { builder.constant("\(value)", value) }
      builder.type.cases = T.allCases.map { "\($0)" }
      fill(&builder)
    }
  }

  /// Registers a protocol: `library.protocol("Mark", (any Mark).self)`.
  package mutating func `protocol`<T>(_ name: String, _ existential: T.Type) {
    type(existential, named: name)
    types[name]!.isProtocol = true
  }

  /// Registers a result builder that turns a closure's body into a list of `element`.
  package mutating func resultBuilder(_ name: String, of element: String) {
    builders[name] = .named(element, [])
  }

  // MARK: - Declarations

  mutating func signature(_ declaration: String, of owner: HostType? = nil) -> Signature {
    let tree = OperatorTable.standardOperators.foldAll(Parser.parse(source: declaration)) { _ in }
    let item = tree.cast(SourceFileSyntax.self).statements.first?.item
    let reader = SignatureReader(library: self, base: 0)
    do {
      if let function = item?.as(FunctionDeclSyntax.self) { return try reader.signature(function) }
      if let initializer = item?.as(InitializerDeclSyntax.self), let owner {
        return try reader.signature(initializer, of: owner)
      }
      problems.append("'\(declaration)' is neither a function nor an initialiser")
    } catch {
      problems.append("'\(declaration)': \((error as? Mistake)?.message ?? "\(error)")")
    }
    return Signature()
  }
}
