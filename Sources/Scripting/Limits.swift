import Synchronization

/// What a page's program may use up. Every limit has a name, a reason and a message of its own.
package struct Limits: Sendable, Hashable {
  /// Bytes of one block: the parser's time grows with them, and a lesson's block is a screenful.
  package var sourceBytes = 16_384
  /// Open `(`, `[` and `{` together: the parser recurses on them.
  package var nesting = 64
  /// Open `[` alone: the parser needs time exponential in them.
  package var brackets = 8
  /// Levels of the syntax tree, operators in a row included: the checker recurses on them.
  package var depth = 256
  /// Expressions the checker may look at, overloads tried again included.
  package var checks = 50_000
  /// Mistakes that are reported of one page; more than these help nobody.
  package var mistakes = 50
  /// Loop turns and calls of one block: stops an endless loop after about four seconds, and at
  /// the same step on every machine.
  package var steps = 50_000_000
  /// Elements that one block's arrays and strings may be made of, all together.
  package var values = 20_000_000
  /// Bytes that one block may print.
  package var outputBytes = 1_000_000
  /// Figures and tables that one block may show.
  package var shows = 200
  /// Seconds of wall time for one block: the net below `steps`, for slow library calls.
  package var seconds = 20.0
  /// Bytes of stack for the page's program: bounds how deep its functions may call.
  package var stackBytes = 64 << 20
  /// Bytes of memory for the process that a page runs in: the net below `values`, for what the
  /// library asks for.
  package var memoryBytes = 2 << 30

  package init() {}
}

/// Stops a running page from another thread.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  package init() {}

  package func cancel() { flag.store(true, ordering: .relaxed) }

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
