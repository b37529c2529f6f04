import Diagnostics
import SitePipeline

/// Reads a folder into memory.
package enum FolderReader {
  /// What one folder may hold; a course is text and pictures, not an archive.
  package static let largestFile = 64 << 20

  /// All files under `folder`, by their path relative to it.
  package static func read(
    _ folder: String, named name: String
  ) throws(DiskError) -> Diagnosed<SourceTree> {
    try read(FolderListing(of: folder), named: name)
  }

  /// All files of a listing, by their path. A link that leads out of the folder and a file that is too
  /// large are diagnostics.
  ///
  /// - Parameter memory: has the files that need not be read again; nil reads all.
  package static func read(
    _ listing: FolderListing, named name: String, memory: FileMemory? = nil
  ) throws(DiskError) -> Diagnosed<SourceTree> {
    var names: Set<String> = []
    let diagnostics = listing.entries.compactMap { entry in
      problem(of: entry, in: name, isNew: names.insert(entry.path).inserted).map { problem in
        Diagnostic.error(
          problem.message, at: Span(path: "\(name)/\(entry.path)", line: 1, column: 1),
          hint: problem.hint)
      }
    }
    let memory = memory ?? FileMemory()
    var (tree, unread) = memory.state(of: listing)
    for file in try contents(unread.filter { $0.isRead }, in: listing.folder) {
      tree.files[file.path] = file.bytes
    }
    memory.remember(tree, of: listing)
    return Diagnosed(tree, diagnostics)
  }

  /// The files' bytes, several files at a time.
  private static func contents(
    _ files: [FolderListing.Entry], in folder: String
  ) throws(DiskError) -> [(path: String, bytes: [UInt8])] {
    try files.concurrentMap { file in
      Result { () throws(DiskError) in (file.path, try Disk.read("\(folder)/\(file.path)")) }
    }.map { result throws(DiskError) in try result.get() }
  }

  /// - Parameter isNew: whether no other file has the same letters for its name.
  private static func problem(
    of entry: FolderListing.Entry, in folder: String, isNew: Bool
  ) -> (message: String, hint: String?)? {
    switch entry.kind {
    case .file(let stamp) where stamp.size > largestFile:
      (
        "this file has \(stamp.size >> 20) MB; the largest that a course may hold is 64 MB",
        "put it elsewhere, and link to it there"
      )
    case .outside:
      ("this link leads out of the folder '\(folder)'", "copy what it leads to into the folder")
    case .other:
      ("this is neither a file nor a folder", "take it out of the folder")
    case .file, .folder:
      isNew
        ? nil
        : (
          "another file has the same name, its letters written in other bytes",
          "which of them a name means differs from system to system; rename one"
        )
    }
  }
}

extension FolderListing.Entry {
  /// Whether a course holds the file: the others are diagnostics.
  fileprivate var isRead: Bool {
    if case .file(let stamp) = kind { stamp.size <= FolderReader.largestFile } else { false }
  }
}
