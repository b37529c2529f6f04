import Diagnostics
import Lab
import Lettering
import Markup
import Mathematics
import Scripting
import Templating

/// Content to site, in phases that never look back.
///
/// The site is nil when it could not be made at all; with errors among the diagnostics it must not
/// be written.
package func buildSite(_ inputs: SiteInputs) -> Diagnosed<BuiltSite?> {
  let course = parseCourse(inputs)
  let runs = execute(course.value)
  let figures = illustrate(runs.value, fonts: inputs.fonts)
  let index = CourseIndex.make(course.value, runs: runs.value)
  let theme = Theme.read(inputs)
  let soFar =
    course.diagnostics + runs.diagnostics + figures.diagnostics + index.diagnostics
    + theme.diagnostics
  guard let theme = theme.value else { return Diagnosed(nil, soFar) }
  let mathematics = inputs.katex.map {
    MathTypesetter(katex: $0, macros: course.value.settings.macros)
  }
  let site = SiteRenderer(
    course: course.value, index: index.value, theme: theme, mathematics: mathematics,
    runs: runs.value, illustrations: figures.value)
  let pages = render(site)
  return Diagnosed(
    assemble(site, pages: pages.value, figures: figures.value),
    soFar + missingTools(inputs, course.value) + pages.diagnostics)
}

/// Runs every lesson's blocks, the lessons side by side.
private func execute(_ course: Course) -> Diagnosed<[PageRun]> {
  var limits = Limits()
  if let steps = course.settings.limits.steps { limits.steps = steps }
  if let seconds = course.settings.limits.seconds { limits.seconds = seconds }
  let runner = PageRunner(limits: limits)
  let runs = course.lessons.map { LessonPage($0.document) }.concurrentMap { runner.run($0) }
  return Diagnosed(runs.map(\.value), runs.flatMap(\.diagnostics))
}

/// Draws every figure, the blocks side by side.
func illustrate(_ runs: [PageRun], fonts: FontSet) -> Diagnosed<[Illustration]> {
  let illustrator: Illustrator
  do throws(FontError) {
    illustrator = try Illustrator(fonts: fonts)
  } catch {
    return Diagnosed([], [.error(error.description, at: nil, hint: StandardFonts.hint)])
  }
  let jobs = runs.flatMap { run in
    run.blocks.indices.filter { !run.blocks[$0].figures.isEmpty }.map { index in
      // A block can depend on all that stands above it on its page.
      (block: run.blocks[index], program: run.blocks[...index].map(\.block.program))
    }
  }
  let drawn = jobs.concurrentMap { illustrator.illustrate($0.block, program: $0.program) }
  return Diagnosed(drawn.flatMap(\.value), drawn.flatMap(\.diagnostics))
}

/// Renders every lesson, side by side.
private func render(_ site: SiteRenderer) -> Diagnosed<[BuiltSite.File]> {
  let pages = Array(site.course.lessons.indices).concurrentMap { site.page(of: $0) }
  return Diagnosed(pages.map(\.value), pages.flatMap(\.diagnostics))
}

/// What this machine lacks and the course needs, each said once.
private func missingTools(_ inputs: SiteInputs, _ course: Course) -> [Diagnostic] {
  guard inputs.katex == nil else { return [] }
  let formula = course.lessons.lazy.compactMap { lesson -> Span? in
    var first: Span?
    for block in lesson.document.blocks {
      block.forEachPart { part in
        switch part {
        case .block(let block): if case .math = block.kind { first = first ?? block.span }
        case .inline(let inline): if case .math = inline.kind { first = first ?? inline.span }
        }
      }
    }
    return first
  }.first
  guard let formula else { return [] }
  return [
    .error(
      "formulas need KaTeX, and it is not on this machine", at: formula,
      hint: StandardKaTeX.hint)
  ]
}
