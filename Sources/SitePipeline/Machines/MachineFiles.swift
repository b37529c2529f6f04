import Markup

extension SiteRenderer {
  /// What the site carries for programs instead of people.
  var machineFiles: [BuiltSite.File] {
    [feed, sitemap].compactMap { $0 } + [overview]
  }

  /// The absolute address of a file of the site; nil as long as the course has no `base-url`.
  func address(of path: SitePath) -> String? {
    course.settings.baseURL.map { $0 + percentEncoded(path.text) }
  }

  /// The absolute address, or without a `base-url` the one relative to `page`.
  func bestAddress(of path: SitePath, from page: SitePath) -> String {
    address(of: path) ?? path.link(from: page)
  }
}

extension Lesson {
  /// The day of the last change that the front matter tells of.
  var lastChange: CalendarDate? { frontMatter.updated ?? frontMatter.date }
}
