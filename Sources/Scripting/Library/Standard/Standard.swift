extension Library {
  /// The part of Swift's own library that blocks may use, registered like everybody else's.
  package static let standard = Library(standardPart: ())

  private init(standardPart: ()) {
    self.init()
    for (name, parameters) in Self.containers {
      types[name] = HostType(name: name, parameters: parameters)
    }
    type(Bool.self)
    addStrings()
    addNumbers()
    addSequences()
    addArrays()
    addDictionaries()
    addOptionals()
  }

  private mutating func addOptionals() {
    extend("Optional") { (type: inout TypeBuilder<Value>) in
      type.initializer("init(_ x: Wrapped)") { (x: Value) in x }
      type.method("func map<T>(_ f: (Wrapped) -> T) -> T?") { (value: Value, f: FunctionValue) in
        value.isNone ? Value.none : try f.call(value)
      }
      type.method("func flatMap<T>(_ f: (Wrapped) -> T?) -> T?") {
        (value: Value, f: FunctionValue) in value.isNone ? Value.none : try f.call(value)
      }
    }
  }

  private static let containers: [(String, [String])] = [
    ("Any", []), ("Optional", ["Wrapped"]), ("Range", ["Bound"]), ("ClosedRange", ["Bound"]),
    ("Array", ["Element"]), ("ArraySlice", ["Element"]), ("Dictionary", ["Key", "Mapped"]),
    // What `zip`, `stride` and their like give: it can be looped over and mapped, nothing else,
    // whatever its true type is.
    ("Seq", ["Element"]),
    ("DictionaryKeys", ["Element"]), ("DictionaryValues", ["Element"]),
    ("String", []), ("Substring", []), ("Character", []),
  ]
}

/// The longest array or string that one call may make at once.
let longestResult = 10_000_000

func checkLength(_ count: Int, of what: String) throws {
  guard count >= 0 else { throw HostFailure("\(what) cannot have \(count) elements") }
  guard count <= longestResult else {
    throw HostFailure("\(what) of \(count) elements is too long; \(longestResult) is the limit")
  }
}
