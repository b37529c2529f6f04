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

  /// What becomes of HTML in a lesson.
  package enum RawHTML: String, CaseIterable, Sendable {
    /// An error.
    case refused
    /// It stays, without what could run a program in the page (`SafeHTML`).
    case filtered
    /// It stays as it is.
    case unfiltered
  }

  /// How prose names the works that it cites.
  package enum CitationStyle: String, CaseIterable, Sendable {
    /// [1]
    case numeric
    /// (Elman, 1990)
    case authorYear = "author-year"
  }

  /// Under which name the learner's browser keeps the progress; nil takes the title's words.
  package var id: String?
  package var title = ""
  package var tagline: String?
  package var description: String?
  /// Where the site will stand, ending in `/`; needed for feeds and canonical addresses only.
  package var baseURL: String?
  package var language = "en"
  package var license: String?
  /// Where the course's sources can be read.
  package var repository: String?
  /// Where the files of the content folder can be edited, ending in `/`.
  package var editURL: String?
  package var authors: [Author] = []
  package var parts: [Part] = []
  /// A BibTeX file in the content folder.
  package var bibliography: Placed<String>?
  package var citations = CitationStyle.numeric
  /// TeX macros by name, such as `\R`.
  package var macros: [String: String] = [:]
  package var limits = Limits()
  package var isSmart = true
  /// Whether the site has the whole course on one page, too.
  package var hasOnePage = false
  /// Whether a reader can keep the course in the browser, to open it without a network.
  package var isOffline = false
  package var rawHTML = RawHTML.refused

  package init() {}

  package static func parse(path: String, text: String) -> Diagnosed<CourseSettings> {
    var fields = YAMLFields(text, path: path, lineOffset: 0)
    var result = CourseSettings()
    // Where the YAML itself is broken, that it has no title is no news.
    result.title =
      fields.diagnostics.isEmpty
      ? fields.requiredText("title", of: "the course") : fields.text("title") ?? ""
    result.id = fields.slug("id")
    result.tagline = fields.text("tagline")
    result.description = fields.text("description")
    result.baseURL = fields.folderAddress("base-url")
    result.language = fields.language("language") ?? "en"
    result.license = fields.text("license")
    result.repository = fields.address("repository")
    result.editURL = fields.folderAddress("edit-url")
    result.authors = fields.items("authors") { author in
      Author(
        name: author.requiredText("name", of: "an author"), role: author.text("role"),
        organisation: author.text("organisation"))
    }
    result.parts = fields.items("parts") { part in
      Part(title: part.requiredText("title", of: "a part"), pages: part.texts("pages"))
    }
    result.bibliography = fields.placedText("bibliography")
    result.citations = fields.choice("citations", CitationStyle.self) ?? .numeric
    result.macros = macros(&fields)
    result.limits = fields.items("limits") { Limits(&$0) }.first ?? Limits()
    result.isSmart = fields.flag("smart-punctuation") ?? true
    result.hasOnePage = fields.flag("one-page") ?? false
    result.isOffline = fields.flag("offline") ?? false
    result.rawHTML = fields.choice("html", RawHTML.self) ?? .refused
    return Diagnosed(result, fields.finish())
  }

  private static func macros(_ fields: inout YAMLFields) -> [String: String] {
    var macros: [String: String] = [:]
    for (name, text) in fields.textsByName("macros") {
      if !bracesArePaired(text.value) {
        fields.diagnostics.append(
          .error(
            "the braces of this macro are not in pairs", at: text.span,
            hint: "close each '{' with '}'; for the letter itself write '\\{'"))
      }
      if !name.value.hasPrefix("\\") {
        fields.diagnostics.append(
          .error(
            "a macro's name begins with a backslash", at: name.span,
            hint: "write '\\\(name.value)'"))
      }
      macros[name.value] = text.value
    }
    return macros
  }
}

/// Whether each `{` of a TeX text has its `}`; `\{` is a letter.
private func bracesArePaired(_ tex: String) -> Bool {
  var depth = 0
  var isEscaped = false
  for byte in tex.utf8 {
    if byte == UInt8(ascii: "{"), !isEscaped { depth += 1 }
    if byte == UInt8(ascii: "}"), !isEscaped { depth -= 1 }
    if depth < 0 { return false }
    isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
  }
  return depth == 0
}
