import ArgumentParser
import Diagnostics
import Workspace

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all blocks of the course as a Swift package that builds and runs.",
    discussion: """
      The package has a program for each page and the libraries that blocks call, and needs nothing \
      of Unroller: 'swift run -c release layers-lstm' prints what that page prints and draws its \
      figures.
      """)

  @OptionGroup var folders: CourseFolders

  @Argument(help: "The folder that the package is written to.")
  var package = "lessons-package"

  func run() async throws {
    let terminal = Terminal()
    let course = try folders.read()
    let exported = try course.package(
      store: folders.store, stage: WorkerCommand.pool(store: folders.store).stage)
    terminal.report(exported.diagnostics, lines: course.lines)
    if exported.diagnostics.containsError { throw ExitCode(1) }
    try PackageWriter(folder: package).write(exported.value.files)
    let names = exported.value.lessonNames
    terminal.say("\(package): \(names.count) programs")
    if let first = names.first {
      terminal.say("Try one: swift run -c release --package-path \(package) \(first)")
    }
  }
}
