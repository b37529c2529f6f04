import Diagnostics
import Fingerprinting
import Lab
import Markup
import Mathematics
import Templating

/// All that rendering a page needs to know of the course; the same for every page, and one object
/// for all of them.
final class SiteRenderer: Sendable {
  let course: Course
  let index: CourseIndex
  let theme: Theme
  let mathematics: MathTypesetter?
  /// What came of each lesson's blocks, by the lesson's index.
  let runs: [PageRun]
  /// Labels of figures that a mistake in their page kept from being drawn.
  let unfinishedLabels: Set<String>
  /// Figures by label.
  let illustrations: [String: Illustration]
  /// Pictures of the content folder, by path.
  let pictures: [String: PictureSize]

  /// The lessons that the course's parts name, in order: they stand first.
  let ordered: ArraySlice<Lesson>
  /// The lessons of each part, in order.
  let lessonsOfPart: [ArraySlice<Lesson>]
  let made: MadeParts
  private let bodies = Memo<Int, String>()
  let surroundings: Surroundings
  private let numberOfPage: [SitePath: Int]

  init(
    course: Course, index: CourseIndex, theme: Theme, mathematics: MathTypesetter?,
    performances: [Performance], surroundings: Surroundings, made: MadeParts
  ) {
    self.made = made
    self.course = course
    self.index = index
    self.theme = theme
    self.mathematics = mathematics
    self.surroundings = surroundings
    runs = performances.map(\.run)
    unfinishedLabels = Set(
      performances.filter(\.isUnfinished).flatMap { $0.run.blocks.map(\.label) })
    illustrations = Dictionary(performances.flatMap(\.figures).map { ($0.label, $0) }) {
      first, _ in first
    }
    pictures = course.assets.compactMapValues(PictureSize.init)
    ordered = course.lessons.prefix { $0.part != nil }
    var rest = ordered
    lessonsOfPart = course.settings.parts.indices.map { part in
      // The lessons of a part stand together, and the parts in their order.
      let lessons = rest.prefix { $0.part == part }
      rest = rest.dropFirst(lessons.count)
      return lessons
    }
    numberOfPage = Dictionary(
      course.lessons.enumerated().map { ($0.element.path, $0.offset) }
    ) { first, _ in first }
  }

  var templates: TemplateLibrary { theme.templates }
  var assets: ThemeAssets { theme.assets }

  func lesson(at path: SitePath) -> Lesson? { numberOfPage[path].map { course.lessons[$0] } }

  func word(_ key: String) -> String { theme.words[key] ?? key }

  /// The lesson's page, whole; the one that is remembered where nothing has changed.
  func page(of number: Int) -> Diagnosed<MadePage> {
    let lesson = course.lessons[number]
    let key = key(of: lesson)
    if let known = lesson.remembered?.page, known.key == key { return Diagnosed(known) }
    let renderer = PageRenderer(site: self, lesson: lesson, run: runs[number])
    let body = body(of: number, renderer)
    let composer = PageComposer(site: self, renderer: renderer, number: number)
    let model = composer.model(body: body, in: frame(of: lesson.path))
    let html = templates.render("page", model, root: lesson.path.root)
    let file = BuiltSite.File(path: lesson.path.text, text: html)
    return Diagnosed(MadePage(file: file, key: key), renderer.diagnostics)
  }

  /// What a lesson says, by the renderer of its page. Where the course stands on one page too, it is
  /// kept for that.
  func body(of number: Int, _ renderer: @autoclosure () -> PageRenderer) -> String {
    guard course.settings.hasOnePage else { return renderer().body() }
    return bodies.value(for: number) { renderer().body() }
  }

  /// Of everything that decides the page.
  private func key(of lesson: Lesson) -> Fingerprint {
    var all = Fingerprint.Builder()
    all.add("surroundings", surroundings.fingerprint.bytes)
    all.add("file", lesson.fingerprint.bytes)
    all.add("links", deepLinks(of: lesson).map { $0 ? 1 : 0 })
    for source in index.linksTo[lesson.source] ?? [] {
      all.add("link", course.lessons[source].source)
    }
    return all.finish()
  }

  func requirement(_ check: String, from viewpoint: Viewpoint) -> RequirementModel? {
    guard let check = index.checks[check] else { return nil }
    return RequirementModel(
      id: check.id, hash: check.hash, title: check.title,
      href: "\(viewpoint.href(check.page))#\(check.id)")
  }

  func requirements(of lesson: Lesson, from viewpoint: Viewpoint) -> RequirementListModel? {
    RequirementListModel(
      lesson.frontMatter.requires.compactMap { requirement($0.value, from: viewpoint) })
  }
}
