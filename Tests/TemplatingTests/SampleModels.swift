import Diagnostics
import Templating

struct LinkModel: TemplateModel {
  var title: String?
  var href: String
  var isCurrent = false

  static let fields: [TemplateField<LinkModel>] = [
    .text("title", \.title), .text("href", \.href), .flag("isCurrent", \.isCurrent),
  ]
}

struct LessonModel: TemplateModel {
  var title = "Gates"
  var lead: String?
  var body = "<p>x</p>"
  var tags: [String] = []
  var next: LinkModel?
  var links: [LinkModel] = []

  static let fields: [TemplateField<LessonModel>] = [
    .text("title", \.title), .text("lead", \.lead), .html("body", \.body),
    .texts("tags", \.tags), .object("next", \.next), .list("links", \.links),
  ]
}

/// Templates in memory; the first is filled with a lesson.
func library(
  _ files: KeyValuePairs<String, String>, words: [String: String] = ["skip": "Skip <it>"]
) -> Diagnosed<TemplateLibrary> {
  TemplateLibrary.compile(
    files.map { (name: $0.key, text: $0.value) },
    entries: [.init("page", filledWith: LessonModel.self)], words: words,
    path: { "theme/\($0).mustache" })
}

func rendered(_ text: String, _ lesson: LessonModel = LessonModel(), root: String = "") -> String {
  library(["page": text]).value.render("page", lesson, root: root)
}

/// What is said of templates, with the hints.
func mistakes(_ files: KeyValuePairs<String, String>) -> [String] {
  library(files).diagnostics.map { diagnostic in
    diagnostic.description + (diagnostic.hint.map { " | \($0)" } ?? "")
  }
}
