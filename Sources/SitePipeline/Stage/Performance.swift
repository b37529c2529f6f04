import Diagnostics
import Lab

/// What came of a lesson's blocks: what they said, and their figures, drawn.
package struct Performance: Sendable {
  package var run: PageRun
  package var figures: [Illustration]
  package var reports: [FigureReport]
  /// A mistake kept some of its figures from being drawn.
  var isUnfinished = false
}

extension Performance {
  /// Of all figures: pictures and their numbers.
  var files: [BuiltSite.File] {
    figures.flatMap { figure in
      [figure.page.light, figure.page.dark, figure.phone.light, figure.phone.dark, figure.table]
    }
  }

  /// As it is when the next build finds it.
  var settled: Performance {
    var settled = self
    for number in reports.indices { settled.reports[number].reason = nil }
    return settled
  }
}

/// Whether a figure was drawn in this build, and why.
package struct FigureReport: Hashable, Sendable {
  package var label: String
  /// Nil when the picture came from the store.
  package var reason: String?

  /// “fig-decay: ran: its program changed”.
  package var text: String {
    reason.map { "\(label): ran: \($0)" }
      ?? "\(label): from the store, nothing it depends on changed"
  }
}

extension Performance {
  /// Of a page whose blocks did nothing.
  init(nothingOf planned: [BlockRun], on page: LessonPage) {
    let bindings = page.items.count { item in
      if case .binding = item { true } else { false }
    }
    self.init(
      run: PageRun(blocks: planned, bindings: [String?](repeating: nil, count: bindings)),
      figures: [], reports: [])
  }
}
