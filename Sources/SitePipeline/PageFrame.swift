import Templating

/// What all pages of a folder have in common: how they name the site's files, and the parts of the
/// page template that show nothing else, filled once.
struct PageFrame: Sendable {
  let model: PageFrameModel
  let templates: TemplateLibrary
}

extension SiteRenderer {
  func frame(of page: SitePath) -> PageFrame {
    frames.value(for: page.folder) {
      let viewpoint = Viewpoint(page: page)
      let feed = hasFeed ? viewpoint.href(Self.feedPath) : nil
      let model = PageFrameModel(
        site: model(
          feed: feed.map { LinkModel(title: course.settings.title, href: $0) }, from: viewpoint),
        assets: assetsModel(from: viewpoint))
      let filled = templates.filled(with: model, root: viewpoint.root, in: "page")
      return PageFrame(model: model, templates: filled)
    }
  }
}
