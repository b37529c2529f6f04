import ArgumentParser
import SitePipeline

@main
struct Unroller: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unroller",
    abstract: "Builds a course site from lessons in Markdown, with figures computed on the way.",
    version: Engine.version,
    subcommands: [
      New.self, Build.self, Check.self, Verify.self, Serve.self, Figure.self, Export.self, API.self,
      WorkerCommand.self,
    ],
    defaultSubcommand: Build.self)
}
