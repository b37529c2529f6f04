#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What two processes tell each other through a pair of pipes, message by message.
struct Channel: Sendable {
  enum Kind: UInt8 {
    /// To a worker: perform this.
    case order
    /// From a worker: the block with this label is begun.
    case start
    /// From a worker: this came of the order.
    case done
  }

  struct Message {
    var kind: Kind
    var bytes: [UInt8]
  }

  enum Failure: Error {
    /// The other end is gone, or talks nonsense.
    case closed
    case late
  }

  /// The descriptors that are read from and written to.
  let input: CInt
  let output: CInt

  func send(_ kind: Kind, _ bytes: [UInt8]) throws(Failure) {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
    var rest = ([kind.rawValue] + length + bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .closed }
      rest = rest.dropFirst(count)
    }
  }

  /// The next message.
  ///
  /// - Parameter deadline: when to stop waiting; nil waits for ever.
  func receive(before deadline: ContinuousClock.Instant? = nil) throws(Failure) -> Message {
    let head = try take(9, before: deadline)
    let length = head.dropFirst().reversed().reduce(0) { $0 << 8 | Int($1) }
    guard let kind = Kind(rawValue: head[0]), length >= 0 else { throw .closed }
    return Message(kind: kind, bytes: try take(length, before: deadline))
  }

  func close() {
    closeDescriptor(input)
    closeDescriptor(output)
  }

  private func take(
    _ count: Int, before deadline: ContinuousClock.Instant?
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(count, 1 << 16))
    while bytes.count < count {
      if let deadline { try wait(until: deadline) }
      let wanted = min(buffer.count, count - bytes.count)
      let got = buffer.withUnsafeMutableBytes { read(input, $0.baseAddress, wanted) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw .closed }
      bytes += buffer[..<got]
    }
    return bytes
  }

  private func wait(until deadline: ContinuousClock.Instant) throws(Failure) {
    while true {
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else { throw .late }
      var watched = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      let ready = poll(&watched, 1, CInt(min(left.rounded(.up), 1_000_000)))
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw .closed }
    }
  }
}

// The method above carries the name of the call that it makes.
private func closeDescriptor(_ descriptor: CInt) { _ = close(descriptor) }
