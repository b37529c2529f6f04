import Diagnostics
import Fingerprinting
import Lab
import Markup

/// What pages know of each other: labels and their numbers, anchors, checks, terms, sources.
package struct CourseIndex: Sendable {
  struct Check: Sendable {
    var id: String
    var title: String
    var page: SitePath
    /// Of question and choices; progress made with another wording does not count.
    var hash: String
  }

  var pages: [String: Int] = [:]
  var labels: [String: LabelTarget] = [:]
  var anchors: [SitePath: Set<String>] = [:]
  var checks: [String: Check] = [:]
  /// The checks of each lesson, in order, by the lesson's index.
  var checksOfLesson: [[String]] = []
  var glossary = Glossary()
  /// The lessons that use each term, by the term's number, in the order of the course.
  var usesOfTerm: [Int: [Int]] = [:]
  var sources: [String: BibliographyEntry] = [:]

  /// Looks through every lesson once.
  static func make(_ course: Course, runs: [PageRun]) -> Diagnosed<CourseIndex> {
    var maker = IndexMaker(course: course)
    for (number, lesson) in course.lessons.enumerated() {
      maker.add(lesson, number: number, run: runs[number])
    }
    maker.finish()
    return Diagnosed(maker.index, maker.diagnostics)
  }
}

private struct IndexMaker {
  let course: Course
  var index = CourseIndex()
  var diagnostics: [Diagnostic] = []
  private var places: [String: Span] = [:]

  init(course: Course) {
    self.course = course
    index.sources = Dictionary(course.bibliography.map { ($0.key, $0) }) { first, _ in first }
  }

  mutating func add(_ lesson: Lesson, number: Int, run: PageRun) {
    index.pages[lesson.source] = number
    index.checksOfLesson.append([])
    index.anchors[lesson.path] = ["main"]
    var counts: [LabelKind: Int] = [:]
    var blocks = run.blocks[...]
    for block in lesson.document.blocks {
      block.forEachPart { part in
        guard case .block(let block) = part else { return }
        add(block, of: lesson, number, &counts, &blocks)
      }
    }
  }

  mutating func finish() {
    let graph = UnlockGraph(
      checks: index.checksOfLesson,
      requirements: course.lessons.map { lesson in
        lesson.frontMatter.requires.map {
          UnlockGraph.Requirement(check: $0.value, span: $0.span)
        }
      })
    diagnostics += graph.problems()
    for (number, lesson) in course.lessons.enumerated() { noteUses(in: lesson, number) }
  }

  private mutating func noteUses(in lesson: Lesson, _ number: Int) {
    guard lesson.frontMatter.kind != .glossary else { return }
    var used: Set<Int> = []
    for block in lesson.document.blocks {
      block.forEachPart { part in
        guard case .inline(let inline) = part, case .text(let text) = inline.kind else { return }
        used.formUnion(index.glossary.mentions(in: text).map(\.term))
      }
    }
    for term in used.sorted() { index.usesOfTerm[term, default: []].append(number) }
  }

  private mutating func add(
    _ block: Block, of lesson: Lesson, _ number: Int, _ counts: inout [LabelKind: Int],
    _ runs: inout ArraySlice<BlockRun>
  ) {
    switch block.kind {
    case .heading(let heading):
      index.anchors[lesson.path]?.insert(heading.id)
      if heading.id.hasPrefix("sec-") {
        add(.section, heading.id, nil, plainText(of: heading.content), lesson, block.span)
      }
    case .math(let math):
      guard let id = math.id else { return }
      add(.equation, id, count(.equation, &counts), "", lesson, block.span)
    case .code(let code) where code.language == LessonPage.language:
      if let run = runs.popFirst() { add(run, of: lesson, &counts) }
    case .code(let code):
      guard let id = code.attributes.id else { return }
      add(.listing, id, count(.listing, &counts), code.attributes.title ?? "", lesson, block.span)
    case .table(let table):
      guard let id = table.id else { return }
      let title = plainText(of: table.caption ?? [])
      add(.table, id, count(.table, &counts), title, lesson, block.span)
    case .directive(let directive):
      add(directive, of: lesson, number, block.span)
    case .definitionList(let definitions) where lesson.frontMatter.kind == .glossary:
      for definition in definitions { add(definition, of: lesson) }
    default: break
    }
  }

  private mutating func add(
    _ run: BlockRun, of lesson: Lesson, _ counts: inout [LabelKind: Int]
  ) {
    for label in run.figureLabels {
      // Without a caption or a label of its own a figure is an illustration and has no number.
      guard run.options.label != nil else { continue }
      add(
        .figure, label, count(.figure, &counts), run.options.caption ?? "", lesson,
        run.options.labelSpan)
    }
  }

  private mutating func add(
    _ kind: LabelKind, _ label: String, _ number: Int?, _ title: String, _ lesson: Lesson,
    _ span: Span
  ) {
    index.anchors[lesson.path]?.insert(label)
    if let first = places[label] {
      diagnostics.append(
        .error(
          "the label '\(label)' stands twice in the course", at: span,
          hint: "the first one is at \(first.path):\(first.start.line)"))
      return
    }
    places[label] = span
    index.labels[label] = LabelTarget(
      kind: kind, label: label, page: lesson.path, number: number, title: title)
  }

  private func count(_ kind: LabelKind, _ counts: inout [LabelKind: Int]) -> Int {
    counts[kind, default: 0] += 1
    return counts[kind] ?? 0
  }

  private mutating func add(
    _ directive: Directive, of lesson: Lesson, _ number: Int, _ span: Span
  ) {
    if let id = directive.id { index.anchors[lesson.path]?.insert(id) }
    // What is wrong with a component is said where it is rendered.
    switch Component.reading(directive).value {
    case .quiz(let quiz): add(quiz, of: lesson, number, span)
    case .steps(let steps):
      for stage in steps.stages.indices {
        index.anchors[lesson.path]?.insert("stage-\(stage + 1)")
      }
    default: break
    }
  }

  private mutating func add(_ quiz: Quiz, of lesson: Lesson, _ number: Int, _ span: Span) {
    if let first = places[quiz.id] {
      diagnostics.append(
        .error(
          "the check '\(quiz.id)' stands twice in the course", at: span,
          hint: "the first one is at \(first.path):\(first.start.line)"))
      return
    }
    places[quiz.id] = span
    index.checksOfLesson[number].append(quiz.id)
    index.checks[quiz.id] = CourseIndex.Check(
      id: quiz.id, title: quiz.title ?? quiz.id, page: lesson.path, hash: hash(of: quiz))
  }

  /// What is asked and what can be answered; feedback may be reworded without losing progress.
  private func hash(of quiz: Quiz) -> String {
    var builder = Fingerprint.Builder()
    builder.add("question", words(of: quiz.question))
    for choice in quiz.choices {
      builder.add(choice.isRight ? "right" : "wrong", words(of: choice.blocks))
    }
    return builder.finish().short
  }

  private func words(of blocks: [Block]) -> String {
    var text = ""
    for block in blocks {
      block.forEachPart { part in
        guard case .inline(let inline) = part else { return }
        switch inline.kind {
        case .text(let words), .code(let words), .math(let words), .binding(let words):
          text += words
        default: break
        }
      }
    }
    return text
  }

  private mutating func add(_ definition: Definition, of lesson: Lesson) {
    let term = Glossary.Term(definition, page: lesson.path)
    index.anchors[lesson.path]?.insert(term.id)
    diagnostics += index.glossary.add(term)
  }
}
