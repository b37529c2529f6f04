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
  var contents: ContentsModel?

  private var settings: CourseSettings { site.course.settings }
  private var viewpoint: Viewpoint { Viewpoint(root: root) }

  func file(body: String) -> BuiltSite.File {
    BuiltSite.File(
      path: path.text, text: site.templates.render("page", model(body), root: root))
  }

  func href(_ path: SitePath) -> String { viewpoint.href(path) }

  func link(to lesson: Lesson) -> LinkModel {
    LinkModel(title: lesson.plainTitle, href: href(lesson.path))
  }

  private func model(_ body: String) -> PageModel {
    PageModel(
      language: settings.language,
      frame: PageFrameModel(
        site: site.model(feed: nil, from: viewpoint), assets: site.assetsModel(from: viewpoint)),
      page: PageBodyModel(
        kind: kind, path: path.text, headTitle: "\(title) · \(settings.title)", title: title,
        titleHTML: escapedHTML(title), description: title, head: head, body: body),
      navigation: site.navigation(from: viewpoint), contents: contents)
  }
}

extension SiteRenderer {
  /// What every page says of the site around it.
  func model(feed: LinkModel?, from viewpoint: Viewpoint) -> SiteModel {
    let settings = course.settings
    return SiteModel(
      id: settings.id ?? slug(of: settings.title), title: settings.title, tagline: settings.tagline,
      href: viewpoint.href(SitePath("index.html")), notice: settings.license.map(escapedHTML),
      feed: feed,
      onePage: settings.hasOnePage
        ? LinkModel(title: word("onePage"), href: viewpoint.href(OnePageEdition.path)) : nil,
      offline: settings.isOffline
        ? OfflineModel(
          manifest: viewpoint.href(OfflineEdition.manifestPath),
          worker: viewpoint.href(OfflineEdition.workerPath),
          script: viewpoint.href(SitePath(assets.offline.path))) : nil,
      search: LinkModel(title: word("search"), href: viewpoint.href(SearchPage.path)),
      repository: settings.repository.map { LinkModel(title: settings.title, href: $0) })
  }

  func assetsModel(from viewpoint: Viewpoint) -> AssetsModel {
    AssetsModel(
      css: viewpoint.href(SitePath(assets.style.path)),
      script: viewpoint.href(SitePath(assets.script.path)),
      icon: viewpoint.href(SitePath(assets.icon.path)))
  }
}
