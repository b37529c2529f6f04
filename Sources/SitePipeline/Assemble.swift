import Markup

/// The last phase: pages, figures, theme and the course's own files become one site.
func assemble(
  _ site: SiteRenderer, pages: [MadePage], performances: [Performance]
) -> BuiltSite {
  let figures = performances.flatMap(\.figures)
  // With its page a lesson's own Markdown stays as it is.
  let kept = zip(site.course.lessons, pages).filter { $1.file == nil }.map(\.0)
  let new = zip(site.course.lessons, pages).filter { $1.file != nil }.map(\.0)
  var files = pages.compactMap(\.file) + new.map(\.markdownCopy)
  files += site.assets.files(hasLive: site.course.hasLive)
  for figure in figures {
    for pair in [figure.page, figure.phone] { files += [pair.light, pair.dark] }
    files.append(figure.table)
  }
  for (path, bytes) in site.course.assets {
    files.append(BuiltSite.File(path: path, bytes: bytes))
  }
  for lesson in site.course.lessons { files += redirects(to: lesson, site) }
  // What the course brings along under one of these names stands in the place of ours.
  let taken = Set(files.map(\.path))
  files += ([MissingPage(site: site).file, SearchPage(site: site).file] + site.machineFiles).filter
  { !taken.contains($0.path) }
  return BuiltSite(
    files: files, kept: kept.flatMap { [$0.path.text, $0.source] },
    summary: BuiltSite.Summary(
      pages: pages.count, figures: figures.count, drafts: site.course.drafts.count),
    lock: FigureLock(figures.map(\.promise)), reports: performances.flatMap(\.reports))
}

/// A page at each of a lesson's old addresses that leads on to the new one.
private func redirects(to lesson: Lesson, _ site: SiteRenderer) -> [BuiltSite.File] {
  lesson.frontMatter.aliases.map { alias in
    let path = SitePath(alias: alias.value)
    let model = RedirectModel(
      language: site.course.settings.language, title: lesson.plainTitle,
      href: lesson.path.link(from: path),
      canonical: site.address(of: lesson.path))
    return BuiltSite.File(
      path: path.text, text: site.templates.render("redirect", model, root: path.root))
  }
}
