import Fingerprinting
import Markup

/// The page to find things on: all lessons with their sections, all terms, all tags.
///
/// A reader without JavaScript has the list; with it the script searches the texts of all pages, or
/// where there is no index for them, the list.
struct SearchPage {
  static let path = SitePath("search.html")

  let site: SiteRenderer

  /// The page, or the one that is remembered where it would be the same.
  func made(_ known: MadePage?) -> MadePage {
    var all = Fingerprint.Builder()
    all.add("surroundings", site.surroundings.fingerprint.bytes)
    for lesson in site.course.lessons {
      for section in lesson.outline.sections { all.add(section.id, section.title) }
      all.add("end", lesson.source)
    }
    let key = all.finish()
    if let known, known.key == key { return known }
    return MadePage(file: file, key: key)
  }

  private var file: BuiltSite.File {
    let script = percentEncoded(site.assets.search.path)
    let page = GeneratedPage(
      site: site, path: Self.path, kind: "search", title: site.word("search"),
      head: "<meta name=\"robots\" content=\"noindex\">\n<script defer src=\"\(script)\"></script>")
    return page.file(
      body: site.templates.render("components/search", model(page), root: ""))
  }

  private func model(_ page: GeneratedPage) -> SearchModel {
    let parts = site.course.settings.parts.indices.map { part in
      (title: site.course.settings.parts[part].title, lessons: site.lessonsOfPart[part])
    }
    let rest = site.course.lessons[site.ordered.endIndex...]
    return SearchModel(
      parts: (parts + [(site.word("morePages"), rest)]).filter { !$0.lessons.isEmpty }.map { part in
        SearchModel.Part(
          title: part.title, pages: part.lessons.map { entry($0, page) }.joined())
      },
      terms: LinksModel(terms(page)), tags: tags(page))
  }

  private func entry(_ lesson: Lesson, _ page: GeneratedPage) -> String {
    let href = page.href(lesson.path)
    let entry = SearchModel.Page(
      title: lesson.plainTitle, href: href,
      sections: LinksModel(
        lesson.outline.sections.map { section in
          LinkModel(title: section.title, href: "\(href)#\(percentEncoded(section.id))")
        }))
    return site.templates.render("parts/search-entry", entry, root: "")
  }

  private func terms(_ page: GeneratedPage) -> [LinkModel] {
    site.index.glossary.terms
      .map { LinkModel(title: $0.title, href: "\(page.href($0.page))#\(percentEncoded($0.id))") }
      .sorted { $0.title.lowercased() < $1.title.lowercased() }
  }

  private func tags(_ page: GeneratedPage) -> [SearchModel.Tag] {
    let tagged = site.course.lessons.flatMap { lesson in
      lesson.frontMatter.tags.map { (tag: $0, lesson: lesson) }
    }
    let names = Set(tagged.map(\.tag)).sorted()
    return names.map { name in
      SearchModel.Tag(
        id: Self.id(ofTag: name), title: name,
        pages: LinksModel(tagged.filter { $0.tag == name }.map { page.link(to: $0.lesson) }))
    }
  }

  static func id(ofTag name: String) -> String { "tag-\(slug(of: name))" }
}
