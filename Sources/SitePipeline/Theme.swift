import Diagnostics
import Markup
import Templating

/// The templates folder, read: what pages look like and which words they use.
struct Theme: Sendable {
  var templates: TemplateLibrary
  var words: [String: String]
  var assets: ThemeAssets

  /// Every template that the generator fills, with what it fills it with.
  private static let entries: [TemplateLibrary.Entry] = [
    .init("page", filledWith: PageModel.self), .init("redirect", filledWith: RedirectModel.self),
    .init("parts/navigation", filledWith: SideNavigationModel.self),
    .init("parts/navigation-page", filledWith: NavigationModel.Page.self),
    .init("parts/contents-section", filledWith: ContentsModel.Section.self),
    .init("parts/popover", filledWith: TermModel.self),
    .init("parts/search-entry", filledWith: SearchModel.Page.self),
    component("quiz", QuizModel.self), component("steps", StepsModel.self),
    component("checklist", ChecklistModel.self), component("details", DetailsModel.self),
    component("tabs", TabsModel.self), component("admonition", AdmonitionModel.self),
    component("figure", FigureModel.self), component("code", CodeModel.self),
    component("output", OutputModel.self), component("diagnostic", OutputModel.self),
    component("ladder", LadderModel.self), component("progress", NoFields.self),
    component("course-map", NavigationModel.self), component("entries", EntriesModel.self),
    component("glossary", GlossaryModel.self), component("term", TermLinkModel.self),
    component("footnote-reference", FootnoteMarkModel.self),
    component("reference", ReferenceModel.self), component("citation", CitationModel.self),
    component("footnotes", FootnotesModel.self),
    component("bibliography", BibliographyModel.self), component("table", TableModel.self),
    component("equation", EquationModel.self), component("not-found", NotFoundModel.self),
    component("figures", FiguresModel.self), component("search", SearchModel.self),
    component("live", LiveModel.self),
  ]

  private static func component<Model: TemplateModel>(
    _ name: String, _ model: Model.Type
  ) -> TemplateLibrary.Entry {
    TemplateLibrary.Entry("components/\(name)", filledWith: model)
  }

  static func read(_ inputs: SiteInputs, language: String) -> Diagnosed<Theme?> {
    let folder = inputs.templatesName
    let ending = ".mustache"
    let files = inputs.templates.paths.filter { $0.hasSuffix(ending) }.map { path in
      (name: String(path.dropLast(ending.count)), text: inputs.templates.text(path) ?? "")
    }
    let words = InterfaceWords.read(inputs.templates, folder: folder, language: language)
    // Without its words no template can be right.
    if words.diagnostics.containsError { return Diagnosed(nil, words.diagnostics) }
    let templates = TemplateLibrary.compile(files, entries: entries, words: words.value) {
      "\(folder)/\($0)\(ending)"
    }
    let assets = ThemeAssets.make(inputs.templates, folder: folder)
    let diagnostics = words.diagnostics + templates.diagnostics + assets.diagnostics
    let theme = Theme(templates: templates.value, words: words.value, assets: assets.value)
    return Diagnosed(diagnostics.containsError ? nil : theme, diagnostics)
  }
}
