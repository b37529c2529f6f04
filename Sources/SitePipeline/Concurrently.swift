import Dispatch
import Scripting
import Synchronization

extension Sequence where Self: Sendable, Element: Sendable {
  /// `transform` of every element, worked out on all cores, in the order of the elements.
  ///
  /// The threads have stacks for what recurses as deep as a text nests.
  package func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let elements = Array(self)
    let next = Atomic(0)
    let done = Mutex([(index: Int, result: Result)]())
    // As many of these run side by side as there are cores; each goes on until nothing is left.
    DispatchQueue.concurrentPerform(iterations: Swift.min(elements.count, 64)) { _ in
      guard next.load(ordering: .relaxed) < elements.count else { return }
      let own = withBigStack {
        var own: [(index: Int, result: Result)] = []
        while true {
          let index = next.add(1, ordering: .relaxed).oldValue
          guard elements.indices.contains(index) else { return own }
          own.append((index, transform(elements[index])))
        }
      }
      done.withLock { $0 += own }
    }
    return done.withLock { $0.sorted { $0.index < $1.index }.map(\.result) }
  }
}
