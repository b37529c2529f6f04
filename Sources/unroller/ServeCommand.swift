import ArgumentParser
import Preview

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the course in a browser, and again after every save.",
    discussion: """
      Only this machine can reach the preview. Nothing is written: the site stays in memory. \
      A mistake is laid over the last page without one, in the words that 'build' would say.
      """)

  @OptionGroup var folders: CourseFolders

  @Option(help: "The port on this machine; 0 takes any that is free.")
  var port: UInt16 = 8000

  func run() async throws {
    let terminal = Terminal()
    let preview = Preview(
      folders: Preview.Folders(
        content: folders.content, templates: folders.templates, store: folders.store),
      stage: WorkerCommand.pool(store: folders.store).stage)
    do {
      try await preview.run(
        port: port,
        ready: { terminal.say("http://127.0.0.1:\($0)/ shows the course; end with control-C") },
        say: { terminal.warn($0) })
    } catch is CancellationError {
      return
    } catch {
      terminal.warn(
        "the preview cannot use port \(port): \(error)\n"
          + "Choose another one with --port, or any that is free with --port 0.\n")
      throw ExitCode(1)
    }
  }
}
