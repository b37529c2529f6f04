import SitePipeline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The world failing: a file that cannot be read, a disk that is full.
package struct DiskError: Error, CustomStringConvertible {
  package var description: String

  init(_ action: String, _ path: String, code: CInt = errno) {
    description = "cannot \(action) '\(path)': \(String(cString: strerror(code)).lowercasedFirst)"
  }

  package init(description: String) {
    self.description = description
  }
}

/// The few calls on files that we need, each naming the path when it fails.
///
/// Foundation's own writing syncs every file to disk, which costs ten thousand pages a minute
/// and buys nothing here: a site is swapped in whole, by renaming.
enum Disk {
  static func read(_ path: String) throws(DiskError) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw DiskError("read", path) }
    defer { close(file) }
    var status = stat()
    // One byte more than there should be, so that the first look finds the end as well.
    var room = fstat(file, &status) == 0 ? Int(status.st_size) + 1 : 1 << 16
    var bytes: [UInt8] = []
    while true {
      let (part, isEnd) = try read(file, path, atMost: room)
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if isEnd { return bytes }
      room = 1 << 16
    }
  }

  /// The next bytes of an open file, and whether they end it.
  private static func read(
    _ file: CInt, _ path: String, atMost room: Int
  ) throws(DiskError) -> (bytes: [UInt8], isEnd: Bool) {
    var (isEnd, failure) = (false, CInt(0))
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      while filled < room, !isEnd, failure == 0 {
        let count = systemRead(file, buffer.baseAddress! + filled, room - filled)
        if count < 0, errno == EINTR { continue }
        if count < 0 { failure = errno }
        isEnd = count == 0
        filled += max(count, 0)
      }
    }
    guard failure == 0 else { throw DiskError("read", path, code: failure) }
    return (bytes, isEnd)
  }

  /// Writes a new file; an existing one is replaced.
  static func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw DiskError("write", path) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(file, buffer.baseAddress! + written, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let code = errno
        close(file)
        throw DiskError("write", path, code: code)
      }
      written += count
    }
    // Some file systems tell of a full disk only here.
    guard close(file) == 0 else { throw DiskError("write", path) }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A folder itself and no link to one: what is linked may be anywhere, and may hold the link.
  static func isOwnDirectory(_ path: String) -> Bool { isDirectory(path) && !isLink(path) }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  static func makeDirectory(_ path: String) throws(DiskError) {
    if isDirectory(path) { return }
    let parent = parentPath(path)
    if parent != path { try makeDirectory(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw DiskError("make the folder", path)
    }
  }

  static func move(_ old: String, to new: String) throws(DiskError) {
    guard rename(old, new) == 0 else { throw DiskError("rename", old) }
  }

  /// A second name for a file; a copy where the file system has no such thing.
  static func link(_ old: String, to new: String) throws(DiskError) {
    if systemLink(old, new) == 0 { return }
    try write(try read(old), to: new)
  }

  /// Removes a file, or a folder with all that is in it; nothing there is fine.
  static func removeTree(_ path: String) throws(DiskError) {
    if isOwnDirectory(path) {
      for name in try names(in: path) { try removeTree("\(path)/\(name)") }
      guard rmdir(path) == 0 else { throw DiskError("remove the folder", path) }
    } else {
      guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
        throw DiskError("remove", path)
      }
    }
  }

  /// The names in a folder, in order of their bytes; `.` and `..` are left out.
  static func names(in folder: String) throws(DiskError) -> [String] {
    try withNames(in: folder) { names, _ in names }
  }

  /// The same, with a descriptor of the folder that is good as long as `body` runs.
  static func withNames<Result>(
    in folder: String, _ body: (_ names: [String], _ folder: CInt) -> Result
  ) throws(DiskError) -> Result {
    guard let stream = opendir(folder) else { throw DiskError("read the folder", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return body(names.sortedByBytes(), dirfd(stream))
  }

  /// The folder that holds `path`; `.` for a bare name and `/` for the root.
  static func parentPath(_ path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    _ = parts.popLast()
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }
}

// The methods above carry the names of the calls they wrap.
private func systemRead(_ file: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}
private func systemWrite(_ file: CInt, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
private func systemLink(_ old: String, _ new: String) -> CInt { link(old, new) }

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
