import ArgumentParser
import SitePipeline

struct API: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api", abstract: "List everything that a block may use, in Swift's own words.")

  @Option(help: "Print a page of the guide instead: networks, figures or swift.")
  var markdown: LibraryReference?

  func run() {
    Terminal().say(markdown.map { String($0.markdown.dropLast()) } ?? lessonAPI)
  }
}

extension LibraryReference: ExpressibleByArgument {}
