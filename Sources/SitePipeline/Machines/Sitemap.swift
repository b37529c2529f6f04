import Markup

extension SiteRenderer {
  /// The addresses of all pages, for search engines (sitemaps.org, version 0.9).
  var sitemap: BuiltSite.File? {
    guard course.settings.baseURL != nil else { return nil }
    let entries = course.lessons.map { lesson in
      let changed = lesson.lastChange.map { "<lastmod>\($0.text)</lastmod>" } ?? ""
      return "<url><loc>\(escapedHTML(address(of: lesson.path) ?? ""))</loc>\(changed)</url>\n"
    }
    return BuiltSite.File(
      path: "sitemap.xml",
      text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        + entries.joined() + "</urlset>\n")
  }
}
