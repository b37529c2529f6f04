import Lab

/// The blocks of one page as a program for the Swift compiler.
///
/// Every line of a block says where it stands in the lesson, so that what the compiler has to say
/// about it leads there.
struct LessonSource {
  let page: LessonPage
  /// The blocks as they are asked for, in the page's order.
  let blocks: [BlockRun]

  var text: String {
    var parts = ["import Figures\nimport LessonProgram\nimport Recurrent\n"]
    var rest = blocks[...]
    for item in page.items {
      switch item {
      case .block:
        guard let run = rest.popFirst() else { continue }
        parts += program(of: run)
      case .binding(let text, let span):
        parts.append(located(span.path, span.start.line, "LessonProgram.value(\(text))"))
      }
    }
    return parts.joined(separator: "\n") + "\nLessonProgram.end()\n"
  }

  private func program(of run: BlockRun) -> [String] {
    // A block that is there to fail is a comment: it compiles no more than it runs.
    guard run.options.expectedError == nil else {
      return [
        run.block.source.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { "// \($0)" }.joined(separator: "\n")
      ]
    }
    let size = [("width", run.options.width), ("height", run.options.height)]
      .compactMap { name, value in value.map { ", \(name): \($0)" } }.joined()
    let claims = run.options.claims.map {
      located($0.span.path, $0.span.start.line, "LessonProgram.claim(\($0.text))")
    }
    return ["LessonProgram.begin(\"\(run.label)\"\(size))"]
      + [located(run.block.source.path, run.block.source.start.line, run.block.source.text)]
      + claims
  }

  private func located(_ path: String, _ line: Int, _ text: String) -> String {
    """
    #sourceLocation(file: "\(path)", line: \(line))
    \(text)
    #sourceLocation()
    """
  }
}
