import Foundation
import Testing

@Suite("words")
struct WordTests {
  @Test("nothing that ships says that it is unfinished")
  func nothingIsUnfinished() throws {
    let pattern = /\b(?:TODO|FIXME|XXX|HACK|for now|not implemented yet)\b/
    for path in shipped where !path.hasPrefix("Tests/TidyTests/") {
      guard let text = try? Checkout.text(path) else { continue }
      for (index, line) in lines(of: text) where line.firstMatch(of: pattern) != nil {
        Issue.record("\(path):\(index + 1): \(line.prefix(80))")
      }
    }
  }

  @Test("no path of one machine is written down")
  func noMachinePaths() throws {
    let pattern = #/(?:^|[\s"'(=])/(?:home|root|Users|work)/\w/#
    for path in shipped where !path.hasPrefix("Tests/TidyTests/") {
      guard let text = try? Checkout.text(path) else { continue }
      for (index, line) in lines(of: text) where line.firstMatch(of: pattern) != nil {
        Issue.record("\(path):\(index + 1): \(line.prefix(80))")
      }
    }
  }

  @Test("ways around the compiler carry a reason in the line above")
  func waysAroundAreExplained() throws {
    for path in Checkout.files(in: "Sources", suffix: ".swift") {
      let all = lines(of: try Checkout.text(path))
      for (index, line) in all {
        guard
          line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)")
            || line.contains("try!")
        else { continue }
        let above = index > 0 ? all[index - 1].1 : ""
        #expect(
          above.contains("//") || line.contains("//"), "\(path):\(index + 1) does not say why")
      }
    }
  }

  @Test("every file and module that docs/ARCHITECTURE.md names exists")
  func architectureIsTrue() throws {
    let text = try Checkout.text("docs/ARCHITECTURE.md")
    for match in text.matches(
      of: /`((?:Sources|Tests|docs|templates|content|scripts|Benchmarks)\/[^`*]*)`/)
    {
      let path = String(match.1)
      #expect(
        FileManager.default.fileExists(atPath: Checkout.root.appending(path: path).path),
        "docs/ARCHITECTURE.md names '\(path)'")
    }
    for match in text.matches(of: /`([A-Z]\w+\.swift)`/) {
      let name = String(match.1)
      #expect(
        Checkout.files(in: "Sources", suffix: "/\(name)").isEmpty == false,
        "docs/ARCHITECTURE.md names '\(name)'")
    }
  }

  private var shipped: [String] {
    ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "Package.swift"]
      + ["Sources", "Tests", "content", "templates", "docs", "scripts", "Benchmarks"]
      .flatMap { Checkout.files(in: $0) }
  }

  private func lines(of text: String) -> [(Int, Substring)] {
    Array(text.split(separator: "\n", omittingEmptySubsequences: false).enumerated())
  }
}
