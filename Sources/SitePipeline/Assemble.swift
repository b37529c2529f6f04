import Markup

/// The last phase: pages, figures, theme and the course's own files become one site.
func assemble(
  _ site: SiteRenderer, _ pages: MadePages, performances: [Performance]
) -> BuiltSite {
  let figures = performances.flatMap(\.figures)
  var files = site.assets.files(of: site.course)
  var kept: [String] = []
  for (lesson, page) in zip(site.course.lessons, pages.lessons) {
    // With its page a lesson's own Markdown stays as it is.
    if let file = page.file { files += [file, lesson.markdownCopy] }
    if page.file == nil { kept += [lesson.path.text, lesson.source] }
  }
  files += performances.flatMap(\.files)
  for (path, bytes) in site.course.assets {
    files.append(BuiltSite.File(path: path, bytes: bytes))
  }
  for lesson in site.course.lessons { files += redirects(to: lesson, site) }
  // What the course brings along under one of these names stands in the place of ours.
  let taken = Set(files.map(\.path))
  let own =
    [MissingPage(site: site).file, pages.onePage, pages.search.file]
    .compactMap { $0 } + site.machineFiles
  files += own.filter { !taken.contains($0.path) }
  if pages.search.file == nil, !taken.contains(SearchPage.path.text) {
    kept.append(SearchPage.path.text)
  }
  files += OfflineEdition(site: site).files(besides: files, kept, pages)
  return BuiltSite(
    files: files, kept: kept,
    summary: BuiltSite.Summary(
      pages: pages.lessons.count, figures: figures.count, drafts: site.course.drafts.count),
    lock: FigureLock(figures.map(\.promise)), reports: performances.flatMap(\.reports))
}

/// A page at each of a lesson's old addresses that leads on to the new one.
private func redirects(to lesson: Lesson, _ site: SiteRenderer) -> [BuiltSite.File] {
  lesson.frontMatter.aliases.compactMap { SitePath(alias: $0.value) }.map { path in
    let model = RedirectModel(
      language: site.course.settings.language, title: lesson.plainTitle,
      href: lesson.path.link(from: path),
      canonical: site.address(of: lesson.path))
    return BuiltSite.File(
      path: path.text, text: site.templates.render("redirect", model, root: path.root))
  }
}
