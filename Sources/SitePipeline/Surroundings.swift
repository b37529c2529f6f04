import Fingerprinting
import Markup

/// What every page depends on besides its own file: the course's settings, its theme, how its
/// lessons are called and follow each other, and what they say of each other's labels and checks.
///
/// A new word in one lesson leaves it as it is; a new title does not.
struct Surroundings: Sendable {
  let fingerprint: Fingerprint

  init(_ inputs: SiteInputs, _ course: Course, _ index: CourseIndex, _ done: [Performance]) {
    var all = Fingerprint.Builder()
    all.add("engine", Engine.version)
    all.add("katex", inputs.katex ?? [])
    for path in inputs.templates.paths { all.add(path, inputs.templates.files[path] ?? []) }
    for path in course.assets.keys.sorted() {
      let size = course.assets[path].flatMap(PictureSize.init)
      all.add("asset", "\(path) \(size.map { "\($0.width) \($0.height)" } ?? "")")
    }
    for path in [CourseParser.settingsName, course.settings.bibliography?.value].compactMap(\.self)
    {
      all.add(path, inputs.content.files[path] ?? [])
    }
    for path in course.drafts.sorted() { all.add("draft", path) }
    for label in index.labels.values.sorted(by: { $0.label < $1.label }) {
      let number = label.number.map(String.init) ?? ""
      all.add(label.label, "\(label.page.text)\n\(number)\n\(label.title)")
    }
    for (lesson, performance) in zip(course.lessons, done) {
      all.add(lesson.source, lesson.face)
      guard lesson.isShownElsewhere else { continue }
      all.add("file", lesson.fingerprint.bytes)
      all.add("run", StoredPage(performance.run, figures: performance.figures).archived)
    }
    fingerprint = all.finish()
  }
}

extension Lesson {
  /// What lists of lessons show of it.
  fileprivate var face: [UInt8] {
    var archive = ArchiveWriter()
    archive.add(outline.frontMatter)
    archive.add(plainTitle)
    archive.add(part.map { [$0] } ?? []) { $0.add($1) }
    archive.add(outline.checks) { archive, check in
      for text in [check.id, check.title, check.hash] { archive.add(text) }
    }
    return archive.bytes
  }

  /// Whether other pages show parts of its text or its figures.
  var isShownElsewhere: Bool {
    frontMatter.kind == .glossary || frontMatter.kind == .entry
  }

  /// Whether its page depends on nothing but its own file and the surroundings.
  var isPlain: Bool {
    !outline.runs && !outline.includesOthers && frontMatter.kind != .glossary
  }
}
