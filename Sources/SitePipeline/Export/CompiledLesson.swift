import Diagnostics
import Lab
import Scripting

/// A page as a program of its own, and what it must come to.
package struct CompiledLesson: Sendable {
  /// The name of its target: `layers-lstm`.
  package var name: String
  /// The lesson's file, as diagnostics name it.
  package var path: String
  package var source: String
  /// What our own run of the page printed.
  package var printed: String
  /// What our own run of the page recorded, in the lines that a compiled program writes.
  package var record: String

  /// - Parameter file: the lesson's file below the content folder.
  init(_ file: String, _ page: LessonPage, _ done: Performance) {
    name = String(
      (file.hasSuffix(".md") ? file.dropLast(3) : file[...])
        .map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    path = page.path
    source = LessonSource(page: page, blocks: done.run.blocks).text
    printed = done.run.blocks.filter { $0.options.expectedError == nil }.map(\.printed).joined()
    record = Self.record(page, done)
  }

  private static func record(_ page: LessonPage, _ done: Performance) -> String {
    var blocks = done.run.blocks[...]
    var values = done.run.bindings[...]
    let pictures = Dictionary(
      done.figures.map { ($0.label, $0.promise) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    for item in page.items {
      switch item {
      case .binding:
        if let value = values.popFirst() ?? nil { lines.append("value \(value)") }
      case .block:
        guard let run = blocks.popFirst(), run.options.expectedError == nil else { continue }
        for label in run.figureLabels {
          guard let promise = pictures[label] else { continue }
          lines.append((["figure", label] + promise.pixels).joined(separator: " "))
        }
        lines += run.options.claims.map { _ in "claim true" }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension CompiledLesson {
  /// What a compiled program of the page printed or recorded otherwise than our own run of it.
  package func differences(printed: String, record: String) -> [Diagnostic] {
    let page = Span(path: path, line: 1, column: 1)
    return [(self.printed, printed, "prints"), (self.record, record, "computes")]
      .compactMap { ours, theirs, verb in
        firstDifference(ours, theirs).map { words in
          .error("compiled, this page \(verb) something else", at: page, hint: words)
        }
      }
  }
}

private func firstDifference(_ ours: String, _ theirs: String) -> String? {
  guard ours != theirs else { return nil }
  let (here, there) = (lines(ours), lines(theirs))
  let number = zip(here, there).prefix { $0 == $1 }.count
  let words = [here, there].map { number < $0.count ? "'\($0[number])'" : "nothing" }
  return "line \(number + 1) is \(words[0]) here and \(words[1]) there"
}

private func lines(_ text: String) -> [Substring] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
}

/// Every page of the course that runs anything, as a program.
///
/// - Parameter stage: where the blocks run; nil is this process.
package func compiledLessons(
  _ inputs: SiteInputs, store: ResultStore = .none, stage: Stage? = nil
) -> Diagnosed<[CompiledLesson]> {
  let course = parseCourse(inputs)
  let made = PagePerformances.make(
    course.value, fonts: inputs.fonts, store: store, stage: stage)
  guard let performances = made.value else {
    return Diagnosed([], course.diagnostics + made.diagnostics)
  }
  let pages = course.value.lessons.map { (file: $0.source, page: LessonPage($0, of: course.value)) }
    .filter { !$0.page.items.isEmpty }
  let done = pages.concurrentMap { performances.performance(of: $0.page) }
  return Diagnosed(
    zip(pages, done).map { CompiledLesson($0.file, $0.page, $1.value) },
    course.diagnostics + done.flatMap(\.diagnostics))
}
