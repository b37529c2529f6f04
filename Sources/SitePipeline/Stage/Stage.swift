import Diagnostics
import Lab
import Scripting

/// A page to run, and what its results depend on beside the page: the engine is the one that runs.
package struct WorkOrder: Hashable, Sendable {
  package var page: LessonPage
  package var limits: Limits
  /// The hash of the fonts that figures are to be lettered with.
  package var fontKey: String
}

/// Where pages run: in this process, or in one of their own that may die without harm.
///
/// A value that is passed in, as the store is: the phases know no processes.
package struct Stage: Sendable {
  package var perform: @Sendable (WorkOrder) -> Diagnosed<Performance>
  /// Ends at once what is being performed; its results are worth nothing.
  package var cancel: @Sendable () -> Void

  package init(
    perform: @escaping @Sendable (WorkOrder) -> Diagnosed<Performance>,
    cancel: @escaping @Sendable () -> Void = {}
  ) {
    self.perform = perform
    self.cancel = cancel
  }

  /// The same stage, which performs no page twice.
  var performingOnce: Stage {
    let done = Memo<WorkOrder, Diagnosed<Performance>>()
    return Stage(
      perform: { order in done.value(for: order) { perform(order) } }, cancel: cancel)
  }
}
