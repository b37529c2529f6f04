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
    let arena = Arena.ofThisThread
    arena.pointee.uses += 1
    defer {
      arena.pointee.uses -= 1
      if arena.pointee.uses == 0 { arena.pointee.reset() }
    }
    return try body()
  }

  /// For `cmark_parser_new_with_mem`; never changed.
  nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocator.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let piece = Arena.ofThisThread.pointee.take(count * size)
          return memset(piece, 0, count * size)
        },
        realloc: { Arena.ofThisThread.pointee.grow($0, to: $1) },
        free: { _ in }))
    return allocator
  }()
}

private struct Arena {
  /// Before each piece stands its size, in a place that keeps the piece aligned.
  private static let header = 16
  /// The tree of a lesson fits into one block; that of a long page takes more.
  private static let blockSize = 1 << 20

  /// Trees that are being read: an included file is read while its page is.
  var uses = 0
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var free: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { arena in
      let arena = arena!.assumingMemoryBound(to: Arena.self)
      for block in arena.pointee.blocks { block.deallocate() }
      arena.deinitialize(count: 1).deallocate()
    }
    return key
  }()

  static var ofThisThread: UnsafeMutablePointer<Arena> {
    if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: Arena.self) }
    let new = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
    new.initialize(to: Arena())
    pthread_setspecific(key, new)
    return new
  }

  private init() {
    blocks = [.allocate(byteCount: Self.blockSize, alignment: Self.header)]
    free = blocks[0].baseAddress!
    end = free + Self.blockSize
  }

  mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
    let size = Self.header + (count + Self.header - 1) & ~(Self.header - 1)
    if end - free < size { addBlock(atLeast: size) }
    let piece = free + Self.header
    free.storeBytes(of: size - Self.header, as: Int.self)
    free += size
    return piece
  }

  mutating func grow(
    _ piece: UnsafeMutableRawPointer?, to count: Int
  ) -> UnsafeMutableRawPointer {
    guard let piece else { return take(count) }
    let size = (piece - Self.header).load(as: Int.self)
    guard count > size else { return piece }
    // What grows goes on growing.
    let new = take(max(count, 2 * size))
    memcpy(new, piece, size)
    return new
  }

  mutating func reset() {
    for block in blocks.dropFirst() { block.deallocate() }
    blocks.removeLast(blocks.count - 1)
    free = blocks[0].baseAddress!
    end = free + Self.blockSize
  }

  private mutating func addBlock(atLeast size: Int) {
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(size, Self.blockSize), alignment: Self.header)
    blocks.append(block)
    free = block.baseAddress!
    end = free + block.count
  }
}
