#if canImport(Dispatch) && !hasFeature(Embedded)
import Dispatch
#endif

/// Work that is split by what it writes: no sum is ever shared, so the number of threads changes no
/// bit.
package struct Workers: Sendable {
  let threads: Int

  /// Multiplications below which one thread does it alone.
  let leastWork: Int
  /// The same for each step of what is done step by step.
  let leastStep: Int
  #if canImport(Dispatch) && !hasFeature(Embedded)
  private let room = Room()
  #endif

  /// - Parameters:
  ///   - leastWork: waking a thread takes time. Two took longer than one for 2.4 million, and less for
  ///     9.8 million.
  ///   - leastStep: waiting for each other takes up to a microsecond; 0 shares out every step, even
  ///     where threads are in each other's way.
  package init(threads: Int, leastWork: Int = 4_000_000, leastStep: Int = 150_000) {
    self.threads = max(threads, 1)
    self.leastWork = leastWork
    self.leastStep = leastStep
  }

  /// Calls `body` with ranges that make up 0..<count, at once on as many threads as there are.
  ///
  /// - Parameters:
  ///   - step: ranges begin at multiples of this.
  ///   - work: multiplications in all of it.
  func split(_ count: Int, by step: Int = 1, work: Int, _ body: (Range<Int>) -> Void) {
    let parts = work < leastWork ? 1 : min(threads, (count + step - 1) / step)
    guard parts > 1 else { return body(0..<count) }
    let size = Self.size(of: parts, count, step)
    perform(parts) { part in
      let start = min(part * size, count)
      body(start..<min(start + size, count))
    }
  }

  /// The same for work of many steps, each of which needs all of the step before: `body` says when
  /// it has ended its part of a step.
  ///
  /// - Parameter steps: of this work each.
  func splitSteps(
    _ steps: Int, _ count: Int, by step: Int, work: Int, _ body: (Range<Int>, inout Member) -> Void
  ) {
    let parts = min(threads, (count + step - 1) / step)
    var alone = Member.alone
    #if canImport(Dispatch) && !hasFeature(Embedded)
    guard parts > 1, splitsSteps(steps, work: work), leastStep == 0 || room.isThere() else {
      return body(0..<count, &alone)
    }
    let team = Team(steps: steps, work: work)
    perform(parts) { _ in
      guard var member = team.join(of: parts) else { return }
      let size = Self.size(of: member.count, count, step)
      let start = min(member.number * size, count)
      body(start..<min(start + size, count), &member)
    }
    if team.wasCrowded(steps: steps) { room.wasCrowded() }
    #else
    body(0..<count, &alone)
    #endif
  }

  /// Whether steps of this work are worth sharing out.
  func splitsSteps(_ steps: Int, work: Int) -> Bool {
    #if canImport(Dispatch) && !hasFeature(Embedded)
    threads > 1 && work >= leastStep && steps * work >= leastWork
    #else
    false
    #endif
  }

  /// Of each of some parts of a count, a multiple of `step`.
  private static func size(of parts: Int, _ count: Int, _ step: Int) -> Int {
    ((count + parts - 1) / parts + step - 1) / step * step
  }

  private func perform(_ parts: Int, _ body: (Int) -> Void) {
    #if canImport(Dispatch) && !hasFeature(Embedded)
    withoutActuallyEscaping(body) { body in
      // It only reads what it closes over, and each range is written by one thread.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: parts) { body($0) }
    }
    #else
    for part in 0..<parts { body(part) }
    #endif
  }
}
