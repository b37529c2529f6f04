import ArgumentParser
import Diagnostics
import Workspace

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for every mistake of the course; write nothing.")

  @OptionGroup var folders: CourseFolders

  func run() async throws {
    let terminal = Terminal()
    let course = try folders.read()
    let diagnostics = course.build(
      store: folders.store, stage: WorkerCommand.pool(store: folders.store).stage
    ).diagnostics
    terminal.report(diagnostics, lines: course.lines)
    terminal.say("\(folders.content): \(DiagnosticPrinter.count(diagnostics))")
    if diagnostics.containsError { throw ExitCode(1) }
  }
}
