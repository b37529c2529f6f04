#if canImport(Dispatch) && !hasFeature(Embedded)
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Threads that go through the same steps, each with its share of every step, and wait for each
/// other after it.
///
/// The system promises no thread at any time. So the first to come waits a little and closes the
/// team; who comes later has nothing to do, and those who are there share out the work. Nobody ever
/// waits for a thread that has not begun.
package final class Team: Sendable {
  /// Who came, one added for each.
  private let comers = Atomic<Int>(0)
  /// Members of the closed team; 0 while it is open.
  private let size = Atomic<Int>(0)
  /// Steps that members have ended, all together.
  private let ended = Atomic<Int>(0)
  /// Steps after which somebody waited so long that the processor was offered to others.
  private let longWaits = Atomic<Int>(0)
  private static let closed = 1 << 32
  /// Looks at what others have done. Where threads wake slowly, 100,000 were too few, and one thread
  /// made most passes alone; the more work there is, the more of them it is worth.
  private let looksForComers: Int
  /// More than members that all run take longer for a step than each other. When these are over,
  /// there are fewer processors than threads, and waiting would take one from those who are waited
  /// for.
  private let looksForStep: Int

  /// - Parameters:
  ///   - steps: of this work each.
  ///   - work: multiplications of a step, of which a thread does some dozens in a nanosecond.
  package init(steps: Int = 0, work: Int = 0) {
    looksForComers = 100_000 + steps * (work / 512)
    looksForStep = 5_000 + work / 16
  }

  /// The caller's place in the team, at most `most` strong; nil for who comes late.
  package func join(of most: Int) -> Member? {
    let number = comers.add(1, ordering: .acquiringAndReleasing).oldValue
    guard number < Self.closed else { return nil }
    if number == 0 {
      var looks = 0
      while comers.load(ordering: .acquiring) < most, looks < looksForComers { looks += 1 }
      let came = comers.bitwiseOr(Self.closed, ordering: .acquiringAndReleasing).oldValue
      size.store(came, ordering: .releasing)
    } else {
      wait { size.load(ordering: .acquiring) > 0 }
    }
    return Member(team: self, number: number, count: size.load(ordering: .acquiring))
  }

  fileprivate func end(step: Int, members: Int) {
    ended.add(1, ordering: .acquiringAndReleasing)
    let isLong = wait { ended.load(ordering: .acquiring) >= step * members }
    if isLong { longWaits.add(1, ordering: .relaxed) }
  }

  /// Whether the members were in each other's way more than a step in sixteen.
  func wasCrowded(steps: Int) -> Bool { longWaits.load(ordering: .acquiring) > steps / 16 }

  /// - Returns: whether it took long.
  @discardableResult
  private func wait(until isTrue: () -> Bool) -> Bool {
    var looks = 0
    while !isTrue() {
      looks += 1
      if looks > looksForStep { sched_yield() }
    }
    return looks > looksForStep
  }
}

/// Whether there are processors for a team: after one that was in its own way, the next passes are
/// left to one thread.
final class Room: Sendable {
  private let passesAlone = Atomic<Int>(0)
  private static let pause = 64

  func isThere() -> Bool {
    guard passesAlone.load(ordering: .relaxed) > 0 else { return true }
    passesAlone.subtract(1, ordering: .relaxed)
    return false
  }

  func wasCrowded() { passesAlone.store(Self.pause, ordering: .relaxed) }
}
#else
/// Without threads nobody waits.
package final class Team: Sendable {
  func end(step: Int, members: Int) {}
}
#endif

/// One thread of a team.
package struct Member {
  fileprivate let team: Team?
  package let number: Int
  package let count: Int
  private var steps = 0

  /// Who works alone.
  static var alone: Member { Member(team: nil, number: 0, count: 1) }

  fileprivate init(team: Team?, number: Int, count: Int) {
    self.team = team
    self.number = number
    self.count = count
  }

  /// Comes back when every member has called this as often: what they wrote before can be read.
  package mutating func endStep() {
    guard count > 1 else { return }
    steps += 1
    team?.end(step: steps, members: count)
  }
}
