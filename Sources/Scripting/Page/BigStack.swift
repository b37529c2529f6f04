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
  let errand = Errand(bytes: bytes, body)
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, bytes)
  let argument = Unmanaged.passRetained(errand as AnyErrand).toOpaque()
  #if canImport(Darwin)
  var thread: pthread_t?
  let failure = pthread_create(&thread, &attributes, { runErrand($0) }, argument)
  guard failure == 0, let thread else { preconditionFailure("no thread could be started") }
  #else
  var thread = pthread_t()
  let failure = pthread_create(&thread, &attributes, { runErrand($0!) }, argument)
  guard failure == 0 else { preconditionFailure("no thread could be started") }
  #endif
  pthread_join(thread, nil)
  return errand.result!
}

private func runErrand(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<AnyErrand>.fromOpaque(argument).takeRetainedValue().run()
  return nil
}

private class AnyErrand {
  func run() {}
}

/// Written by the new thread, read after that has been joined: never by two at a time.
private final class Errand<Result>: AnyErrand {
  private let bytes: Int
  private let body: (UInt) -> Result
  private(set) var result: Result?

  init(bytes: Int, _ body: @escaping (UInt) -> Result) {
    self.bytes = bytes
    self.body = body
  }

  override func run() {
    var marker: UInt8 = 0
    let top = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    // The reserve is for what runs between two looks at the stack: library calls, releases.
    result = body(top - UInt(bytes) + 512 * 1024)
  }
}
