import ArgumentParser
import Workspace

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a small course that shows what a course can do, to change into your own.")

  @Argument(help: "The folder of the new course.")
  var folder: String

  func run() throws {
    let terminal = Terminal()
    for path in try Starter(folder: folder).write() { terminal.say("\(folder)/\(path)") }
    terminal.say(
      """

      Look at it, and again after every save:

        cd \(folder)
        unroller serve
      """)
  }
}
