import Diagnostics

/// What `course.yml` says about the course as a whole.
package struct CourseSettings: Hashable, Sendable {
  package struct Author: Hashable, Sendable {
    package var name: String
    package var role: String?
    package var organisation: String?
  }

  package struct Part: Hashable, Sendable {
    package var title: String
    /// Lessons by their path in the content folder, in order.
    package var pages: [Placed<String>]
  }

  /// Nil leaves a limit as the engine has it.
  package struct Limits: Hashable, Sendable {
    package var steps: Int?
    package var seconds: Double?
  }

  package var title = ""
  package var tagline: String?
  package var description: String?
  /// Where the site will stand, ending in `/`; needed for feeds and canonical addresses only.
  package var baseURL: String?
  package var language = "en"
  package var license: String?
  /// Where the course's sources can be read.
  package var repository: String?
  package var authors: [Author] = []
  package var parts: [Part] = []
  /// A BibTeX file in the content folder.
  package var bibliography: Placed<String>?
  /// TeX macros by name, such as `\R`.
  package var macros: [String: String] = [:]
  package var limits = Limits()
  package var isSmart = true

  package init() {}

  package static func parse(path: String, text: String) -> Diagnosed<CourseSettings> {
    var fields = YAMLFields(text, path: path, lineOffset: 0)
    var result = CourseSettings()
    if let title = fields.text("title") {
      result.title = title
    } else if fields.diagnostics.isEmpty {
      fields.diagnostics.append(
        .error("the course has no title", at: Span(path: path, line: 1, column: 1)))
    }
    result.tagline = fields.text("tagline")
    result.description = fields.text("description")
    result.baseURL = fields.text("base-url").map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    result.language = fields.text("language") ?? "en"
    result.license = fields.text("license")
    result.repository = fields.text("repository")
    result.authors = fields.items("authors") { author in
      Author(
        name: author.text("name") ?? "", role: author.text("role"),
        organisation: author.text("organisation"))
    }
    result.parts = fields.items("parts") { part in
      Part(title: part.text("title") ?? "", pages: part.texts("pages"))
    }
    result.bibliography = fields.texts("bibliography").first
    for (name, text) in fields.textsByName("macros") { result.macros[name] = text }
    result.limits =
      fields.items("limits") { limits in
        Limits(steps: limits.integer("steps"), seconds: limits.number("seconds"))
      }.first ?? Limits()
    result.isSmart = fields.flag("smart-punctuation") ?? true
    return Diagnosed(result, fields.finish())
  }
}
