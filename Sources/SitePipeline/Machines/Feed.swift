import Markup

extension SiteRenderer {
  static let feedPath = SitePath("feed.xml")

  /// A feed is what is new; who wants all pages takes the sitemap.
  private static let longestFeed = 50

  /// The dated lessons, newest first, those of one day in the order of the course.
  private var news: [Lesson] {
    let dated = course.lessons.enumerated().compactMap { number, lesson in
      lesson.lastChange.map { (day: $0, number: number) }
    }
    let sorted = dated.sorted { $0.day == $1.day ? $0.number < $1.number : $0.day > $1.day }
    return sorted.prefix(Self.longestFeed).map { course.lessons[$0.number] }
  }

  /// Whether there is a feed for pages to name.
  var hasFeed: Bool {
    course.settings.baseURL != nil && course.lessons.contains { $0.lastChange != nil }
  }

  /// The course's changes as Atom (RFC 4287).
  ///
  /// All times come from the lessons' front matter, at midnight UTC, so that the same course gives
  /// the same feed on any day. An address has to be absolute: without `base-url` there is no feed.
  var feed: BuiltSite.File? {
    let news = news
    guard hasFeed, let newest = news.first?.lastChange,
      let home = address(of: SitePath("index.html")), let own = address(of: Self.feedPath)
    else { return nil }
    let settings = course.settings
    let authors = settings.authors.isEmpty ? [settings.title] : settings.authors.map(\.name)
    let head =
      [
        element("title", settings.title),
        settings.tagline.map { element("subtitle", $0) } ?? "",
        element("id", home), "<link href=\"\(escapedHTML(home))\"/>",
        "<link rel=\"self\" href=\"\(escapedHTML(own))\"/>", element("updated", time(newest)),
      ] + authors.map(author)
    return BuiltSite.File(
      path: Self.feedPath.text,
      text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(settings.language)\">\n"
        + lines(head) + news.map(entry).joined() + "</feed>\n")
  }

  private func entry(_ lesson: Lesson) -> String {
    let matter = lesson.frontMatter
    let page = address(of: lesson.path) ?? ""
    let parts =
      [
        element("title", lesson.plainTitle), element("id", page),
        "<link href=\"\(escapedHTML(page))\"/>",
        matter.date.map { element("published", time($0)) } ?? "",
        lesson.lastChange.map { element("updated", time($0)) } ?? "",
      ] + matter.authors.map(author)
      + matter.tags.map { "<category term=\"\(escapedHTML($0))\"/>" }
      + [matter.description.map { element("summary", $0) } ?? ""]
    return "<entry>\n\(lines(parts))</entry>\n"
  }

  private func author(_ name: String) -> String { "<author>\(element("name", name))</author>" }

  private func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(escapedHTML(text))</\(name)>"
  }

  private func lines(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.map { "\($0)\n" }.joined()
  }

  private func time(_ day: CalendarDate) -> String { "\(day.text)T00:00:00Z" }
}
