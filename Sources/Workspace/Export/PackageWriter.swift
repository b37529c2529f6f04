import SitePipeline

/// Puts a package into a folder, and leaves what is not ours, such as its build, where it is.
package struct PackageWriter {
  private static let manifestName = ".unroller-package"

  let folder: String

  package init(folder: String) {
    self.folder = folder
  }

  package func write(_ files: [BuiltSite.File]) throws(DiskError) {
    let manifest = "\(folder)/\(Self.manifestName)"
    let isOurs = Disk.exists(manifest)
    if Disk.isDirectory(folder), !isOurs, try !Disk.names(in: folder).isEmpty {
      throw DiskError(description: "'\(folder)' holds files that unroller did not write")
    }
    let old = isOurs ? String(decoding: try Disk.read(manifest), as: UTF8.self) : ""
    let paths = files.map(\.path)
    for path in old.split(separator: "\n").map(String.init) where !paths.contains(path) {
      try Disk.removeTree("\(folder)/\(path)")
    }
    for file in files { try write(file) }
    try Disk.write(Array(paths.map { $0 + "\n" }.joined().utf8), to: manifest)
  }

  /// A file that is right already keeps its time, and need not be compiled again.
  private func write(_ file: BuiltSite.File) throws(DiskError) {
    let path = "\(folder)/\(file.path)"
    if Disk.exists(path), try Disk.read(path) == file.bytes { return }
    try Disk.makeDirectory(Disk.parentPath(path))
    try Disk.write(file.bytes, to: path)
  }
}
