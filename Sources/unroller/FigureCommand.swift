import ArgumentParser
import Diagnostics
import Workspace

struct Figure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Draw the figures of one lesson or of one Swift file as PNG, without a site.",
    discussion: """
      'lessons/lstm.md#fig-gates' draws one figure of a lesson, 'lessons/lstm.md' all of them, \
      'sketch.swift' what that program shows. The files are named by their labels.
      """)

  @Argument(help: "A lesson or a Swift file; '#' and a label pick one figure.")
  var source: String

  @Option(help: "The folder that the pictures are written to.")
  var output = "."

  @Flag(help: "Draw for a dark page.")
  var dark = false

  @Flag(help: "Draw for a narrow screen.")
  var phone = false

  func run() async throws {
    let terminal = Terminal()
    let parts = source.split(separator: "#", maxSplits: 1).map(String.init)
    let file = try FigureFile(path: parts.first ?? "")
    let drawn = file.draw(on: WorkerCommand.pool(store: nil).stage)
    terminal.report(drawn.diagnostics, lines: file.lines)
    if drawn.diagnostics.containsError { throw ExitCode(1) }
    let wanted = parts.count > 1 ? drawn.value.filter { $0.label == parts[1] } : drawn.value
    guard !wanted.isEmpty else {
      let labels = drawn.value.map(\.label)
      let hint = parts.count > 1 ? didYouMean(parts[1], among: labels) : nil
      terminal.warn("'\(source)' has no such figure" + (hint.map { "; \($0)" } ?? "") + "\n")
      throw ExitCode(1)
    }
    for figure in wanted {
      let path = "\(output)/\(figure.label)\(phone ? "~phone" : "")\(dark ? "~dark" : "").png"
      let pair = phone ? figure.phone : figure.page
      try PictureWriter.write(dark ? pair.dark : pair.light, to: path)
      terminal.say("\(path): \(figure.alternativeText)")
    }
  }
}
