import Diagnostics
import Lab
import Lettering
import Markup
import Mathematics
import Scripting
import Synchronization
import Templating

/// Content to site, in phases that never look back.
///
/// The site is nil when it could not be made at all; with errors among the diagnostics it must not
/// be written.
///
/// - Parameters:
///   - store: what is kept between builds; without one everything is worked out anew.
///   - memory: what the last build left; a page that it knows and does not hold is not made but
///     counted among those that stay as they are.
///   - stage: where the lessons' blocks run; nil is this process.
///   - watcher: told what the build is at.
package func buildSite(
  _ inputs: SiteInputs, store: ResultStore = .none, memory: BuildMemory = .none,
  stage: Stage? = nil,
  watcher: @escaping BuildStep.Watcher = { _ in }
) -> Diagnosed<BuiltSite?> {
  watcher(.parsing)
  let stage = stage?.performingOnce
  let revision = Revision(memory.finished, inputs, store: store, stage: stage)
  return revision?.built(watcher) ?? buildWhole(inputs, store, memory, stage, watcher)
}

private func buildWhole(
  _ inputs: SiteInputs, _ store: ResultStore, _ memory: BuildMemory, _ stage: Stage?,
  _ watcher: @escaping BuildStep.Watcher
) -> Diagnosed<BuiltSite?> {
  let course = parseCourse(inputs, memory: memory)
  let done = perform(course.value, fonts: inputs.fonts, store, stage, watcher)
  guard done.value.count == course.value.lessons.count else {
    return Diagnosed(nil, course.diagnostics + done.diagnostics)
  }
  watcher(.indexing)
  let index = CourseIndex.make(
    course.value, runs: done.value.map(\.run), memory: memory)
  let language = course.value.settings.language
  let theme =
    memory.finished?.theme(inputs, language: language).map { Diagnosed($0) }
    ?? Theme.read(inputs, language: language)
  let soFar =
    course.diagnostics + done.diagnostics + index.diagnostics + theme.diagnostics
  guard let theme = theme.value else { return Diagnosed(nil, soFar) }
  let formulas = inputs.katex.map {
    StoredFormulas(katex: $0, macros: course.value.settings.macros, store: store)
  }
  let site = SiteRenderer(
    course: course.value, index: index.value, theme: theme, mathematics: formulas?.typesetter,
    performances: done.value,
    surroundings: Surroundings(inputs, course.value, index.value, done.value),
    made: .after(memory.finished?.site.made))
  watcher(.rendering)
  let pages = render(site, memory)
  formulas?.keep(isWhole: pages.value.lessons.allSatisfy { $0.file != nil })
  watcher(.assembling)
  let built = assemble(site, pages.value, performances: done.value)
  let diagnostics = once(soFar + missingTools(inputs, course.value) + pages.diagnostics)
  let finished = FinishedBuild(
    inputs: inputs, site: site, formulas: formulas, performances: done.value, pages: pages.value,
    built: built, diagnostics: diagnostics)
  return Diagnosed(finished.remembered, diagnostics)
}

/// What is wrong with an included file is said once, not once for each lesson.
private func once(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var said: Set<Diagnostic> = []
  return diagnostics.filter { said.insert($0).inserted }
}

/// Has every lesson's blocks run and their figures drawn, the lessons side by side.
private func perform(
  _ course: Course, fonts: FontSet, _ store: ResultStore, _ stage: Stage?,
  _ watcher: @escaping BuildStep.Watcher
) -> Diagnosed<[Performance]> {
  let made = PagePerformances.make(course, fonts: fonts, store: store, stage: stage)
  guard let performances = made.value else { return Diagnosed([], made.diagnostics) }
  let pages = course.lessons.map { LessonPage($0, of: course) }
  watcher(.performing(done: 0, of: pages.count))
  let count = Atomic(0)
  let done = pages.concurrentMap { page in
    let performance = performances.performance(of: page)
    let done = count.add(1, ordering: .relaxed).newValue
    watcher(.performing(done: done, of: pages.count))
    return performance
  }
  let performed = done.map { page in
    var performance = page.value
    performance.isUnfinished = page.diagnostics.containsError
    return performance
  }
  return Diagnosed(performed, done.flatMap(\.diagnostics))
}

/// Renders every lesson, side by side, and the page that lists them.
private func render(_ site: SiteRenderer, _ memory: BuildMemory) -> Diagnosed<MadePages> {
  let pages = Array(site.course.lessons.indices).concurrentMap { site.page(of: $0) }
  let search = SearchPage(site: site).made(memory.search)
  return Diagnosed(
    MadePages(
      lessons: pages.map(\.value), search: search, onePage: OnePageEdition(site: site)?.file),
    pages.flatMap(\.diagnostics))
}

/// What this machine lacks and the course needs, each said once.
private func missingTools(_ inputs: SiteInputs, _ course: Course) -> [Diagnostic] {
  guard inputs.katex == nil else { return [] }
  let formula = course.lessons.lazy.compactMap(\.outline.firstFormula).first
  guard let formula else { return [] }
  return [
    .error(
      "formulas need KaTeX, and it is not on this machine", at: formula,
      hint: StandardKaTeX.hint)
  ]
}
