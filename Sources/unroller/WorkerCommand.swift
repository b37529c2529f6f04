import ArgumentParser
import Workspace

/// Not for people: what other commands start to have blocks run apart from themselves.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

  @Option var store: String?

  func run() throws {
    try Worker(store: store).run()
  }

  static func pool(store: String?) -> WorkerPool {
    WorkerPool(command: "worker", store: store)
  }
}
