import Fingerprinting

/// A page, or the word that it is still the one on the disk.
struct MadePage: Sendable {
  /// Nil when the page stays as the last build wrote it.
  var file: BuiltSite.File?
  /// Of everything that decides the page.
  var key: Fingerprint
}

/// What rendering comes to.
struct MadePages: Sendable {
  /// In the order of the lessons.
  var lessons: [MadePage]
  var search: MadePage
  /// All lessons on one page, where the course asks for it.
  var onePage: BuiltSite.File?
}
