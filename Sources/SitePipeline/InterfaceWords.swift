import Diagnostics
import Markup

/// The words of the interface, by key, from the theme's `words` folder: a file for each language.
enum InterfaceWords {
  private static let complete = "en"

  /// The words in `language`; those that its file lacks are English, and named.
  ///
  /// - Parameter language: as the course says it (BCP 47): for `pt-BR` that file, or else `pt`.
  static func read(
    _ templates: SourceTree, folder: String, language: String
  ) -> Diagnosed<[String: String]> {
    let english = words(of: complete, templates, folder)
    guard let base = english.value else {
      return Diagnosed(
        [:], [.error("the theme has no file '\(folder)/words/\(complete).yml'", at: nil)])
    }
    let names = [language, String(language.prefix { $0 != "-" })]
    guard let name = names.first(where: { templates.files["words/\($0).yml"] != nil }) else {
      let warning = Diagnostic.warning(
        "the theme has no words in '\(language)', so the pages' own are English", at: nil,
        hint: "translate 'words/en.yml' into '\(folder)/words/\(names[1]).yml'")
      return Diagnosed(base, english.diagnostics + [warning])
    }
    guard name != complete else { return Diagnosed(base, english.diagnostics) }
    let own = words(of: name, templates, folder)
    let found = own.value ?? [:]
    return Diagnosed(
      base.merging(found) { _, own in own },
      english.diagnostics + own.diagnostics
        + differences(from: base, found, at: Span(path: path(of: name, folder), line: 1, column: 1))
    )
  }

  private static func differences(
    from base: [String: String], _ found: [String: String], at place: Span
  ) -> [Diagnostic] {
    let missing = base.keys.filter { found[$0] == nil }.sorted()
    let unknown = found.keys.filter { base[$0] == nil }.sorted()
    return missing.map {
      .warning(
        "there is no word for '\($0)' here; it stays English", at: place,
        hint: base[$0].map { "it is '\($0)'" })
    }
      + unknown.map {
        .warning(
          "no page asks for the word '\($0)'", at: place, hint: didYouMean($0, among: base.keys))
      }
  }

  private static func words(
    of language: String, _ templates: SourceTree, _ folder: String
  ) -> Diagnosed<[String: String]?> {
    guard let text = templates.text("words/\(language).yml") else { return Diagnosed(nil) }
    return parseWords(path: path(of: language, folder), text: text).map { $0 }
  }

  private static func path(of language: String, _ folder: String) -> String {
    "\(folder)/words/\(language).yml"
  }
}
