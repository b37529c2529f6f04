import Markup

/// The last phase: pages, figures, theme and the course's own files become one site.
func assemble(
  _ site: SiteRenderer, pages: [BuiltSite.File], performances: [Performance]
) -> BuiltSite {
  let figures = performances.flatMap(\.figures)
  var files = pages + site.assets.files
  for figure in figures { files += [figure.light, figure.dark, figure.table] }
  for (path, bytes) in site.course.assets {
    files.append(BuiltSite.File(path: path, bytes: bytes))
  }
  for lesson in site.course.lessons { files += redirects(to: lesson, site) }
  if let base = site.course.settings.baseURL { files.append(sitemap(site.course, base: base)) }
  return BuiltSite(
    files: files, summary: BuiltSite.Summary(pages: pages.count, figures: figures.count),
    lock: FigureLock(figures.map(\.promise)), reports: performances.flatMap(\.reports))
}

/// A page at each of a lesson's old addresses that leads on to the new one.
private func redirects(to lesson: Lesson, _ site: SiteRenderer) -> [BuiltSite.File] {
  lesson.frontMatter.aliases.map { alias in
    let path = SitePath(alias: alias.value)
    let model = RedirectModel(
      language: site.course.settings.language, title: lesson.plainTitle,
      href: lesson.path.link(from: path),
      canonical: site.course.settings.baseURL.map { $0 + lesson.path.text })
    return BuiltSite.File(
      path: path.text, text: site.templates.render("redirect", model, root: path.root))
  }
}

/// The addresses of all pages, for search engines (sitemaps.org, version 0.9).
private func sitemap(_ course: Course, base: String) -> BuiltSite.File {
  let entries = course.lessons.map { lesson in
    let date = lesson.frontMatter.updated ?? lesson.frontMatter.date
    let changed = date.map { "<lastmod>\($0.text)</lastmod>" } ?? ""
    return
      "<url><loc>\(escapedHTML(base + percentEncoded(lesson.path.text)))</loc>\(changed)</url>\n"
  }
  return BuiltSite.File(
    path: "sitemap.xml",
    text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
      + entries.joined() + "</urlset>\n")
}
