import Diagnostics
import Lab

/// What a caller needs when an order does not end as it should.
extension WorkOrder {
  /// The page as if its blocks had done nothing.
  package func failed(with diagnostic: Diagnostic) -> Diagnosed<Performance> {
    let plan = PageRunner.plan(page)
    return Diagnosed(
      Performance(nothingOf: plan.value, on: page), plan.diagnostics + [diagnostic])
  }

  /// Where the block with this label stands; the page's first one when there is no such block.
  package func span(of label: String?) -> Span? {
    let blocks = PageRunner.plan(page).value
    return (blocks.first { $0.label == label } ?? blocks.first)?.options.labelSpan
  }

  package func performance(
    archived bytes: [UInt8]
  ) throws(ArchiveReader.Damaged) -> Diagnosed<Performance> {
    try PerformanceArchive.performance(archived: bytes, of: PageRunner.plan(page).value)
  }
}
