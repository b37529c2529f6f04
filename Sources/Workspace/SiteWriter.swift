import SitePipeline

/// Puts a built site on the disk, whole or not at all.
///
/// The new site is laid out in a folder beside the old one, with a second name for every file
/// that has not changed, and the two folders change names in one step. A build that is killed
/// at any moment leaves the old site as it was.
package struct SiteWriter {
  /// The list of the files that we wrote; without it a folder is somebody else's.
  package static let manifestName = ".unroller-manifest"

  package struct Outcome: Equatable, Sendable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0

    package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
      self.written = written
      self.unchanged = unchanged
      self.removed = removed
    }
  }

  let folder: String

  package init(folder: String) {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.folder = folder
  }

  @discardableResult
  package func write(_ site: BuiltSite) throws(DiskError) -> Outcome {
    let old = try existingFiles()
    let staging = Self.staging(for: folder)
    try Disk.removeTree(staging)
    do {
      let outcome = try layOut(site, old, in: staging)
      try swapIn(staging)
      return outcome
    } catch {
      // What was laid out may fill the disk; if even this fails, the next build clears it away.
      try? Disk.removeTree(staging)
      throw error
    }
  }

  /// Beside the site, under a name that nobody else would give.
  package static func staging(for folder: String) -> String {
    let name = folder.split(separator: "/").last ?? "site"
    let parent = Disk.parentPath(folder)
    return "\(parent == "/" ? "" : parent)/.\(name).unroller-new"
  }

  /// The whole new site in a folder of its own.
  private func layOut(
    _ site: BuiltSite, _ old: (all: Set<String>, ours: Set<String>), in staging: String
  ) throws(DiskError) -> Outcome {
    let new = Set(site.paths)
    let gone = old.all.filter { !new.contains($0) && $0 != Self.manifestName }
    // A file that we never wrote, such as a host's own settings, stays.
    let foreign = gone.subtracting(old.ours)
    try Disk.makeDirectory(staging)
    for folder in Set(new.union(foreign).map { Disk.parentPath("\(staging)/\($0)") }).sorted() {
      try Disk.makeDirectory(folder)
    }
    let isUnchanged = try site.files.concurrentMap { file in
      Result { () throws(DiskError) in
        try layOut(file, wasThere: old.all.contains(file.path), in: staging)
      }
    }.map { result throws(DiskError) in try result.get() }
    for path in site.kept + foreign.sorted() { try place(path, in: staging) }
    try Disk.write(manifest(of: site), to: "\(staging)/\(Self.manifestName)")
    let unchanged = isUnchanged.count { $0 }
    return Outcome(
      written: isUnchanged.count - unchanged, unchanged: unchanged + site.kept.count,
      removed: gone.count - foreign.count)
  }

  /// One file of the new site; whether it is the old one.
  private func layOut(
    _ file: BuiltSite.File, wasThere: Bool, in staging: String
  ) throws(DiskError) -> Bool {
    if wasThere, try Disk.read("\(folder)/\(file.path)") == file.bytes {
      try place(file.path, in: staging)
      return true
    }
    try Disk.write(file.bytes, to: "\(staging)/\(file.path)")
    return false
  }

  private func manifest(of site: BuiltSite) -> [UInt8] {
    let header = "# Written by unroller; files that are not in this list are left alone.\n"
    return Array((header + site.paths.map { $0 + "\n" }.joined()).utf8)
  }

  /// Every file in the folder, and which of them an earlier build wrote.
  private func existingFiles() throws(DiskError) -> (all: Set<String>, ours: Set<String>) {
    guard Disk.exists(folder) else { return ([], []) }
    guard Disk.isDirectory(folder) else {
      throw DiskError(description: "'\(folder)' is a file; the site needs a folder of its own")
    }
    guard Disk.exists("\(folder)/\(Self.manifestName)") else {
      // It may be anybody's, as large as a disk: one file is enough to know.
      guard try holdsFile(folder) else { return ([], []) }
      throw DiskError(
        description: "'\(folder)' holds files that unroller did not write; "
          + "choose another folder with --output, or empty this one")
    }
    let all = try allFiles(under: "")
    let manifest = try Disk.read("\(folder)/\(Self.manifestName)")
    return (all, Set(Self.listedFiles(manifest)))
  }

  /// The paths in a manifest.
  static func listedFiles(_ manifest: [UInt8]) -> [String] {
    String(decoding: manifest, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map(String.init)
  }

  private func holdsFile(_ folder: String) throws(DiskError) -> Bool {
    let names = try Disk.names(in: folder)
    if names.contains(where: { !Disk.isOwnDirectory("\(folder)/\($0)") }) { return true }
    for name in names where try holdsFile("\(folder)/\(name)") { return true }
    return false
  }

  private func allFiles(under relative: String) throws(DiskError) -> Set<String> {
    var files: Set<String> = []
    for name in try Disk.names(in: relative.isEmpty ? folder : "\(folder)/\(relative)") {
      let path = relative.isEmpty ? name : "\(relative)/\(name)"
      if Disk.isOwnDirectory("\(folder)/\(path)") {
        files.formUnion(try allFiles(under: path))
      } else {
        files.insert(path)
      }
    }
    return files
  }

  private func place(_ path: String, in staging: String) throws(DiskError) {
    try Disk.link("\(folder)/\(path)", to: "\(staging)/\(path)")
  }

  private func swapIn(_ staging: String) throws(DiskError) {
    guard Disk.exists(folder) else { return try Disk.move(staging, to: folder) }
    try Disk.exchange(staging, folder)
    // The old site now has the other name.
    try Disk.removeTree(staging)
  }
}
