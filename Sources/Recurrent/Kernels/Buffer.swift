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
    start = Self.place(count)
    start.initialize(repeating: value, count: count)
  }

  package init(_ values: [Number]) {
    count = values.count
    start = Self.place(count)
    for (index, value) in values.enumerated() { (start + index).initialize(to: value) }
  }

  /// At a multiple of the widest registers' size, so that no load of theirs touches two cache lines;
  /// plain Swift is content with what every allocator gives.
  private static func place(_ count: Int) -> UnsafeMutablePointer<Number> {
    #if canImport(CRecurrentKernels)
    let alignment = 64
    #else
    let alignment = 16
    #endif
    return UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Number>.stride, alignment: alignment
    ).bindMemory(to: Number.self, capacity: count)
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

  /// Writes the first numbers, each rounded to the place's type.
  package func begin(with values: some RandomAccessCollection<Double>)
  where Number: BinaryFloatingPoint {
    precondition(values.count <= count, "\(values.count) numbers into a place for \(count)")
    for (index, value) in values.enumerated() { start[index] = Number(value) }
  }

  package func copy(_ other: Buffer) {
    precondition(count == other.count, "\(other.count) numbers into a place for \(count)")
    start.update(from: other.start, count: count)
  }
}
