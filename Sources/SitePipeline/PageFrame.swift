import Templating

extension SiteRenderer {
  /// How all pages of a folder name the site's files.
  func frame(of page: SitePath) -> PageFrameModel {
    made.frames.value(for: page.folder) {
      let viewpoint = Viewpoint(page: page)
      let feed = hasFeed ? viewpoint.href(Self.feedPath) : nil
      return PageFrameModel(
        site: model(
          feed: feed.map { LinkModel(title: course.settings.title, href: $0) }, from: viewpoint),
        assets: assetsModel(from: viewpoint))
    }
  }
}
