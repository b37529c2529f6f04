/// The small course that shows each feature, for somebody to begin with.
package struct Starter {
  /// Hidden files are ours by another name, so that the starter itself is read like any folder.
  private static let renamed = ["gitignore": ".gitignore"]

  let folder: String

  /// - Parameter folder: where the new course goes; it must not hold anything yet.
  package init(folder: String) {
    self.folder = folder
  }

  /// - Returns: the files that were written, by their path in the folder.
  package func write() throws(DiskError) -> [String] {
    guard let shipped = SystemFiles.shippedStarter else {
      throw DiskError(description: "the files of a new course do not stand beside the program")
    }
    guard !folder.isEmpty else {
      throw DiskError(description: "the folder of a new course needs a name")
    }
    if Disk.exists(folder) {
      guard Disk.isDirectory(folder), try Disk.names(in: folder).isEmpty else {
        throw DiskError(
          description: "'\(folder)' is there already; a new course needs a folder of its own")
      }
    }
    let files = try FolderReader.read(shipped, named: shipped).value
    var written: [String] = []
    for path in files.paths {
      let name = Self.renamed[path] ?? path
      try Disk.makeDirectory(Disk.parentPath("\(folder)/\(name)"))
      try Disk.write(files.files[path] ?? [], to: "\(folder)/\(name)")
      written.append(name)
    }
    return written
  }
}
