import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What tells that a file has changed, without reading it.
struct FileStamp: Hashable {
  let size: Int
  private let identity: UInt64
  /// Of the last change of its bytes.
  private let changed: Moment
  /// Of the last change of anything about it, which nobody can set back.
  private let touched: Moment

  private struct Moment: Hashable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec)
    }
  }

  init(_ status: stat) {
    size = Int(status.st_size)
    identity = UInt64(status.st_ino)
    #if canImport(Darwin)
    (changed, touched) = (Moment(status.st_mtimespec), Moment(status.st_ctimespec))
    #else
    (changed, touched) = (Moment(status.st_mtim), Moment(status.st_ctim))
    #endif
  }

  /// Whether the file can still change and keep its stamp: file systems count time in steps, of
  /// which the longest is two seconds.
  func isYoung(at second: Int) -> Bool { second - max(changed.seconds, touched.seconds) <= 2 }
}

/// The files of some folders as they were read before, so that a folder that is read again and again
/// costs the files that have changed.
package final class FileMemory: Sendable {
  typealias Known = [String: (stamp: FileStamp, bytes: [UInt8])]

  private let known = Mutex<[String: Known]>([:])
  private let now: @Sendable () -> Int

  /// - Parameter now: the second that it is.
  package init(now: @escaping @Sendable () -> Int = { time(nil) }) {
    self.now = now
  }

  package func knows(_ path: String, of folder: String) -> Bool { files(of: folder)[path] != nil }

  func files(of folder: String) -> Known { known.withLock { $0[folder] ?? [:] } }

  /// Remembers what a folder holds now, but for what is too young to be told from the next save.
  func remember(_ files: [(path: String, stamp: FileStamp, bytes: [UInt8])], of folder: String) {
    let now = now()
    let settled = files.filter { !$0.stamp.isYoung(at: now) }.map {
      ($0.path, ($0.stamp, $0.bytes))
    }
    known.withLock { $0[folder] = Known(settled) { first, _ in first } }
  }
}
