import Markup

/// Puts a page's text and the course around it into the page template's model.
struct PageComposer {
  let site: SiteRenderer
  let renderer: PageRenderer
  let number: Int

  private var lesson: Lesson { site.course.lessons[number] }
  private var settings: CourseSettings { site.course.settings }
  private var page: SitePath { lesson.path }
  private var viewpoint: Viewpoint { Viewpoint(page: page) }

  func model(body: String, in frame: PageFrameModel) -> PageModel {
    PageModel(
      language: lesson.frontMatter.language ?? settings.language, frame: frame,
      page: pageBody(body),
      navigation: site.navigation(from: number),
      breadcrumbs: breadcrumbs, contents: contents, previous: neighbour(-1), next: neighbour(1),
      popovers: popovers)
  }

  private func pageBody(_ body: String) -> PageBodyModel {
    let matter = lesson.frontMatter
    let title = lesson.plainTitle
    let isHome = matter.kind == .home
    let description = matter.description ?? settings.tagline ?? settings.title
    return PageBodyModel(
      kind: matter.kind.rawValue, path: page.text,
      headTitle: isHome ? settings.title : "\(title) · \(settings.title)", title: title,
      titleHTML: renderer.html(lesson.title, isPlain: true), description: description,
      lead: isHome ? settings.tagline.map(escapedHTML) : matter.description.map(escapedHTML),
      canonical: site.address(of: page), card: card,
      head: StructuredData(renderer: renderer).html,
      layer: matter.layer.map { LayerNumberModel(number: $0, count: site.layerCount) },
      gate: GateModel(site.requirements(of: lesson, from: viewpoint)), byline: byline,
      published: matter.date.map { DateModel(iso: $0.text) },
      updated: matter.updated.map { DateModel(iso: $0.text) },
      tags: LinksModel(matter.tags.map(link(toTag:))),
      linkedFrom: LinksModel(
        (site.index.linksTo[lesson.source] ?? []).map { link(to: site.course.lessons[$0]) }),
      start: isHome ? start : nil, body: body,
      source: source,
      markdown: LinkModel(title: title, href: SitePath(lesson.source).link(from: page)))
  }

  /// Where the lesson's file can be edited.
  private var source: LinkModel? {
    settings.editURL.map {
      LinkModel(title: lesson.plainTitle, href: $0 + percentEncoded(lesson.source))
    }
  }

  /// The page's first figure stands for it where links are shown with a picture.
  private var card: CardModel? {
    let labels = site.runs[number].blocks.lazy.flatMap(\.figureLabels)
    guard let figure = labels.compactMap({ site.illustrations[$0] }).first,
      let href = site.address(of: SitePath(figure.page.light.path))
    else { return nil }
    return CardModel(
      href: href, width: Int(Double(figure.page.width) * Illustrator.density),
      height: Int(Double(figure.page.height) * Illustrator.density),
      alternativeText: figure.alternativeText)
  }

  private func link(toTag name: String) -> LinkModel {
    LinkModel(
      title: name, href: "\(SearchPage.path.link(from: page))#\(SearchPage.id(ofTag: name))")
  }

  private var byline: BylineModel? {
    BylineModel(
      lesson.frontMatter.authors.map { name in
        let known = settings.authors.first { $0.name == name }
        let role = [known?.role, known?.organisation].compactMap { $0 }.joined(separator: ", ")
        return BylineModel.Author(name: name, role: role.isEmpty ? nil : role)
      })
  }

  /// The first lesson of the course behind its home.
  private var start: LinkModel? {
    site.ordered.first { $0.frontMatter.kind != .home }.map { link(to: $0) }
  }

  private var breadcrumbs: LinksModel? {
    guard lesson.frontMatter.kind != .home else { return nil }
    let home = LinkModel(title: settings.title, href: SitePath("index.html").link(from: page))
    let folder = SitePath(page.text).resolving("index.html")
    let parent = folder.flatMap { site.lesson(at: $0) }.flatMap { $0.path == page ? nil : $0 }
    let middle = parent.flatMap { $0.frontMatter.kind == .home ? nil : link(to: $0) }
    return LinksModel([home] + (middle.map { [$0] } ?? []))
  }

  private var contents: ContentsModel? {
    var sections: [ContentsModel.Section] = []
    for block in lesson.document.blocks {
      guard case .heading(let heading) = block.kind else { continue }
      let title = renderer.html(heading.content, isPlain: true)
      let href = "#\(percentEncoded(heading.id))"
      if heading.level == 2 || sections.isEmpty {
        sections.append(ContentsModel.Section(titleHTML: title, href: href, sections: []))
      } else if heading.level == 3 {
        sections[sections.count - 1].sections.append(
          ContentsModel.Subsection(titleHTML: title, href: href))
      }
    }
    return sections.count < 2 ? nil : site.contents(sections, root: page.root)
  }

  private func neighbour(_ step: Int) -> LinkModel? {
    let ordered = site.ordered
    guard ordered.indices.contains(number), ordered.indices.contains(number + step) else {
      return nil
    }
    return link(to: ordered[number + step])
  }

  private func link(to lesson: Lesson) -> LinkModel {
    LinkModel(title: lesson.plainTitle, href: lesson.path.link(from: page))
  }

  /// The glossary's entries for the terms that the page links, written for this page.
  private var popovers: String {
    renderer.terms.map { number in
      let term = site.index.glossary.terms[number]
      let home = site.course.lessons.firstIndex { $0.path == term.page } ?? self.number
      let writer = PageRenderer(
        site: site, lesson: site.course.lessons[home], run: site.runs[home], page: page)
      let model = TermModel(
        id: term.id, title: term.title,
        definition: term.definition.meanings.map {
          "<p>\(writer.html($0, isPlain: true))</p>"
        }.joined(),
        href: "\(term.page.link(from: page))#\(term.id)")
      return site.templates.render("parts/popover", model, root: page.root)
    }.joined()
  }
}

extension SiteRenderer {
  /// A table of contents, whose entries stand one below the other.
  func contents(_ sections: [ContentsModel.Section], root: String) -> ContentsModel {
    /// More entries than a screen has room for.
    let longest = 20
    return ContentsModel(
      sections: sections.map {
        templates.render("parts/contents-section", $0, root: root)
      }.joined(),
      isLong: sections.reduce(0) { $0 + 1 + $1.sections.count } > longest)
  }

  var layerCount: Int { course.lessons.count { $0.frontMatter.layer != nil } }

  /// The course's parts as links from `page`.
  func parts(from page: SitePath, level: Int) -> [NavigationModel.Part] {
    lessonsOfPart.enumerated().map { number, lessons in
      part(number, lessons, from: page, level: level)
    }
  }

  private func part(
    _ number: Int, _ lessons: ArraySlice<Lesson>, from page: SitePath, level: Int
  ) -> NavigationModel.Part {
    NavigationModel.Part(
      title: course.settings.parts[number].title, level: level,
      pages: lessons.map { lesson in
        NavigationModel.Page(
          title: lesson.plainTitle, href: lesson.path.link(from: page),
          isCurrent: lesson.path == page, number: lesson.frontMatter.layer,
          description: lesson.frontMatter.description.map(escapedHTML),
          requires: requirements(of: lesson, from: Viewpoint(page: page)))
      })
  }
}
