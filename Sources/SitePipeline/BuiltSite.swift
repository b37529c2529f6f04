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
  package var summary: Summary
  package var lock: FigureLock
  /// What each figure came from, in the order of the course.
  package var reports: [FigureReport]

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
    files: [File], summary: Summary, lock: FigureLock = FigureLock(),
    reports: [FigureReport] = []
  ) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.summary = summary
    self.lock = lock
    self.reports = reports
  }
}
