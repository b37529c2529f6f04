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
