import Diagnostics
import Fingerprinting
import Markup

/// What a build leaves for the next one, so that a lesson that is as it was need not be read, nor
/// its page made again.
///
/// Only lessons that are plain are remembered: nothing was to be said of them, nothing runs on
/// them, and no term is explained there. Their pages depend on their own file and on what the whole
/// course agrees on, the `Surroundings`.
package struct BuildMemory: Sendable {
  /// An object, because it goes from build to build as it is.
  final class Page: Sendable {
    /// Of the lesson's file.
    let source: Fingerprint
    let outline: LessonOutline
    /// The numbers of the terms that the text uses.
    let terms: [Int]
    let page: MadePage

    init(source: Fingerprint, outline: LessonOutline, terms: [Int], page: MadePage) {
      self.source = source
      self.outline = outline
      self.terms = terms
      self.page = page
    }
  }

  /// What lessons were read with: nothing is known of them when it differs.
  var reading: Fingerprint
  /// The course's file and what it says, when there was nothing wrong with it.
  var settings: (source: Fingerprint, value: CourseSettings)?
  /// Of the names that the numbers of terms stand for.
  var glossary: Fingerprint
  /// By the lesson's file.
  var pages: [String: Page]
  /// The page that lists all lessons.
  var search: MadePage?
  /// The build itself, as long as its process lives; nil when it did not make every page.
  var finished: FinishedBuild?

  /// Nothing is known.
  package static let none = BuildMemory(
    reading: Fingerprint(ofText: ""), glossary: Fingerprint(ofText: ""), pages: [:])
}

extension SiteInputs {
  /// Of the course's file; nil where there is none.
  var settingsFingerprint: Fingerprint? {
    content.files[CourseParser.settingsName].map { Fingerprint(of: $0) }
  }

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
    pages = Dictionary(minimumCapacity: site.course.lessons.count)
    search = made.search
    for (number, lesson) in site.course.lessons.enumerated()
    where lesson.isPlain && !spoken.contains(lesson.name) {
      let (terms, page) = (site.index.termsOfLesson[number], made.lessons[number])
      let known = lesson.remembered
      let isKnown = known?.page.key == page.key && known?.terms == terms
      pages[lesson.source] =
        isKnown
        ? known
        : Page(source: lesson.fingerprint, outline: lesson.outline, terms: terms, page: page)
    }
    let settingsPath = "\(inputs.contentName)/\(CourseParser.settingsName)"
    if !spoken.contains(settingsPath), let source = inputs.settingsFingerprint {
      settings = (source, site.course.settings)
    }
  }
}
