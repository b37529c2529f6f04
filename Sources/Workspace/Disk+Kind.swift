#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Disk {
  enum Kind: Hashable, Sendable {
    case file(FileStamp)
    case folder
    /// A link to something that is not below the folder that is read.
    case outside
    case other
  }

  /// What stands in a folder under a name, links followed as long as they stay below `root`.
  ///
  /// - Parameter folder: its path, and the descriptor that it is open under.
  static func kind(
    of name: String, in folder: (path: String, descriptor: CInt), within root: String
  ) -> Kind {
    var status = stat()
    guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return .other
    }
    if status.st_mode & S_IFMT == S_IFLNK {
      let path = "\(folder.path)/\(name)"
      guard let target = resolved(path), let base = resolved(root),
        target.hasPrefix(base + "/")
      else { return .outside }
      // A linked folder could hold itself; only files are followed.
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .other }
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(FileStamp(status))
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Of what stands at `path`, links followed; nil where nothing does.
  static func stamp(of path: String) -> FileStamp? {
    var status = stat()
    return stat(path, &status) == 0 ? FileStamp(status) : nil
  }

  /// Whether `path`, which need not be there yet, is the folder or lies below it.
  static func `is`(_ path: String, within folder: String) -> Bool {
    guard let base = resolved(folder) else { return false }
    var path = path
    while path != "/", path != "." {
      if let real = resolved(path) { return real == base || real.hasPrefix(base + "/") }
      path = parentPath(path)
    }
    return resolved(path).map { $0 == base || $0.hasPrefix(base + "/") } ?? false
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
