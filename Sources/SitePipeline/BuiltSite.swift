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
