import ArgumentParser
import Diagnostics
import SitePipeline
import Workspace

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Build everything again from nothing and compare it with the site that is there.",
    discussion: """
      Text is compared byte by byte, a figure pixel by pixel. Nothing is written. The exit code is \
      0 when all is the same and 1 when anything differs.
      """)

  @OptionGroup var folders: CourseFolders

  @Flag(
    help: """
      Run the blocks in the program's own process and let them take as long as they need, for \
      emulators, which follow no other process and are slow.
      """)
  var oneProcess = false

  func run() async throws {
    let terminal = Terminal()
    let course = try folders.read()
    let built = course.build(
      stage: oneProcess ? course.patientStage : WorkerCommand.pool(store: nil).stage)
    terminal.report(built.diagnostics, lines: course.lines)
    guard let site = built.value, !built.diagnostics.containsError else {
      terminal.warn("\n\(DiagnosticPrinter.count(built.diagnostics)): nothing could be compared\n")
      throw ExitCode(1)
    }
    let differences = try SiteReader(folder: folders.output).differences(from: site)
    let broken = try LockFile(path: folders.lock).read().changes(to: site.lock)
    for line in broken { terminal.say(line) }
    for difference in differences { terminal.say("\(folders.output)/\(difference)") }
    guard differences.isEmpty, broken.isEmpty else {
      terminal.warn(
        "\(broken.count) of \(site.summary.figures) figures and \(differences.count) of "
          + "\(site.files.count) files differ; 'unroller build' writes the new ones\n")
      throw ExitCode(1)
    }
    terminal.say(
      "\(folders.output): all \(site.files.count) files are what the course builds to "
        + "(\(site.summary.pages) pages, \(site.summary.figures) figures)")
  }
}
