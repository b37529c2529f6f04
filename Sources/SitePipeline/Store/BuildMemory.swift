import Diagnostics
import Fingerprinting

/// What a build leaves for the next one, so that a lesson that is as it was need not be read, nor
/// its page made again.
///
/// Only lessons that are plain are remembered: nothing was to be said of them, nothing runs on
/// them, and no term is explained there. Their pages depend on their own file and on what the whole
/// course agrees on, the `Surroundings`.
package struct BuildMemory: Sendable {
  struct Page: Sendable {
    /// Of the lesson's file.
    var source: Fingerprint
    var outline: LessonOutline
    /// The numbers of the terms that the text uses.
    var terms: [Int]
    var page: MadePage
  }

  /// What lessons were read with: nothing is known of them when it differs.
  var reading: Fingerprint
  /// Of the names that the numbers of terms stand for.
  var glossary: Fingerprint
  /// By the lesson's file.
  var pages: [String: Page]
  /// The page that lists all lessons.
  var search: MadePage?

  /// Nothing is known.
  package static let none = BuildMemory(
    reading: Fingerprint(ofText: ""), glossary: Fingerprint(ofText: ""), pages: [:])
}

extension SiteInputs {
  /// What is known of lessons that are read in this way.
  func remembered(_ memory: BuildMemory, isSmart: Bool) -> BuildMemory {
    memory.reading == reading(isSmart: isSmart) ? memory : .none
  }

  /// Everything but its own file that reading a lesson depends on.
  func reading(isSmart: Bool) -> Fingerprint {
    Fingerprint(ofText: "\(Engine.version)\n\(contentName)\n\(isSmart)")
  }
}

extension BuildMemory {
  /// What is worth knowing of a finished build.
  ///
  /// - Parameter diagnostics: what the build had to say; it has to be said again next time.
  init(
    _ inputs: SiteInputs, _ site: SiteRenderer, _ made: MadePages, _ diagnostics: [Diagnostic]
  ) {
    let spoken = Set(diagnostics.compactMap(\.span?.path))
    reading = inputs.reading(isSmart: site.course.settings.isSmart)
    glossary = site.index.glossary.fingerprint
    pages = [:]
    search = made.search
    for (number, lesson) in site.course.lessons.enumerated()
    where lesson.isPlain && !spoken.contains(lesson.name) {
      pages[lesson.source] = Page(
        source: lesson.fingerprint, outline: lesson.outline,
        terms: site.index.termsOfLesson[number], page: made.lessons[number])
    }
  }
}
