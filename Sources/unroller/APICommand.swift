import ArgumentParser
import SitePipeline

struct API: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api", abstract: "List everything that a block may use, in Swift's own words.")

  func run() {
    Terminal().say(lessonAPI)
  }
}
