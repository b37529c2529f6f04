import Fingerprinting

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What tells that something in a folder has changed: every file's name, size, moment and identity.
///
/// Asking for all of it costs a microsecond for each file, works the same on every system, and
/// misses no rename.
package struct FolderStamp: Hashable, Sendable {
  package let fingerprint: Fingerprint

  /// The state of all files under the folders as it is now; what cannot be read is not there.
  package init(of folders: [String]) {
    var visitor = Visitor()
    for folder in folders { visitor.visit(folder) }
    fingerprint = visitor.state.finish()
  }
}

private struct Visitor: ~Copyable {
  var state = Fingerprint.Builder()

  mutating func visit(_ folder: String) {
    var folders: [String] = []
    var files: [(name: String, state: [Int])] = []
    try? Disk.forEachName(in: folder) { name, place in
      var status = stat()
      guard !name.hasPrefix("."), fstatat(place, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        return
      }
      if status.st_mode & S_IFMT == S_IFDIR { return folders.append("\(folder)/\(name)") }
      #if canImport(Darwin)
      let moment = status.st_mtimespec
      #else
      let moment = status.st_mtim
      #endif
      files.append(
        (name, [Int(status.st_size), Int(status.st_ino), moment.tv_sec, moment.tv_nsec]))
    }
    state.add("folder", folder)
    for file in files.sorted(by: { $0.name < $1.name }) {
      state.add(file.name, file.state.withUnsafeBytes(Array.init))
    }
    for folder in folders.sorted() { visit(folder) }
  }
}
