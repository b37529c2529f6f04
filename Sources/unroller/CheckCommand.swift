import ArgumentParser
import Diagnostics
import Workspace

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for every mistake of the course; write nothing.")

  @OptionGroup var folders: CourseFolders

  @Flag(
    help: """
      Also compile every block with the Swift compiler of this machine, and compare what its \
      programs print, compute and draw.
      """)
  var swiftc = false

  @Flag(help: "Also ask the sites that the course links whether they still answer.")
  var external = false

  func run() async throws {
    let terminal = Terminal()
    let course = try folders.read()
    let stage = WorkerCommand.pool(store: folders.store).stage
    var diagnostics = course.build(store: folders.store, stage: stage).diagnostics
    if swiftc, !diagnostics.containsError {
      let package = try course.package(store: folders.store, stage: stage).value
      diagnostics += try CompilerCheck(beside: folders.store).diagnostics(for: package)
    }
    if external {
      let links = course.outwardLinks
      terminal.say("asking for \(counted(Set(links.map(\.address)).count, "page")) of other sites")
      diagnostics += try LinkCheck(beside: folders.store).diagnostics(for: links)
    }
    terminal.report(diagnostics, lines: course.lines)
    terminal.say("\(folders.content): \(DiagnosticPrinter.count(diagnostics))")
    if diagnostics.containsError { throw ExitCode(1) }
  }
}
