import Diagnostics

/// What is known of a page before anything runs.
package struct PageCheck: Sendable {
  /// Everything that is wrong, in source order; what `mayFail` blocks show on purpose is left out.
  package var diagnostics: [Diagnostic]
  /// The same for each block, in page order, with the `mayFail` blocks' own.
  package var blocks: [[Diagnostic]]
  /// For each block the earlier blocks whose names it uses, directly or through others: what a
  /// figure's key must cover besides the block's own text.
  package var dependencies: [[Int]]
}

/// What running a page gave.
package struct PageResult: Sendable {
  package var blocks: [BlockResult]
  package var expressions: [ExpressionResult]
  /// Everything that was wrong, in source order; what `mayFail` blocks show on purpose is left
  /// out.
  package var diagnostics: [Diagnostic]
}

package struct BlockResult: Sendable {
  package enum State: Sendable, Hashable {
    case finished
    /// A mistake was found before or while it ran.
    case failed
    /// It did not run, because something before it (or anywhere, before the run) was wrong.
    case skipped
  }

  package var label: String
  package var state = State.skipped
  /// What the library was told to show, in order.
  package var shown: [any Sendable] = []
  package var printed = ""
  package var diagnostics: [Diagnostic] = []
  /// Loop turns and calls: the same on every machine.
  package var steps = 0
}

package struct ExpressionResult: Sendable {
  package var source: ExpressionSource
  /// What `print` would write, or nil when there is no value.
  package var text: String?
  package var value: ExpressionValue?
  /// Of a comparison (`halfLife < 20`): both sides as text, to say what a failed claim met.
  package var sides: [String] = []
  package var diagnostics: [Diagnostic] = []
}

/// A value as the rest of the program may look at it.
package enum ExpressionValue: Sendable, Hashable {
  case bool(Bool), int(Int), double(Double), string(String)
  /// Of any other type: its text says more.
  case other

  init(_ value: Value) {
    self =
      switch value {
      case .bool(let x): .bool(x)
      case .int(let x): .int(x)
      case .double(let x): .double(x)
      case .string(let x): .string(x)
      default: .other
      }
  }
}
