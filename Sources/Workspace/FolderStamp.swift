import Fingerprinting

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What tells that something in a folder has changed: every file's size, moment and identity.
///
/// Asking for all of it costs a few milliseconds for thousands of files, works the same on every
/// system, and misses no rename.
package struct FolderStamp: Hashable, Sendable {
  private var files: [String: [Int]] = [:]

  /// The state of all files under the folders as it is now; what cannot be read is not there.
  package init(of folders: [String]) {
    for folder in folders { visit(folder) }
  }

  package var fingerprint: String {
    var all = Fingerprint.Builder()
    for (path, state) in files.sorted(by: { $0.key < $1.key }) {
      all.add(path, state.map(String.init).joined(separator: " "))
    }
    return all.finish().hex
  }

  private mutating func visit(_ folder: String) {
    for name in (try? Disk.names(in: folder)) ?? [] where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        visit(path)
      } else {
        #if canImport(Darwin)
        let moment = status.st_mtimespec
        #else
        let moment = status.st_mtim
        #endif
        files[path] = [
          Int(status.st_size), Int(status.st_ino), moment.tv_sec, moment.tv_nsec,
        ]
      }
    }
  }
}
