import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Runs `body` on a thread with `bytes` of stack, and waits for its result.
///
/// The parser, the checker and the running program all recurse as deep as an author's text
/// nests; the stacks that a task or a secondary thread has are too small for that.
/// `body` is told the lowest address that it should let the stack reach.
func onBigStack<Result: Sendable>(
  bytes: Int, _ body: @escaping @Sendable (_ stackFloor: UInt) -> Result
) -> Result {
  let thread = BigStackThread.take(bytes: bytes)
  defer { thread.giveBack() }
  let result = Mutex<Result?>(nil)
  thread.run { floor in
    let value = body(floor)
    result.withLock { $0 = value }
  }
  return result.withLock { $0! }
}

/// The same for a body that needs the room and not the address: where the thread at hand has it
/// already, in place.
package func withBigStack<Result: Sendable>(
  bytes: Int = Limits().stackBytes, _ body: @escaping @Sendable () -> Result
) -> Result {
  BigStackThread.isCurrent(bytes: bytes) ? body() : onBigStack(bytes: bytes) { _ in body() }
}

/// A thread that waits for errands. Starting one for each errand would cost more than to parse a
/// page's listing, so they are kept; there are as many as ever ran side by side.
private final class BigStackThread: Sendable {
  typealias Errand = @Sendable (_ stackFloor: UInt) -> Void

  private static let idle = Mutex<[BigStackThread]>([])

  private let bytes: Int
  private let errand = Mutex<Errand?>(nil)
  private let start = DispatchSemaphore(value: 0)
  private let end = DispatchSemaphore(value: 0)

  static func take(bytes: Int) -> BigStackThread {
    let known = idle.withLock { idle in
      idle.lastIndex { $0.bytes == bytes }.map { idle.remove(at: $0) }
    }
    return known ?? BigStackThread(bytes: bytes)
  }

  /// Whether the thread at hand is one of these, with so large a stack, most of it free.
  static func isCurrent(bytes: Int) -> Bool {
    guard let floor = pthread_getspecific(floorKey) else { return false }
    var marker: UInt8 = 0
    let here = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    return here - UInt(bitPattern: floor) > UInt(bytes / 2)
  }

  /// Under it a thread of ours keeps its stack's floor.
  private static let floorKey: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  func giveBack() { Self.idle.withLock { $0.append(self) } }

  func run(_ errand: @escaping Errand) {
    self.errand.withLock { $0 = errand }
    start.signal()
    end.wait()
  }

  private init(bytes: Int) {
    self.bytes = bytes
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, bytes)
    let argument = Unmanaged.passRetained(self).toOpaque()
    #if canImport(Darwin)
    var thread: pthread_t?
    let failure = pthread_create(&thread, &attributes, { runErrands($0) }, argument)
    guard failure == 0, let thread else { preconditionFailure("no thread could be started") }
    #else
    var thread = pthread_t()
    let failure = pthread_create(&thread, &attributes, { runErrands($0!) }, argument)
    guard failure == 0 else { preconditionFailure("no thread could be started") }
    #endif
    pthread_detach(thread)
  }

  fileprivate func work() {
    var marker: UInt8 = 0
    let top = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    // The reserve is for what runs between two looks at the stack: library calls, releases.
    let floor = top - UInt(bytes) + 512 * 1024
    pthread_setspecific(Self.floorKey, UnsafeRawPointer(bitPattern: floor))
    while true {
      start.wait()
      let errand = errand.withLock { errand in
        defer { errand = nil }
        return errand
      }
      errand?(floor)
      end.signal()
    }
  }
}

private func runErrands(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<BigStackThread>.fromOpaque(argument).takeRetainedValue().work()
  return nil
}
