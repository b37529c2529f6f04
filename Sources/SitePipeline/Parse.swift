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
    let settings = CourseSettings.parse(path: named(Self.settingsName), text: text)
    diagnostics += settings.diagnostics
    return settings.value
  }

  private mutating func readLessons(isSmart: Bool) -> [Lesson] {
    let content = inputs.content
    let folder = inputs.contentName
    let memory = inputs.remembered(memory, isSmart: isSmart)
    let included = inputs.includedFiles
    let files = content.paths.filter(SourceTree.isLesson).concurrentMap { path in
      LessonFile(
        path, content.files[path] ?? [], in: folder, isSmart: isSmart, memory: memory,
        files: included)
    }
    diagnostics += files.flatMap(\.diagnostics)
    let lessons = files.map(Lesson.init)
    drafts = Set(lessons.filter(\.frontMatter.isDraft).map(\.source))
    return lessons.filter { !$0.frontMatter.isDraft }
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
              hint: didYouMean(name.value, among: sources.sorted())))
        } else if places.updateValue((part, page), forKey: name.value) != nil {
          diagnostics.append(.error("'\(name.value)' stands twice", at: name.span))
        }
      }
    }
    for index in lessons.indices { lessons[index].part = places[lessons[index].source]?.part }
    let last = (part: Int.max, page: 0)
    // A stable sort: lessons without a place keep the order of their paths.
    lessons.sort { (places[$0.source] ?? last) < (places[$1.source] ?? last) }
  }

  private mutating func checkAddresses(of lessons: [Lesson]) {
    var owner: [SitePath: String] = [:]
    for lesson in lessons {
      if let other = owner.updateValue(lesson.source, forKey: lesson.path) {
        diagnostics.append(
          .error(
            "this page has the same address as '\(other)': \(lesson.path.text)", at: lesson.span))
      }
      owner[SitePath(lesson.source)] = lesson.source
    }
    for lesson in lessons {
      for alias in lesson.frontMatter.aliases {
        let path = SitePath(alias: alias.value)
        if let other = owner.updateValue(lesson.source, forKey: path) {
          diagnostics.append(
            .error("the address '\(alias.value)' belongs to '\(other)'", at: alias.span))
        }
      }
    }
  }

  private mutating func readBibliography(_ settings: CourseSettings) -> [BibliographyEntry] {
    guard let file = settings.bibliography else { return [] }
    guard let text = inputs.content.text(file.value) else {
      diagnostics.append(.error("there is no file '\(file.value)'", at: file.span))
      return []
    }
    let entries = parseBibTeX(path: named(file.value), text: text)
    diagnostics += entries.diagnostics
    return entries.value
  }

  private func named(_ path: String) -> String { "\(inputs.contentName)/\(path)" }
}

extension SitePath {
  /// Where an alias leads from: `/old/` and `old/index.html` are the same place.
  init(alias: String) {
    var text = alias.drop { $0 == "/" }
    if text.hasSuffix("/") || text.isEmpty { text += "index.html" }
    let name = text.split(separator: "/").last ?? ""
    self.init(name.contains(".") ? String(text) : "\(text).html")
  }
}
