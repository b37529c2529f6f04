import Markup

extension SiteRenderer {
  /// The course for a language model: what it is, and where each lesson's Markdown stands
  /// (llmstxt.org).
  var overview: BuiltSite.File {
    let settings = course.settings
    let parts = settings.parts.indices.map { part in
      (title: settings.parts[part].title, lessons: lessonsOfPart[part])
    }
    let rest = course.lessons[ordered.endIndex...]
    let sections = (parts + [(word("morePages"), rest)]).filter { !$0.lessons.isEmpty }
    let summary = (settings.description ?? settings.tagline).map { "> \($0)\n\n" } ?? ""
    return BuiltSite.File(
      path: "llms.txt",
      text: "# \(settings.title)\n\n" + summary
        + sections.map { "## \($0.title)\n\n\($0.lessons.map(line).joined())" }
        .joined(separator: "\n"))
  }

  private func line(_ lesson: Lesson) -> String {
    let address = bestAddress(of: SitePath(lesson.source), from: SitePath("llms.txt"))
    let description = lesson.frontMatter.description.map { ": \($0)" } ?? ""
    return "- [\(lesson.plainTitle)](\(address))\(description)\n"
  }
}

extension Lesson {
  /// The lesson's Markdown beside its page; links from one to another hold there as they are.
  var markdownCopy: BuiltSite.File { BuiltSite.File(path: source, bytes: markdown) }
}
