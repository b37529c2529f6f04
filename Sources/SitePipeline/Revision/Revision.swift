import Diagnostics
import Lab

/// A build after a save that changed the words of lessons, and nothing that other pages show of
/// them: the site stays, and only those pages are made again on which the change can be seen.
///
/// It comes to what a build of everything would come to. Where it cannot be sure of that, or where
/// anything is to be said of a page, there is no revision, and everything is built.
struct Revision {
  private let last: FinishedBuild
  private let inputs: SiteInputs
  private var course: Course
  private var index: CourseIndex
  private var performances: [Performance]
  /// The lessons whose files have changed, and all whose pages have to be made again.
  private var changed: Set<Int> = []
  private var affected: Set<Int> = []

  /// Nil when more than words has changed.
  ///
  /// - Parameters:
  ///   - store: what is kept between builds.
  ///   - stage: where the lessons' blocks run; nil is this process.
  init?(_ last: FinishedBuild?, _ inputs: SiteInputs, store: ResultStore, stage: Stage?) {
    guard let last, let paths = inputs.changedLessons(since: last.inputs) else { return nil }
    self.last = last
    self.inputs = inputs
    (course, index) = (last.site.course, last.site.index)
    performances = last.performances.map(\.settled)
    for path in paths {
      guard let number = index.pages[path], let lesson = lesson(path, at: number),
        take(lesson, at: number)
      else { return nil }
    }
    guard perform(store, stage), !isSpokenOf else { return nil }
  }

  /// The lesson as it is now; nil when something is to be said of it.
  private func lesson(_ path: String, at number: Int) -> Lesson? {
    let file = LessonFile(
      path, inputs.content.files[path] ?? [], in: inputs.contentName,
      isSmart: course.settings.isSmart, memory: .none, files: inputs.includedFiles)
    guard file.diagnostics.isEmpty, file.missingTitle == nil else { return nil }
    var lesson = Lesson(file)
    lesson.part = course.lessons[number].part
    return lesson
  }

  /// Puts the lesson in the place of the one that was; false when more of it has changed than words.
  private mutating func take(_ lesson: Lesson, at number: Int) -> Bool {
    let old = course.lessons[number]
    guard !lesson.isShownElsewhere, lesson.outline.looksLike(old.outline),
      lesson.outline.anchors == old.outline.anchors || !isAnchorAsked(of: old)
    else { return false }
    course.lessons[number] = lesson
    guard let others = index.update(number, from: old, in: course) else { return false }
    changed.insert(number)
    affected.formUnion(others.union([number]))
    return true
  }

  /// Whether a link of another lesson leads to a place on the lesson's page.
  private func isAnchorAsked(of lesson: Lesson) -> Bool {
    course.lessons.contains { other in
      other.source != lesson.source
        && other.outline.links.contains { $0.file == lesson.source && $0.anchor != nil }
    }
  }

  /// Has the blocks of the changed lessons run; false when their figures have other names, or when
  /// something is to be said of them.
  private mutating func perform(_ store: ResultStore, _ stage: Stage?) -> Bool {
    let running = changed.filter { course.lessons[$0].outline.runs }
    guard !running.isEmpty else { return true }
    let made = PagePerformances.make(course, fonts: inputs.fonts, store: store, stage: stage)
    for number in running.sorted() {
      let page = LessonPage(course.lessons[number], of: course)
      guard let done = made.value?.performance(of: page), done.diagnostics.isEmpty,
        done.value.run.namesOfFigures == performances[number].run.namesOfFigures
      else { return false }
      performances[number] = done.value
    }
    return true
  }

  /// Whether the last build had anything to say of the pages that are to be made again.
  private var isSpokenOf: Bool {
    let spoken = Set(last.diagnostics.compactMap(\.span?.path))
    return affected.contains { number in
      let lesson = course.lessons[number]
      return spoken.contains(lesson.name) || lesson.outline.includesOthers && !spoken.isEmpty
    }
  }
}

extension Revision {
  /// The whole site, and what was said of it before; nil when there is more to be said of a page.
  func built(_ watcher: BuildStep.Watcher) -> Diagnosed<BuiltSite?>? {
    watcher(.rendering)
    let site = SiteRenderer(
      course: course, index: index, theme: last.site.theme, mathematics: last.site.mathematics,
      performances: performances, surroundings: last.site.surroundings,
      made: last.site.made.but(affected))
    let numbers = affected.sorted()
    let made = numbers.concurrentMap { site.page(of: $0) }
    guard made.allSatisfy(\.diagnostics.isEmpty) else { return nil }
    last.formulas?.keep(isWhole: false)
    var pages = last.pages
    for (number, page) in zip(numbers, made) { pages.lessons[number] = page.value }
    pages.search = SearchPage(site: site).made(pages.search)
    pages.onePage = affected.isEmpty ? pages.onePage : OnePageEdition(site: site)?.file
    watcher(.assembling)
    let finished = FinishedBuild(
      inputs: inputs, site: site, formulas: last.formulas, performances: performances,
      pages: pages, built: assembled(site, pages), diagnostics: last.diagnostics)
    return Diagnosed(finished.remembered, last.diagnostics)
  }

  /// The last site with the files of the changed pages in their places.
  private func assembled(_ site: SiteRenderer, _ pages: MadePages) -> BuiltSite {
    var built = last.built
    built.replace(
      files(of: last.site, last.pages, last.performances),
      by: files(of: site, pages, performances))
    if course.settings.isOffline {
      let edition = OfflineEdition(site: site)
      let own = built.files.filter { OfflineEdition.paths.contains($0.path) }
      let others = built.files.filter { !OfflineEdition.paths.contains($0.path) }
      built.replace(own, by: edition.files(besides: others, [], pages))
    }
    built.summary.figures = performances.reduce(0) { $0 + $1.figures.count }
    built.lock = FigureLock(performances.flatMap(\.figures).map(\.promise))
    built.reports = performances.flatMap(\.reports)
    return built
  }

  /// All files that a change of words can change.
  private func files(
    of site: SiteRenderer, _ pages: MadePages, _ performances: [Performance]
  ) -> [BuiltSite.File] {
    affected.flatMap { number in
      [pages.lessons[number].file, site.course.lessons[number].markdownCopy].compactMap(\.self)
        + performances[number].files
    } + [pages.onePage, pages.search.file].compactMap(\.self)
  }
}
