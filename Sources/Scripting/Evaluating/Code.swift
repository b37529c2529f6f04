typealias Code = (Frame) throws -> Value

/// How a statement ended.
enum Flow {
  case next, breaks, continues, returns
  /// On its way to the loop whose label `Run.leaving` names.
  case leaves

  /// Whether a loop passes it on to what is around it.
  @inline(__always) var isPassedOn: Bool { self == .returns || self == .leaves }
}
typealias Statement = (Frame) throws -> Flow

// A closure that is kept in an optional or an array is called through two thunks, one that is
// kept in a struct is not: four times faster in the innermost loops.
struct IntCode { let call: (Frame) throws -> Int }
struct DoubleCode { let call: (Frame) throws -> Double }
struct BoolCode { let call: (Frame) throws -> Bool }
struct Step { let run: Statement }

/// A checked expression: its type and its code. Numbers and truth values also come unboxed,
/// which is what makes loops fast.
struct Checked {
  var type: StaticType
  var run: Code
  var int: IntCode?
  var double: DoubleCode?
  var bool: BoolCode?

  init(_ type: StaticType, _ run: @escaping Code) {
    self.type = type
    self.run = run
  }

  init(int code: @escaping (Frame) throws -> Int) {
    self.init(.int) { .int(try code($0)) }
    int = IntCode(call: code)
  }

  init(double code: @escaping (Frame) throws -> Double) {
    self.init(.double) { .double(try code($0)) }
    double = DoubleCode(call: code)
  }

  init(bool code: @escaping (Frame) throws -> Bool) {
    self.init(.bool) { .bool(try code($0)) }
    bool = BoolCode(call: code)
  }

  init(constant value: Value, of type: StaticType) {
    switch value {
    case .int(let x) where type == .int: self.init(int: { _ in x })
    case .double(let x) where type == .double: self.init(double: { _ in x })
    case .bool(let x) where type == .bool: self.init(bool: { _ in x })
    default: self.init(type) { _ in value }
    }
  }

  /// Something already reported.
  static var mistaken: Checked { Checked(.mistaken) { _ in .void } }
}

extension Checked {
  var asInt: (Frame) throws -> Int {
    if let int { return int.call }
    let run = run
    return { try run($0).int }
  }

  var asDouble: (Frame) throws -> Double {
    if let double { return double.call }
    let run = run
    return { try run($0).double }
  }

  var asBool: (Frame) throws -> Bool {
    if let bool { return bool.call }
    let run = run
    return { try run($0).bool }
  }

  /// The same code under another name of its type; only the checker knows when that is true.
  func retyped(_ type: StaticType) -> Checked {
    guard type != self.type else { return self }
    return Checked(type, run)
  }
}
