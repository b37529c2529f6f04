/// Why a run ended early. `place` is filled in by the innermost code that knows where it is.
struct Stop: Error {
  var message: String
  var hint: String?
  var place: Place?

  init(_ message: String, hint: String? = nil, at place: Place? = nil) {
    self.message = message
    self.hint = hint
    self.place = place
  }

  static func overflow(at place: Place) -> Stop {
    Stop(
      "this number does not fit in Int", hint: "compute with Double, or with smaller numbers.",
      at: place)
  }

  static func divisionByZero(at place: Place) -> Stop {
    Stop("division by zero", hint: "ask first: 'if n != 0 { … }'.", at: place)
  }

  static func index(_ index: Int, count: Int, at place: Place?) -> Stop {
    count == 0
      ? Stop(
        "index \(index) is outside of an empty array", hint: "ask first: 'if !xs.isEmpty { … }'.",
        at: place)
      : Stop(
        "index \(index) is outside 0..<\(count)",
        hint: index < 0
          ? "count from the end with 'xs[xs.count - 1]', or take 'xs.last'."
          : "the first element is at 0, the last at \(count - 1).",
        at: place)
  }
}

/// A library function's word for “these arguments cannot work”; it is reported where the call
/// stands in the Markdown file.
package struct HostFailure: Error, Hashable, Sendable {
  package var message: String
  package var hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
