import Markup

/// The page that a server shows for an address that leads nowhere.
///
/// It is shown at any depth, so with a `base-url` all its links start at the host's root. Without
/// one they are relative: right at the top of the site, which is the best there is.
struct MissingPage {
  let site: SiteRenderer

  var file: BuiltSite.File {
    let page = GeneratedPage(
      site: site, path: SitePath("404.html"), root: root, kind: "missing",
      title: site.word("missingPage"), head: "<meta name=\"robots\" content=\"noindex\">")
    let lessons = site.shownLessons(from: nil).flatMap { $0 }
    let body = site.templates.render(
      "components/not-found", NotFoundModel(pages: lessons.map(page.link)), root: root)
    return page.file(body: body)
  }

  /// `/course/` for a base of `https://example.org/course/`.
  private var root: String {
    guard let base = site.course.settings.baseURL, let scheme = base.firstRange(of: "://") else {
      return ""
    }
    return String(base[scheme.upperBound...].drop { $0 != "/" })
  }
}
