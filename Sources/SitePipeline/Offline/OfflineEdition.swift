import Fingerprinting
import Markup

/// What lets a reader keep the course and open it like a program: a manifest (W3C Web Application
/// Manifest) and a service worker with the list of all files.
///
/// Nothing is kept before the reader asks for it, and nothing is asked of anybody else.
struct OfflineEdition {
  static let manifestPath = SitePath("manifest.webmanifest")
  static let workerPath = SitePath("offline-worker.js")
  static let paths: Set<String> = [manifestPath.text, workerPath.text]

  let site: SiteRenderer

  func files(besides files: [BuiltSite.File], _ kept: [String], _ pages: MadePages)
    -> [BuiltSite.File]
  {
    guard site.course.settings.isOffline else { return [] }
    return [manifest, worker(files, kept, pages)]
  }

  private var manifest: BuiltSite.File {
    let settings = site.course.settings
    let icon = SitePath(site.assets.icon.path).link(from: Self.manifestPath)
    let data = JSON.object(of: [
      "name": .text(settings.title), "description": .text(settings.tagline),
      "lang": .text(settings.language), "start_url": .text("index.html"), "scope": .text("./"),
      "display": .text("minimal-ui"), "theme_color": .text("#ffffff"),
      "background_color": .text("#ffffff"),
      "icons": .list([
        .object(of: [
          "src": .text(icon), "sizes": .text("any"), "type": .text("image/svg+xml"),
        ])
      ]),
    ])
    return BuiltSite.File(path: Self.manifestPath.text, text: data.text + "\n")
  }

  private func worker(
    _ files: [BuiltSite.File], _ kept: [String], _ pages: MadePages
  ) -> BuiltSite.File {
    let paths = (files.map(\.path) + kept).filter(isRead).sorted()
    let list = JSON.list(paths.map { .text(percentEncoded($0)) })
    let version = version(files, pages)
    return BuiltSite.File(
      path: Self.workerPath.text,
      bytes: Array("const version = '\(version)';\nconst files = \(list.text);\n".utf8)
        + site.assets.worker.bytes)
  }

  /// What people read; the rest is for programs, which are not offline.
  private func isRead(_ path: String) -> Bool {
    ![".md", ".xml", ".txt"].contains { path.hasSuffix($0) }
  }

  /// Another one as soon as any file is another one. A page that stays on the disk is known by what
  /// decides it, so that it counts the same whether it was made in this build or before.
  private func version(_ files: [BuiltSite.File], _ pages: MadePages) -> String {
    var all = Fingerprint.Builder()
    all.add("worker", site.assets.worker.bytes)
    all.add("search", pages.search.key.bytes)
    var known: Set<String> = [SearchPage.path.text]
    for (lesson, page) in zip(site.course.lessons, pages.lessons) where lesson.isPlain {
      all.add(lesson.source, page.key.bytes)
      known.formUnion([lesson.path.text, lesson.source])
    }
    for file in files.sorted(by: { $0.path < $1.path }) where !known.contains(file.path) {
      all.add(file.path, file.bytes)
    }
    return all.finish().short
  }
}
