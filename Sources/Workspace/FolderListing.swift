import Diagnostics
import Fingerprinting
import SitePipeline

/// What lies below a folder, file by file, as a look at the disk tells that reads none of them.
///
/// Two listings that are equal are of the same files: a look costs a microsecond for each, works the
/// same on every system, and misses no rename. Hidden files, and what editors leave behind, are not
/// there.
package struct FolderListing: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    /// Relative to the folder, with `/`.
    let path: String
    let kind: Disk.Kind
  }

  let folder: String
  /// Folder by folder, in the order of their names' bytes.
  private(set) var entries: [Entry] = []

  package init(of folder: String) throws(DiskError) {
    self.folder = folder
    guard Disk.isDirectory(folder) else {
      throw DiskError(description: "there is no folder '\(folder)'")
    }
    let top = try Self.entries(directlyIn: "", of: folder)
    // The folders side by side, as long as a course is large.
    let below = try top.filter { $0.kind == .folder }.concurrentMap { entry in
      Result { () throws(DiskError) in try Self.entries(below: entry.path, of: folder) }
    }.map { result throws(DiskError) in try result.get() }
    var folders = below[...]
    for entry in top {
      entries += entry.kind == .folder ? folders.removeFirst() : [entry]
    }
  }

  private static func entries(
    below path: String, of folder: String
  ) throws(DiskError) -> [Entry] {
    var entries: [Entry] = []
    for entry in try Self.entries(directlyIn: path, of: folder) {
      entries += entry.kind == .folder ? try Self.entries(below: entry.path, of: folder) : [entry]
    }
    return entries
  }

  private static func entries(
    directlyIn relative: String, of folder: String
  ) throws(DiskError) -> [Entry] {
    let place = relative.isEmpty ? folder : "\(folder)/\(relative)"
    return try Disk.withNames(in: place) { names, descriptor in
      names.filter { !isIgnored($0) }.map { name in
        Entry(
          path: relative.isEmpty ? name : "\(relative)/\(name)",
          kind: Disk.kind(of: name, in: (place, descriptor), within: folder))
      }
    }
  }

  private static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".swp")
  }
}

extension FolderListing {
  /// Of all names and stamps, to be kept on the disk.
  var fingerprint: Fingerprint {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * 128)
    for entry in entries {
      bytes += entry.path.utf8
      bytes.append(0)
      if case .file(let stamp) = entry.kind { stamp.append(to: &bytes) }
      bytes.append(0)
    }
    return Fingerprint(of: bytes)
  }

  /// Whether a file can still change and keep its stamp.
  func isYoung(at second: Int) -> Bool { entries.contains { $0.isYoung(at: second) } }

  /// The entries that one listing has and the other has not, as far as they stand together: of two
  /// that differ in one file it is this file's.
  func difference(from old: FolderListing) -> (gone: ArraySlice<Entry>, new: ArraySlice<Entry>) {
    let start = zip(entries, old.entries).prefix { $0 == $1 }.count
    let (rest, oldRest) = (entries[start...], old.entries[start...])
    let end = zip(rest.reversed(), oldRest.reversed()).prefix { $0 == $1 }.count
    return (oldRest.dropLast(end), rest.dropLast(end))
  }
}
