import Markup

/// The page that a server shows for an address that leads nowhere.
///
/// It is shown at any depth, so with a `base-url` all its links start at the host's root. Without
/// one they are relative: right at the top of the site, which is the best there is.
struct MissingPage {
  static let path = SitePath("404.html")

  let site: SiteRenderer

  private var settings: CourseSettings { site.course.settings }

  var file: BuiltSite.File {
    let body = site.templates.render(
      "components/not-found", NotFoundModel(pages: pages.flatMap(\.1)), root: root)
    let html = site.templates.render("page", model(body: body), root: root)
    return BuiltSite.File(path: Self.path.text, text: html)
  }

  /// `/course/` for a base of `https://example.org/course/`.
  private var root: String {
    guard let base = settings.baseURL, let scheme = base.firstRange(of: "://") else { return "" }
    return String(base[scheme.upperBound...].drop { $0 != "/" })
  }

  private func model(body: String) -> PageModel {
    let title = site.word("missingPage")
    return PageModel(
      language: settings.language,
      site: SiteModel(
        id: slug(of: settings.title), title: settings.title, tagline: settings.tagline,
        href: href("index.html"), notice: settings.license.map(escapedHTML), feed: nil,
        search: nil,
        repository: settings.repository.map { LinkModel(title: settings.title, href: $0) }),
      page: PageBodyModel(
        kind: "missing", path: Self.path.text, headTitle: "\(title) · \(settings.title)",
        title: title, titleHTML: escapedHTML(title), description: title,
        head: "<meta name=\"robots\" content=\"noindex\">", body: body),
      assets: AssetsModel(
        css: href(site.assets.style.path), script: href(site.assets.script.path),
        icon: href(site.assets.icon.path)),
      navigation: NavigationModel(parts: navigation), terms: [])
  }

  /// The pages beside every page, part by part.
  private var pages: [(title: String, [LinkModel])] {
    site.shownLessons(from: nil).enumerated().map { part, lessons in
      (
        settings.parts[part].title,
        lessons.map { lesson in
          LinkModel(title: lesson.plainTitle, href: href(lesson.path.text))
        }
      )
    }
  }

  private var navigation: [NavigationModel.Part] {
    pages.map { title, links in
      NavigationModel.Part(
        title: title,
        pages: links.map {
          NavigationModel.Page(title: $0.title, href: $0.href, isCurrent: false)
        })
    }
  }

  private func href(_ path: String) -> String { root + percentEncoded(path) }
}
