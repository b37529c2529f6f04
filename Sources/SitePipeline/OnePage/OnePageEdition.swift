import Markup

/// A lesson as it stands among all others, and what its checks say at the end of the page.
struct OnePageLesson: Sendable {
  var model: OnePageModel.Lesson
  var answers: [OnePageModel.Answer]
}

/// The whole course as one page, to be read without turning pages, printed, or kept.
struct OnePageEdition {
  static let path = SitePath("print.html")

  let site: SiteRenderer
  /// What the ids of each lesson begin with: its path, with dots.
  private let prefixes: [SitePath: String]

  /// Nil where the course does not ask for it.
  init?(site: SiteRenderer) {
    guard site.course.settings.hasOnePage else { return nil }
    self.site = site
    let lessons = site.ordered.filter { $0.frontMatter.kind != .home }
    prefixes = Dictionary(
      lessons.map { lesson in
        let name = lesson.path.text.split(separator: "/").joined(separator: ".")
        return (lesson.path, percentEncoded(String(name.dropLast(".html".count))))
      }
    ) { first, _ in first }
  }

  var file: BuiltSite.File {
    let bodies = Array(site.ordered.indices).filter { !isHome($0) }.concurrentMap { number in
      site.made.onePageLessons.value(for: number) { lesson(number) }
    }
    let model = OnePageModel(
      lessons: bodies.map(\.model), answers: bodies.flatMap(\.answers))
    let page = GeneratedPage(
      site: site, path: Self.path, kind: "one-page", title: site.word("onePage"),
      head: "<meta name=\"robots\" content=\"noindex\">",
      contents: site.contents(
        bodies.map {
          ContentsModel.Section(
            titleHTML: escapedHTML($0.model.title), href: "#\($0.model.id)", sections: [])
        }, root: ""))
    return page.file(body: site.templates.render("components/one-page", model, root: ""))
  }

  private func isHome(_ number: Int) -> Bool {
    site.course.lessons[number].frontMatter.kind == .home
  }

  private func lesson(_ number: Int) -> OnePageLesson {
    let lesson = site.course.lessons[number]
    // What is wrong with it is said when its own page is made.
    let own = site.body(
      of: number, PageRenderer(site: site, lesson: lesson, run: site.runs[number]))
    var body = MovedBody(lesson: lesson, prefixes: prefixes, page: Self.path).html(own)
    let prefix = prefixes[lesson.path] ?? ""
    let answers = site.index.checksOfLesson[number].compactMap { check in
      takeAnswers(to: "\(prefix).\(check)", from: &body).map { html in
        OnePageModel.Answer(
          id: "\(prefix).\(check).answers", title: site.index.checks[check]?.title ?? check,
          href: "#\(prefix).\(check)", html: html)
      }
    }
    let part = lesson.part.map { site.course.settings.parts[$0].title }
    let isFirst = number == 0 || site.course.lessons[number - 1].part != lesson.part
    return OnePageLesson(
      model: OnePageModel.Lesson(
        id: prefix, part: isFirst ? part : nil, title: lesson.plainTitle,
        href: lesson.path.link(from: Self.path), body: body), answers: answers)
  }

  /// Cuts what a check would show behind its answers, and leaves a link to where it goes.
  private func takeAnswers(to check: String, from body: inout String) -> String? {
    guard let quiz = body.firstPlace(of: "<section class=\"quiz\" id=\"\(check)\""),
      let start = body[quiz.upperBound...].firstPlace(of: "<details class=\"answers\">"),
      let summary = body[start.upperBound...].firstPlace(of: "</summary>"),
      let end = endOfDetails(in: body[start.upperBound...])
    else { return nil }
    let answers = String(body[summary.upperBound..<end.lowerBound])
    body.replaceSubrange(
      start.lowerBound..<end.upperBound,
      with: "<p><a href=\"#\(check).answers\">\(escapedHTML(site.word("answers")))</a></p>")
    return answers
  }

  /// The end tag that belongs to a `<details>` before `text`.
  private func endOfDetails(in text: Substring) -> Range<String.Index>? {
    var rest = text
    var depth = 1
    while let end = rest.firstPlace(of: "</details>") {
      depth += rest[..<end.lowerBound].ranges(of: "<details").count - 1
      if depth == 0 { return end }
      rest = rest[end.upperBound...]
    }
    return nil
  }
}
