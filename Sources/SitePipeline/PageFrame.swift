import Synchronization
import Templating

/// What all pages of a folder have in common: how they name the site's files, and the parts of the
/// page template that show nothing else, filled once.
struct PageFrame: Sendable {
  let model: PageFrameModel
  let templates: TemplateLibrary
}

/// Values that many pages ask for, each made once.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])

  /// The value for `key`; two pages that ask at once may both make it, and come to the same.
  func value(for key: Key, _ make: () -> Value) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    let value = make()
    known.withLock { $0[key] = value }
    return value
  }
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
