import Diagnostics
import Foundation
import SitePipeline
import Testing

@Suite("the README")
struct ReadmeTests {
  private let root = Golden.root.deletingLastPathComponent().deletingLastPathComponent()

  private func readme() throws -> String {
    try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }

  @Test("the figure is what the block beside it draws")
  func figure() throws {
    let text = try readme()
    let block = try #require(text.firstMatch(of: /(?s)```swift-rnn\n.*?\n```/)).output
    let course = try TemporaryCourse(page: "# A page\n\n\(block)\n")
    let site = try #require(try course.read().build().value)
    let picture = try #require(
      site.files.first { $0.path.hasPrefix("figures/fig-gradient-decay.") })
    let shown = try Data(contentsOf: root.appending(path: "docs/pictures/gradient-decay.png"))
    #expect(picture.difference(from: Array(shown)) == nil)
  }

  @Test("the mistake is answered as it says")
  func mistake() throws {
    let text = try readme()
    let answer = try #require(text.firstMatch(of: /(?s)```text\n(content.*?)\n\n/)).1
    let lines = String(repeating: "\n", count: 39)
    let course = try TemporaryCourse(page: "# A page\n")
    try course.write(
      "# LSTM" + lines + "```swift-rnn\nlet lstm = LSTM(inputSize: 1, hiddensize: 32)\n```\n",
      to: "layers/lstm.md")
    let onDisk = try course.read()
    let printer = DiagnosticPrinter(lines: onDisk.lines)
    let said = onDisk.build().diagnostics.map(printer.text).joined()
      .replacing("\(course.folder.path)/", with: "")
    #expect(said == answer + "\n")
  }
}
