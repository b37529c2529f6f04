import Diagnostics
import SitePipeline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The other side of a `WorkerPool`: performs pages as long as orders come in.
///
/// Whatever goes wrong beyond words, a trap or more memory than allowed, ends this process and
/// nothing else; so it says before each block which one comes next.
package struct Worker: Sendable {
  private static let channel = Channel(input: STDIN_FILENO, output: STDOUT_FILENO)
  /// How long after a block's own limit the process ends itself, should nobody wait for it any more.
  private static let patience: UInt32 = 60

  private let store: ResultStore

  /// - Parameter store: a folder that keeps results between builds; nil works everything out anew.
  package init(store: String?) {
    self.store = store.map(DiskStore.open) ?? .none
  }

  package func run() throws(DiskError) {
    var performer: Performer?
    while let message = try? Self.channel.receive(), message.kind == .order,
      let order = try? WorkOrder(archived: message.bytes)
    {
      Self.restrict(to: order.limits.memoryBytes)
      if performer?.fontKey != order.fontKey {
        performer = try Self.performer(order.limits.seconds)
      }
      guard let performer else { return }
      let done = performer.perform(order, store: store)
      alarm(0)
      guard (try? Self.channel.send(.done, PerformanceArchive.bytes(of: done))) != nil else {
        return
      }
    }
  }

  private static func performer(_ seconds: Double) throws(DiskError) -> Performer? {
    Performer.make(fonts: try SystemFiles.fonts()) { label in
      alarm(UInt32(min(seconds, 1e6)) + patience)
      try? channel.send(.start, Array(label.utf8))
    }.value
  }

  /// Bounds what this process may ask for; a worker that dies of it leaves no core file.
  private static func restrict(to bytes: Int) {
    var limit = rlimit()
    #if canImport(Glibc)
    let (memory, core) = (CInt(RLIMIT_AS.rawValue), CInt(RLIMIT_CORE.rawValue))
    #else
    let (memory, core) = (RLIMIT_AS, RLIMIT_CORE)
    #endif
    guard getrlimit(memory, &limit) == 0 else { return }
    limit.rlim_cur = min(rlim_t(bytes), limit.rlim_max)
    setrlimit(memory, &limit)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(core, &none)
  }
}
