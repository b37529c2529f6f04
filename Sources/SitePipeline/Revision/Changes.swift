import Diagnostics
import Lab

extension SiteInputs {
  /// The lessons whose files differ from those of `old`, by path; nil when anything else differs.
  func changedLessons(since old: SiteInputs) -> [String]? {
    guard contentName == old.contentName, templatesName == old.templatesName,
      templates == old.templates, fonts == old.fonts, katex == old.katex,
      content.files.count == old.content.files.count
    else { return nil }
    var changed: [String] = []
    // Bytes that have not been read again are the same array, which costs nothing to compare.
    for (path, bytes) in content.files where old.content.files[path] != bytes {
      guard SourceTree.isLesson(path), old.content.files[path] != nil else { return nil }
      changed.append(path)
    }
    return changed.sortedByBytes()
  }
}

extension LessonOutline {
  /// Whether other pages show the same of both: all but anchors and links, which have to be looked at
  /// one by one, and the places in the file.
  func looksLike(_ other: LessonOutline) -> Bool { shown == other.shown }

  private var shown: LessonOutline {
    let nowhere = Span(path: "", line: 1, column: 1)
    var shown = self
    shown.entries = entries.compactMap { entry in
      switch entry {
      case .anchor: return nil
      case .label(let kind, let id, let title, _):
        return .label(kind, id: id, title: title, nowhere)
      case .block: return .block
      case .check(var check):
        check.span = nowhere
        return .check(check)
      }
    }
    (shown.sections, shown.links) = ([], [])
    shown.firstFormula = firstFormula.map { _ in nowhere }
    return shown
  }
}

extension PageRun {
  /// What other pages can know of its figures: their labels, which of them count, and their captions.
  var namesOfFigures: [[String?]] {
    blocks.map { [$0.options.label, $0.options.caption] + $0.figureLabels }
  }
}

extension CourseIndex {
  /// Takes over what a lesson says now of terms and of other lessons.
  ///
  /// - Returns: the lessons whose pages tell of that; nil when a term is used for the first time or
  ///   no longer, which is for a diagnostic to say.
  mutating func update(_ number: Int, from old: Lesson, in course: Course) -> Set<Int>? {
    let lesson = course.lessons[number]
    var affected: Set<Int> = []
    let terms = glossary.terms(in: lesson)
    for term in Set(terms).symmetricDifference(termsOfLesson[number]) {
      let before = usesOfTerm[term, default: []]
      usesOfTerm[term, default: []].toggle(number)
      guard !before.isEmpty, usesOfTerm[term]?.isEmpty == false else { return nil }
    }
    if terms != termsOfLesson[number] {
      affected.formUnion(
        course.lessons.indices.filter { course.lessons[$0].frontMatter.kind == .glossary })
      termsOfLesson[number] = terms
    }
    for file in lesson.linkedFiles.symmetricDifference(old.linkedFiles) {
      linksTo[file, default: []].toggle(number)
      if let target = pages[file] { affected.insert(target) }
    }
    return affected
  }
}

extension [Int] {
  /// Takes a number out of a sorted list, or puts it in.
  fileprivate mutating func toggle(_ number: Int) {
    if let place = firstIndex(of: number) {
      remove(at: place)
    } else {
      insert(number, at: firstIndex { $0 > number } ?? endIndex)
    }
  }
}
