import Diagnostics

/// A whole site and how it was made, for a build that follows in the same process.
final class FinishedBuild: Sendable {
  let inputs: SiteInputs
  let site: SiteRenderer
  let formulas: StoredFormulas?
  let performances: [Performance]
  let pages: MadePages
  let built: BuiltSite
  let diagnostics: [Diagnostic]

  /// Nil when the site has mistakes, or pages that were not made.
  init?(
    inputs: SiteInputs, site: SiteRenderer, formulas: StoredFormulas?, performances: [Performance],
    pages: MadePages, built: BuiltSite, diagnostics: [Diagnostic]
  ) {
    guard built.kept.isEmpty, !diagnostics.containsError else { return nil }
    self.inputs = inputs
    self.site = site
    self.formulas = formulas
    self.performances = performances.map(\.settled)
    self.pages = pages
    self.built = built
    self.diagnostics = diagnostics
  }
}

extension BuildMemory {
  /// Lets go of the lessons' texts, which are read again when somebody asks for them.
  package func forgetTexts() {
    for lesson in finished?.site.course.lessons ?? [] { lesson.forgetText() }
  }
}
