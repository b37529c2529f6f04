/// A whole site in memory: what the writer puts on the disk and the preview serves.
package struct BuiltSite: Sendable {
  package struct File: Hashable, Sendable {
    /// Relative to the site's root, with `/`.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }

    init(path: String, text: String) {
      self.init(path: path, bytes: Array(text.utf8))
    }
  }

  /// In the order of the paths' bytes; no path stands twice.
  package var files: [File]
  /// Files that stand on the disk already, as the build of which the memory was passed in left them.
  package var kept: [String]
  package var summary: Summary
  package var lock: FigureLock
  /// What each figure came from, in the order of the course.
  package var reports: [FigureReport]
  /// For the next build.
  package var memory = BuildMemory.none

  /// The file at a path, in the time that it takes to halve the list until one is left.
  package func file(at path: String) -> File? { place(of: path).map { files[$0] } }

  private func place(of path: String) -> Int? {
    var range = files.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if files[middle].path == path { return middle }
      let isBefore = files[middle].path.precedesByBytes(path)
      range = isBefore ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// Puts files in the place of others, as far as those stand there.
  mutating func replace(_ old: [File], by new: [File]) {
    let others = Dictionary(new.map { ($0.path, $0) }) { first, _ in first }
    var gone: Set<String> = []
    for file in old {
      guard let place = place(of: file.path), files[place] == file else { continue }
      if let other = others[file.path] { files[place] = other } else { gone.insert(file.path) }
    }
    let known = Set(old.map(\.path))
    let added = new.filter { !known.contains($0.path) }
    guard !gone.isEmpty || !added.isEmpty else { return }
    files = (files.filter { !gone.contains($0.path) } + added).sortedByBytes(of: \.path)
  }

  /// Of all files, in order.
  package var paths: [String] {
    (files.map(\.path) + kept).sortedByBytes()
  }

  package struct Summary: Hashable, Sendable {
    package var pages = 0
    package var figures = 0
    /// Lessons that are left out, because they say that they are drafts.
    package var drafts = 0

    package init(pages: Int = 0, figures: Int = 0, drafts: Int = 0) {
      self.pages = pages
      self.figures = figures
      self.drafts = drafts
    }
  }

  package init(
    files: [File], kept: [String] = [], summary: Summary, lock: FigureLock = FigureLock(),
    reports: [FigureReport] = []
  ) {
    self.files = files.sortedByBytes(of: \.path)
    self.kept = kept
    self.summary = summary
    self.lock = lock
    self.reports = reports
  }
}
