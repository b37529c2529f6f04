/// A place for numbers that stays where it is: what a training works in, update after update,
/// without asking for memory again.
///
/// `start` is good for as long as somebody holds the buffer, and a mention of `start` alone does
/// not count as holding it.
package final class Buffer<Number> {
  package let start: UnsafeMutablePointer<Number>
  package let count: Int

  package init(repeating value: Number, count: Int) {
    self.count = count
    start = .allocate(capacity: count)
    start.initialize(repeating: value, count: count)
  }

  package init(_ values: [Number]) {
    count = values.count
    start = .allocate(capacity: count)
    for (index, value) in values.enumerated() { (start + index).initialize(to: value) }
  }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  package var values: [Number] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Writes the first numbers.
  package func begin(with values: [Number]) {
    precondition(values.count <= count, "\(values.count) numbers into a place for \(count)")
    for (index, value) in values.enumerated() { start[index] = value }
  }

  package func copy(_ other: Buffer) {
    precondition(count == other.count, "\(other.count) numbers into a place for \(count)")
    start.update(from: other.start, count: count)
  }
}
