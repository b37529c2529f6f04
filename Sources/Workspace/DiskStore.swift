import Fingerprinting
import SitePipeline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Results between builds, one file each, named by their key.
///
/// Every file begins with the hash of what follows: a damaged one is dropped and made again. Files
/// appear under their names in one step, so two builds at once and a kill at any moment do no harm.
enum DiskStore {
  /// The part of the store that this very program has written: another build of it may compute or
  /// draw otherwise, whatever its version says.
  static func open(_ folder: String) -> ResultStore {
    let folder = "\(folder)/\(program)"
    return ResultStore(
      read: { read(path(of: $0, in: folder)) },
      write: { key, bytes in
        // A store that cannot be written makes builds slower and nothing worse.
        try? write(bytes, to: path(of: key, in: folder))
      })
  }

  /// `page-3f2a…` lies in `3f`, so that no folder grows long.
  private static func path(of key: String, in folder: String) -> String {
    let hash = key.drop { $0 != "-" }.dropFirst()
    return "\(folder)/\(hash.prefix(2))/\(key)"
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard Disk.exists(path), let bytes = try? Disk.read(path) else { return nil }
    let content = Array(bytes.dropFirst(hashLength))
    guard Array(bytes.prefix(hashLength)) == Array(Fingerprint(of: content).hex.utf8) else {
      try? Disk.removeTree(path)
      return nil
    }
    return content
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
    try Disk.makeDirectory(Disk.parentPath(path))
    // Another build may be writing the same entry: each has a name of its own until it is done.
    let draft = "\(path).\(getpid())"
    try Disk.write(Array(Fingerprint(of: bytes).hex.utf8) + bytes, to: draft)
    try Disk.move(draft, to: path)
  }

  private static let hashLength = 64

  /// The running program by its size and the moment it was made.
  private static let program: String = {
    var status = stat()
    #if canImport(Darwin)
    let path = CommandLine.arguments[0]
    guard stat(path, &status) == 0 else { return "unknown" }
    let moment = status.st_mtimespec
    #else
    guard stat("/proc/self/exe", &status) == 0 else { return "unknown" }
    let moment = status.st_mtim
    #endif
    return Fingerprint(ofText: "\(status.st_size) \(moment.tv_sec) \(moment.tv_nsec)").short
  }()
}
