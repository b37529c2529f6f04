/// The best value a phase could make, and what was wrong on the way.
///
/// An author's mistakes are returned like this and never thrown, so that one run reports all of
/// them; `throws` is for the world failing (a full disk), a precondition for us failing.
public struct Diagnosed<Value> {
  public var value: Value
  public var diagnostics: [Diagnostic]

  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Diagnosed<Other> {
    Diagnosed<Other>(try transform(value), diagnostics)
  }

  /// The next phase, its mistakes after these.
  public func then<Other>(
    _ next: (Value) throws -> Diagnosed<Other>
  ) rethrows -> Diagnosed<Other> {
    let result = try next(value)
    return Diagnosed<Other>(result.value, diagnostics + result.diagnostics)
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
extension Diagnosed: Equatable where Value: Equatable {}
