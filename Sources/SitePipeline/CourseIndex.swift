import Diagnostics
import Lab
import Markup

/// What pages know of each other: labels and their numbers, checks, terms, sources.
package struct CourseIndex: Sendable {
  struct Check: Sendable {
    var id: String
    var title: String
    var page: SitePath
    /// Of question and choices; progress made with another wording does not count.
    var hash: String
  }

  /// The lessons' numbers by their files.
  var pages: [String: Int] = [:]
  var labels: [String: LabelTarget] = [:]
  var checks: [String: Check] = [:]
  /// The checks of each lesson, in order, by the lesson's index.
  var checksOfLesson: [[String]] = []
  var glossary = Glossary()
  /// The terms that each lesson uses, in order, by the lesson's index.
  var termsOfLesson: [[Int]] = []
  /// The lessons that use each term, by the term's number, in the order of the course.
  var usesOfTerm: [Int: [Int]] = [:]
  /// The lessons that link each other lesson, by that one's file, in the order of the course.
  var linksTo: [String: [Int]] = [:]
  var sources: [String: BibliographyEntry] = [:]
  /// The sources' years by their keys, “1997a” where one year has several of the same authors.
  var years: [String: String] = [:]

  /// Looks through the outline of every lesson once.
  ///
  /// - Parameter memory: knows which terms the lessons used that it remembers.
  static func make(
    _ course: Course, runs: [PageRun], memory: BuildMemory
  ) -> Diagnosed<CourseIndex> {
    var maker = IndexMaker(course: course)
    for (number, lesson) in course.lessons.enumerated() {
      maker.add(lesson, number: number, run: runs[number])
    }
    maker.finish(memory)
    return Diagnosed(maker.index, maker.diagnostics)
  }

  /// Whether a link to the lesson's page can end with `#id`.
  func hasAnchor(_ id: String, on lesson: Lesson) -> Bool {
    lesson.outline.anchors.contains(id) || labels[id]?.page == lesson.path
  }

  /// All that a link to the lesson's page can end with, in order.
  func anchors(on lesson: Lesson) -> [String] {
    let figures = labels.values.filter { $0.page == lesson.path }.map(\.label)
    return Set(lesson.outline.anchors + figures).sorted()
  }
}

private struct IndexMaker {
  let course: Course
  var index = CourseIndex()
  var diagnostics: [Diagnostic] = []
  private var places: [String: Span] = [:]

  init(course: Course) {
    self.course = course
    index.years = course.bibliography.years
    index.sources = Dictionary(course.bibliography.map { ($0.key, $0) }) { first, _ in first }
  }

  mutating func add(_ lesson: Lesson, number: Int, run: PageRun) {
    index.pages[lesson.source] = number
    index.checksOfLesson.append([])
    var counts: [LabelKind: Int] = [:]
    var blocks = run.blocks[...]
    for entry in lesson.outline.entries {
      switch entry {
      case .anchor: break
      case .label(let kind, let id, let title, let span):
        add(kind, id, title, lesson, span, &counts)
      case .block:
        if let run = blocks.popFirst() { add(run, of: lesson, &counts) }
      case .check(let check): add(check, of: lesson, number)
      }
    }
    if lesson.frontMatter.kind == .glossary { addTerms(of: lesson) }
  }

  mutating func finish(_ memory: BuildMemory) {
    let graph = UnlockGraph(
      checks: index.checksOfLesson,
      requirements: course.lessons.map { lesson in
        lesson.frontMatter.requires.map {
          UnlockGraph.Requirement(check: $0.value, span: $0.span)
        }
      })
    diagnostics += graph.problems() + Rungs.problems(of: course.lessons)
    let isSame = memory.glossary == index.glossary.fingerprint
    for (number, lesson) in course.lessons.enumerated() {
      let terms = (isSame ? lesson.remembered?.terms : nil) ?? index.glossary.terms(in: lesson)
      index.termsOfLesson.append(terms)
      for term in terms { index.usesOfTerm[term, default: []].append(number) }
      for file in lesson.linkedFiles { index.linksTo[file, default: []].append(number) }
    }
    for (number, term) in index.glossary.terms.enumerated() where index.usesOfTerm[number] == nil {
      diagnostics.append(
        .warning(
          "no lesson uses the term '\(term.title)'", at: term.definition.span,
          hint: "a lesson that names it has a link to it; other names go into {aliases=\"…\"}"))
    }
  }

  private mutating func add(
    _ run: BlockRun, of lesson: Lesson, _ counts: inout [LabelKind: Int]
  ) {
    for label in run.figureLabels {
      // Without a caption or a label of its own a figure is an illustration and has no number.
      guard run.options.label != nil else { continue }
      add(.figure, label, run.options.caption ?? "", lesson, run.options.labelSpan, &counts)
    }
  }

  private mutating func add(
    _ kind: LabelKind, _ label: String, _ title: String, _ lesson: Lesson, _ span: Span,
    _ counts: inout [LabelKind: Int]
  ) {
    // Of two on one page the second is known already, but for what blocks show.
    guard isNew("label", label, span, isSaidOnPage: kind != .figure) else { return }
    // A section has words instead of a number.
    if kind != .section { counts[kind, default: 0] += 1 }
    index.labels[label] = LabelTarget(
      kind: kind, label: label, page: lesson.path, number: counts[kind], title: title)
  }

  private mutating func add(_ check: LessonOutline.Check, of lesson: Lesson, _ number: Int) {
    guard isNew("check", check.id, check.span, isSaidOnPage: true) else { return }
    index.checksOfLesson[number].append(check.id)
    index.checks[check.id] = CourseIndex.Check(
      id: check.id, title: check.title, page: lesson.path, hash: check.hash)
  }

  /// Whether a name stands in the course for the first time.
  ///
  /// - Parameter isSaidOnPage: a second one on the same page has been reported there.
  private mutating func isNew(
    _ kind: String, _ name: String, _ span: Span, isSaidOnPage: Bool
  ) -> Bool {
    guard let first = places[name] else {
      places[name] = span
      return true
    }
    if isSaidOnPage, first.path == span.path { return false }
    diagnostics.append(
      .error(
        "the \(kind) '\(name)' stands twice in the course", at: span,
        hint: "the first one is at \(first.path):\(first.start.line)"))
    return false
  }

  private mutating func addTerms(of lesson: Lesson) {
    for block in lesson.document.blocks {
      block.forEachBlock { block in
        guard case .definitionList(let definitions) = block.kind else { return }
        for definition in definitions {
          diagnostics += index.glossary.add(Glossary.Term(definition, page: lesson.path))
        }
      }
    }
  }
}
