#if canImport(Dispatch) && !hasFeature(Embedded)
import Dispatch
#endif

/// Work that is split by what it writes: no sum is ever shared, so the number of threads changes no
/// bit.
package struct Workers: Sendable {
  let threads: Int

  /// Multiplications below which one thread does it alone.
  let leastWork: Int

  /// - Parameter leastWork: waking a thread takes about ten microseconds, in which one does about a
  ///   million multiplications.
  package init(threads: Int, leastWork: Int = 1_000_000) {
    self.threads = max(threads, 1)
    self.leastWork = leastWork
  }

  /// Calls `body` with ranges that make up 0..<count, at once on as many threads as there are.
  ///
  /// - Parameters:
  ///   - step: ranges begin at multiples of this.
  ///   - work: multiplications in all of it.
  func split(_ count: Int, by step: Int = 1, work: Int, _ body: (Range<Int>) -> Void) {
    let parts = work < leastWork ? 1 : min(threads, (count + step - 1) / step)
    guard parts > 1 else { return body(0..<count) }
    #if canImport(Dispatch) && !hasFeature(Embedded)
    let size = ((count + parts - 1) / parts + step - 1) / step * step
    withoutActuallyEscaping(body) { body in
      // It only reads what it closes over, and each range is written by one thread.
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
