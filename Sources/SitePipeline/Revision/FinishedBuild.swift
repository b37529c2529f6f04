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

  init(
    inputs: SiteInputs, site: SiteRenderer, formulas: StoredFormulas?, performances: [Performance],
    pages: MadePages, built: BuiltSite, diagnostics: [Diagnostic]
  ) {
    self.inputs = inputs
    self.site = site
    self.formulas = formulas
    self.performances = performances
    self.pages = pages
    self.built = built
    self.diagnostics = diagnostics
  }

  /// The site with all that the next build can use of this one.
  var remembered: BuiltSite {
    var site = built
    site.memory = BuildMemory(inputs, self.site, pages, diagnostics)
    // Of a site with mistakes, or with pages that were not made, there is no revision.
    site.memory.finished = built.kept.isEmpty && !diagnostics.containsError ? self : nil
    return site
  }
}

extension FinishedBuild {
  /// The theme, where it was read from the same files and nothing had to be said of it.
  func theme(_ inputs: SiteInputs, language: String) -> Theme? {
    let isSame =
      inputs.templates == self.inputs.templates && inputs.templatesName == self.inputs.templatesName
      && language == site.course.settings.language
    let folder = inputs.templatesName + "/"
    let isSilent = !diagnostics.contains { $0.span?.path.hasPrefix(folder) == true }
    return isSame && isSilent ? site.theme : nil
  }
}

extension BuildMemory {
  /// Lets go of the lessons' texts, which are read again when somebody asks for them.
  package func forgetTexts() {
    for lesson in finished?.site.course.lessons ?? [] { lesson.forgetText() }
  }
}
