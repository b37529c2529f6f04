import Diagnostics
import Markup

/// The first phase: files to a course.
///
/// - Parameter memory: what an earlier build knew of the lessons.
func parseCourse(_ inputs: SiteInputs, memory: BuildMemory = .none) -> Diagnosed<Course> {
  var parser = CourseParser(inputs: inputs, memory: memory)
  return parser.run()
}

struct CourseParser {
  static let settingsName = "course.yml"

  private let inputs: SiteInputs
  private let memory: BuildMemory
  private var diagnostics: [Diagnostic] = []
  private var drafts: Set<String> = []

  fileprivate init(inputs: SiteInputs, memory: BuildMemory) {
    self.inputs = inputs
    self.memory = memory
  }

  fileprivate mutating func run() -> Diagnosed<Course> {
    let settings = readSettings()
    var lessons = readLessons(isSmart: settings.isSmart)
    order(&lessons, by: settings)
    checkAddresses(of: lessons)
    if !lessons.isEmpty, !lessons.contains(where: { $0.path.text == "index.html" }) {
      diagnostics.append(
        .warning(
          "there is no 'index.md', so the site has no first page", at: nil,
          hint: "make '\(named("index.md"))' with 'kind: home' in its front matter"))
    }
    let assets = inputs.content.files.filter { path, _ in
      !path.hasSuffix(".md") && path != Self.settingsName && path != settings.bibliography?.value
    }
    let course = Course(
      settings: settings, lessons: lessons, drafts: drafts,
      bibliography: readBibliography(settings),
      assets: assets)
    return Diagnosed(course, diagnostics)
  }

  private mutating func readSettings() -> CourseSettings {
    guard let text = inputs.content.text(Self.settingsName) else {
      diagnostics.append(
        .error(
          "there is no '\(Self.settingsName)' in '\(inputs.contentName)'", at: nil,
          hint: "it names the course: 'title: …', and lists its pages under 'parts:'"))
      return CourseSettings()
    }
    if let known = memory.settings, known.source == inputs.settingsFingerprint {
      return known.value
    }
    let settings = CourseSettings.parse(path: named(Self.settingsName), text: text)
    diagnostics += settings.diagnostics
    return settings.value
  }

  private mutating func readLessons(isSmart: Bool) -> [Lesson] {
    let content = inputs.content
    let folder = inputs.contentName
    let memory = inputs.remembered(memory, isSmart: isSmart)
    let included = inputs.includedFiles
    diagnostics += content.paths.compactMap { foreignLesson($0) }
    let files = content.paths.filter(SourceTree.isLesson).concurrentMap { path in
      LessonFile(
        path, content.files[path] ?? [], in: folder, isSmart: isSmart, memory: memory,
        files: included)
    }
    diagnostics += files.flatMap(\.diagnostics)
    diagnostics += files.compactMap(\.missingTitle)
    let lessons = files.map(Lesson.init)
    drafts = Set(lessons.filter(\.frontMatter.isDraft).map(\.source))
    return lessons.filter { !$0.frontMatter.isDraft }
  }

  /// `b.markdown` and `b.MD` would be files to load down, and no pages.
  private func foreignLesson(_ path: String) -> Diagnostic? {
    guard let dot = path.lastIndex(of: "."), !path.hasSuffix(".md"),
      ["md", "markdown", "mdown", "mkd"].contains(path[dot...].dropFirst().lowercased())
    else { return nil }
    return .warning(
      "this file has no page: a lesson's name ends in '.md'",
      at: Span(path: named(path), line: 1, column: 1), hint: "name it '\(path[..<dot]).md'")
  }

  /// Puts the lessons into the order of the course's parts.
  private mutating func order(_ lessons: inout [Lesson], by settings: CourseSettings) {
    var places: [String: (part: Int, page: Int)] = [:]
    let sources = Set(lessons.map(\.source))
    for (part, entry) in settings.parts.enumerated() {
      for (page, name) in entry.pages.enumerated() {
        if drafts.contains(name.value) { continue }
        if !sources.contains(name.value) {
          diagnostics.append(
            .error(
              "there is no lesson '\(name.value)'", at: name.span,
              hint: pathHint(name.value, among: sources.sorted())))
        } else if places.updateValue((part, page), forKey: name.value) != nil {
          diagnostics.append(
            .error(
              "'\(name.value)' stands twice", at: name.span,
              hint: "a page has one place in the course"))
        }
      }
    }
    for index in lessons.indices { lessons[index].part = places[lessons[index].source]?.part }
    let last = (part: Int.max, page: 0)
    // A stable sort: lessons without a place keep the order of their paths.
    lessons.sort { (places[$0.source] ?? last) < (places[$1.source] ?? last) }
  }

  private mutating func checkAddresses(of lessons: [Lesson]) {
    var addresses = Addresses()
    for lesson in lessons {
      if let owner = addresses.take(lesson.path, for: lesson) {
        diagnostics.append(
          .error("this page has the address of \(owner.words)", at: lesson.span, hint: owner.hint))
      }
      _ = addresses.take(SitePath(lesson.source), for: lesson)
    }
    for lesson in lessons {
      for alias in lesson.frontMatter.aliases {
        guard let path = SitePath(alias: alias.value) else {
          diagnostics.append(
            .error(
              "the address '\(alias.value)' leads out of the site", at: alias.span,
              hint: "it begins at the site's root, such as 'old/page.html'"))
          continue
        }
        if let owner = addresses.take(path, for: lesson) {
          diagnostics.append(
            .error(
              "the address '\(alias.value)' belongs to \(owner.words)", at: alias.span,
              hint: owner.hint))
        } else if let problem = path.problem(ofAlias: alias) {
          diagnostics.append(problem)
        }
      }
    }
  }

  private mutating func readBibliography(_ settings: CourseSettings) -> [BibliographyEntry] {
    guard let file = settings.bibliography else { return [] }
    guard let bytes = inputs.content.files[file.value] else {
      let others = inputs.content.paths.filter { $0.hasSuffix(".bib") }
      diagnostics.append(
        .error(
          "there is no file '\(file.value)'", at: file.span,
          hint: pathHint(file.value, among: others)))
      return []
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let top = Span(path: named(file.value), line: 1, column: 1)
      diagnostics.append(.error("this file is not UTF-8 text", at: top, hint: "save it as UTF-8"))
      return []
    }
    let entries = parseBibTeX(path: named(file.value), text: text)
    diagnostics += entries.diagnostics
    return entries.value
  }

  /// What was meant by a path that leads nowhere.
  private func pathHint(_ path: String, among known: [String]) -> String {
    let folder = inputs.contentName + "/"
    if path.hasPrefix(folder), known.contains(String(path.dropFirst(folder.count))) {
      return
        "write '\(path.dropFirst(folder.count))': paths begin inside of '\(inputs.contentName)'"
    }
    return didYouMean(path, among: known) ?? "paths begin inside of '\(inputs.contentName)'"
  }

  private func named(_ path: String) -> String { "\(inputs.contentName)/\(path)" }
}

/// Which page each address of the site leads to.
private struct Addresses {
  struct Owner {
    /// The page that has the address already.
    var words: String
    var hint: String?
  }

  private var owners: [String: (path: SitePath, source: String)] = [:]

  /// - Returns: who has the address already; nil when nobody has.
  mutating func take(_ path: SitePath, for lesson: Lesson) -> Owner? {
    let owner = owners.updateValue((path, lesson.source), forKey: path.text.lowercased())
    return owner.map { owner in
      Owner(
        words: "'\(owner.source)'",
        hint: owner.path == path
          ? owner.source == lesson.source
            ? "take it out: the page is there in any case" : "give one of the two another"
          : "'\(owner.path.text)' differs in capitals only, which not every host tells apart")
    }
  }
}

extension SitePath {
  /// Only a page of this site can lead to another one.
  fileprivate func problem(ofAlias alias: Placed<String>) -> Diagnostic? {
    if alias.value.contains("://") {
      return .error(
        "'\(alias.value)' is not an address of this site", at: alias.span,
        hint: "it begins at the site's root, such as 'old/page.html'")
    }
    guard !text.hasSuffix(".html") else { return nil }
    let stem = text.lastIndex(of: ".").map { text[..<$0] } ?? text[...]
    return .error(
      "the address '\(alias.value)' is no page's", at: alias.span, hint: "write '\(stem).html'")
  }

  /// Where an alias leads from: `/old/` and `old/index.html` are the same place. Nil for a place
  /// that is not in the site.
  init?(alias: String) {
    var text = alias.drop { $0 == "/" }
    if text.hasSuffix("/") || text.isEmpty { text += "index.html" }
    let name = text.split(separator: "/").last ?? ""
    guard
      let path = SitePath("index.html").resolving(
        name.contains(".") ? String(text) : "\(text).html")
    else { return nil }
    self = path
  }
}
