import Diagnostics

/// What a lesson says about itself, between the two `---` at its top.
package struct FrontMatter: Hashable, Sendable {
  /// What kind of page it is; some have a shape of their own.
  package enum Kind: String, CaseIterable, Sendable {
    case lesson, home, workspace, essay, glossary, hub, entry, checklist, page
  }

  /// Nil takes the first heading's words.
  package var title: String?
  package var description: String?
  package var authors: [String] = []
  package var date: CalendarDate?
  package var updated: CalendarDate?
  package var tags: [String] = []
  /// A draft is not built.
  package var isDraft = false
  /// Other addresses that lead here, from the site's root.
  package var aliases: [Placed<String>] = []
  package var kind = Kind.lesson
  /// The lesson's place on the ladder, from 1.
  package var layer: Int? { placedLayer?.value }
  package var placedLayer: Placed<Int>?
  /// The checks that a learner should have mastered before.
  package var requires: [Placed<String>] = []
  /// What a hub entry says of itself, such as `ACTIVE`.
  package var status: String?
  /// The language of the page, as in HTML; nil is the course's.
  package var language: String?

  package init() {}

  /// Why there is no front matter, where the author meant to write one.
  private static func problems(of source: FrontMatterSource, path: String) -> [Diagnostic] {
    if source.isUnclosed {
      return [
        .error(
          "the front matter has no end", at: Span(path: path, line: 1, column: 1),
          hint: "close it with a line '---'")
      ]
    }
    if source.isForeign {
      return [
        .error(
          "the front matter is YAML, between two lines of '---'",
          at: Span(path: path, line: 1, column: 1), hint: "write '---' for '+++', and 'title: …'")
      ]
    }
    return source.misplacedLine.map { line in
      [
        .error(
          "this does not begin the front matter", at: Span(path: path, line: line, column: 1),
          hint: "it begins with '---' in the first line of the file")
      ]
    } ?? []
  }

  /// Reads what stands between the two lines of `---`.
  static func parse(_ source: FrontMatterSource, path: String) -> Diagnosed<FrontMatter> {
    guard let yaml = source.yaml else {
      return Diagnosed(FrontMatter(), problems(of: source, path: path))
    }
    var fields = YAMLFields(yaml, path: path, lineOffset: 1)
    var result = FrontMatter()
    result.title = fields.text("title").flatMap { $0.isEmpty ? nil : $0 }
    result.description = fields.text("description")
    result.authors = fields.texts("authors").map(\.value)
    result.date = fields.date("date")
    result.updated = fields.date("updated")
    if let date = result.date, let updated = result.updated, updated < date {
      fields.diagnostics.append(
        .error(
          "'updated' is before 'date'", at: fields.span(of: "updated"),
          hint: "'date' is the day of the first version, 'updated' that of the last"))
    }
    let tags = fields.texts("tags")
    result.tags = tags.map(\.value)
    if tags.count == 1, tags[0].value.contains(",") {
      fields.diagnostics.append(
        .warning(
          "this is one tag", at: tags[0].span, hint: "write 'tags: [\(tags[0].value)]' for several")
      )
    }
    result.isDraft = fields.flag("draft") ?? false
    result.aliases = fields.texts("aliases")
    result.kind = fields.choice("kind", Kind.self) ?? .lesson
    result.placedLayer = fields.placedInteger("layer", atLeast: 1)
    result.requires = fields.texts("requires")
    result.status = fields.text("status")
    result.language = fields.language("lang")
    return Diagnosed(result, fields.finish())
  }
}
