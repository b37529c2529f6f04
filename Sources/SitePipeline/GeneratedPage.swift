import Markup

/// A page that no lesson stands behind, in the frame that all pages have.
struct GeneratedPage {
  let site: SiteRenderer
  let path: SitePath
  /// What stands before every address of the site: empty for a page at its top.
  var root = ""
  /// As `data-page` and the body's class name it.
  let kind: String
  let title: String
  /// What else belongs into the page's head.
  var head: String?

  private var settings: CourseSettings { site.course.settings }

  func file(body: String) -> BuiltSite.File {
    BuiltSite.File(
      path: path.text, text: site.templates.render("page", model(body), root: root))
  }

  func href(_ path: SitePath) -> String { root + percentEncoded(path.text) }

  func link(to lesson: Lesson) -> LinkModel {
    LinkModel(title: lesson.plainTitle, href: href(lesson.path))
  }

  private func model(_ body: String) -> PageModel {
    PageModel(
      language: settings.language, site: site.model(feed: nil, href: href),
      page: PageBodyModel(
        kind: kind, path: path.text, headTitle: "\(title) · \(settings.title)", title: title,
        titleHTML: escapedHTML(title), description: title, head: head, body: body),
      assets: site.assetsModel(href: href), navigation: SideNavigationModel(parts: navigation),
      terms: [])
  }

  private var navigation: [SideNavigationModel.Part] {
    site.shownLessons(from: nil).enumerated().map { part, lessons in
      SideNavigationModel.Part(
        title: settings.parts[part].title,
        pages: lessons.map { lesson in
          site.templates.render(
            "parts/navigation-page",
            NavigationModel.Page(
              title: lesson.plainTitle, href: href(lesson.path), isCurrent: false), root: root)
        }.joined())
    }
  }
}

extension SiteRenderer {
  /// What every page says of the site around it.
  ///
  /// - Parameter href: the address of a file of the site as the page has to write it.
  func model(feed: LinkModel?, href: (SitePath) -> String) -> SiteModel {
    let settings = course.settings
    return SiteModel(
      id: slug(of: settings.title), title: settings.title, tagline: settings.tagline,
      href: href(SitePath("index.html")), notice: settings.license.map(escapedHTML), feed: feed,
      search: LinkModel(title: word("search"), href: href(SearchPage.path)),
      repository: settings.repository.map { LinkModel(title: settings.title, href: $0) })
  }

  func assetsModel(href: (SitePath) -> String) -> AssetsModel {
    AssetsModel(
      css: href(SitePath(assets.style.path)), script: href(SitePath(assets.script.path)),
      icon: href(SitePath(assets.icon.path)))
  }
}
