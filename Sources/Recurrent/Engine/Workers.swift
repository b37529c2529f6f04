#if canImport(Dispatch) && !hasFeature(Embedded)
import Dispatch
#endif

/// Work that is split by what it writes: no sum is ever shared, so the number of threads changes no
/// bit.
package struct Workers: Sendable {
  let threads: Int

  package init(threads: Int) { self.threads = threads }

  /// Calls `body` with ranges that make up 0..<count, at once on as many threads as there are.
  ///
  /// - Parameter step: ranges begin at multiples of this.
  func split(_ count: Int, by step: Int = 1, _ body: (Range<Int>) -> Void) {
    let parts = min(threads, (count + step - 1) / step)
    guard parts > 1 else { return body(0..<count) }
    #if canImport(Dispatch) && !hasFeature(Embedded)
    let size = ((count + parts - 1) / parts + step - 1) / step * step
    withoutActuallyEscaping(body) { body in
      // The closure only reads what it closes over, and each range is written by one thread.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let start = min(part * size, count)
        body(start..<min(start + size, count))
      }
    }
    #else
    body(0..<count)
    #endif
  }
}
