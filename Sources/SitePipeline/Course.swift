import Diagnostics
import Markup

/// A course as its files say: the value that every later phase starts from.
package struct Course: Sendable {
  package var settings: CourseSettings
  /// In the order of the course; lessons that no part names come last, by path.
  package var lessons: [Lesson]
  /// Files of lessons that are left out, because they say that they are drafts.
  package var drafts: Set<String>
  package var bibliography: [BibliographyEntry]
  /// Files of the content folder that are no lessons, by path.
  package var assets: [String: [UInt8]]
}

package struct Lesson: Sendable {
  /// The file's path in the content folder.
  package var source: String
  package var path: SitePath
  package var frontMatter: FrontMatter
  /// The file as it was read.
  package var markdown: [UInt8]
  /// Without the first heading when that is the page's title.
  package var document: Document
  package var title: [Inline]
  /// The index of the course's part that names it.
  package var part: Int?

  package var plainTitle: String { plainText(of: title) }

  /// Where a diagnostic about the lesson as a whole points.
  var span: Span { Span(path: document.path, line: 1, column: 1) }
}
