import CCMarkGFM

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The memory that libcmark-gfm makes a tree in: pieces taken one behind the other from a few large
/// ones, and all given back at once when the tree has been read.
///
/// The library asks for some thousand small pieces for a page, gives most of them back one by one,
/// and has no place for an argument in its calls; so every thread has a memory of its own.
enum TreeMemory {
  /// Runs `body`, in which the library may make trees with `allocator`; nothing of them is left.
  static func use<Result>(_ body: () throws -> Result) rethrows -> Result {
    let memory = Arena.ofThisThread
    memory.depth += 1
    defer {
      memory.depth -= 1
      if memory.depth == 0 { memory.reset() }
    }
    return try body()
  }

  /// For `cmark_parser_new_with_mem`; never changed.
  nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocator.initialize(
      to: cmark_mem(
        calloc: { Arena.ofThisThread.take($0 * $1, zeroed: true) },
        realloc: { Arena.ofThisThread.grow($0, to: $1) },
        free: { _ in }))
    return allocator
  }()
}

private final class Arena {
  /// Before each piece stands its size, in a place that keeps the piece aligned.
  private static let header = 16
  /// A page of a lesson takes one of these; a larger tree, some more.
  private static let blockSize = 1 << 20

  var depth = 0
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var block = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var used = 0

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    // A thread that ends gives its memory back.
    pthread_key_create(&key) { Unmanaged<Arena>.fromOpaque($0!).release() }
    return key
  }()

  static var ofThisThread: Arena {
    if let known = pthread_getspecific(key) {
      return Unmanaged<Arena>.fromOpaque(known).takeUnretainedValue()
    }
    let new = Arena()
    pthread_setspecific(key, Unmanaged.passRetained(new).toOpaque())
    return new
  }

  deinit { for block in blocks { block.deallocate() } }

  func take(_ count: Int, zeroed: Bool) -> UnsafeMutableRawPointer {
    let size = (count + Self.header - 1) & ~(Self.header - 1)
    if used + Self.header + size > block.count { addBlock(atLeast: Self.header + size) }
    let piece = block.baseAddress! + used + Self.header
    (piece - Self.header).storeBytes(of: size, as: Int.self)
    used += Self.header + size
    if zeroed { memset(piece, 0, count) }
    return piece
  }

  func grow(_ piece: UnsafeMutableRawPointer?, to count: Int) -> UnsafeMutableRawPointer {
    guard let piece else { return take(count, zeroed: false) }
    let old = (piece - Self.header).load(as: Int.self)
    guard count > old else { return piece }
    // What grows will go on growing.
    let new = take(max(count, 2 * old), zeroed: false)
    memcpy(new, piece, old)
    return new
  }

  func reset() {
    for block in blocks.dropFirst() { block.deallocate() }
    blocks.removeLast(max(0, blocks.count - 1))
    block = blocks.first ?? UnsafeMutableRawBufferPointer(start: nil, count: 0)
    used = 0
  }

  private func addBlock(atLeast count: Int) {
    block = .allocate(byteCount: max(count, Self.blockSize), alignment: Self.header)
    blocks.append(block)
    used = 0
  }
}
