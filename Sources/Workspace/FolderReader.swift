import Diagnostics
import SitePipeline

/// Reads a folder into memory, in the order of the paths' bytes.
package enum FolderReader {
  /// What one folder may hold; a course is text and pictures, not an archive.
  package static let largestFile = 64 << 20

  /// All files under `folder`, by their path relative to it.
  ///
  /// Hidden files, and what editors leave behind, are skipped. A link that leads out of the folder
  /// and a file that is too large are diagnostics.
  ///
  /// - Parameter memory: has the files that need not be read again; nil reads all.
  package static func read(
    _ folder: String, named name: String, memory: FileMemory? = nil
  ) throws(DiskError) -> Diagnosed<SourceTree> {
    var reader = Walk(root: folder, name: name)
    guard Disk.isDirectory(folder) else {
      throw DiskError(description: "there is no folder '\(folder)'")
    }
    try reader.visit("")
    let files = try contents(reader.files, in: folder, known: memory?.files(of: folder) ?? [:])
    memory?.remember(files, of: folder)
    let tree = SourceTree(
      files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }))
    return Diagnosed(tree, reader.diagnostics)
  }

  /// The files' bytes, several files at a time.
  private static func contents(
    _ files: [Walk.File], in folder: String, known: FileMemory.Known
  ) throws(DiskError) -> [(path: String, stamp: FileStamp, bytes: [UInt8])] {
    try files.concurrentMap { file in
      Result { () throws(DiskError) in
        if let known = known[file.path], known.stamp == file.stamp {
          return (file.path, file.stamp, known.bytes)
        }
        return (file.path, file.stamp, try Disk.read("\(folder)/\(file.path)"))
      }
    }.map { result throws(DiskError) in try result.get() }
  }
}

private struct Walk {
  typealias File = (path: String, stamp: FileStamp)

  let root: String
  let name: String
  var files: [File] = []
  var diagnostics: [Diagnostic] = []

  init(root: String, name: String) {
    self.root = root
    self.name = name
  }

  mutating func visit(_ relative: String) throws(DiskError) {
    for entry in try Disk.names(in: absolute(relative)) where !isIgnored(entry) {
      let path = relative.isEmpty ? entry : "\(relative)/\(entry)"
      switch Disk.kind(of: absolute(path), within: root) {
      case .folder: try visit(path)
      case .file(let stamp) where stamp.size <= FolderReader.largestFile:
        files.append((path, stamp))
      case .file(let stamp):
        report(
          "this file has \(stamp.size >> 20) MB; the largest that a course may hold is 64 MB", path)
      case .outside:
        report("this link leads out of the folder '\(name)'", path)
      case .other:
        report("this is neither a file nor a folder", path)
      }
    }
  }

  private func absolute(_ relative: String) -> String {
    relative.isEmpty ? root : "\(root)/\(relative)"
  }

  private func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".swp")
  }

  private mutating func report(_ message: String, _ path: String) {
    diagnostics.append(
      .error(message, at: Span(path: "\(name)/\(path)", line: 1, column: 1)))
  }
}
