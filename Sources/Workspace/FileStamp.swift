#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What tells that a file has changed, without reading it.
struct FileStamp: Hashable, Sendable {
  let size: Int
  private let identity: UInt64
  /// Of the last change of its bytes.
  private let changed: Moment
  /// Of the last change of anything about it, which nobody can set back.
  private let touched: Moment

  private struct Moment: Hashable, Sendable {
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

  /// Adds the stamp's bytes, to be hashed.
  func append(to bytes: inout [UInt8]) {
    let numbers = (
      size, identity, changed.seconds, changed.nanoseconds, touched.seconds, touched.nanoseconds
    )
    withUnsafeBytes(of: numbers) { bytes += $0 }
  }

  /// Whether the file can still change and keep its stamp: file systems count time in steps, of
  /// which the longest is two seconds.
  func isYoung(at second: Int) -> Bool { second - max(changed.seconds, touched.seconds) <= 2 }
}
