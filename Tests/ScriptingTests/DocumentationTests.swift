import Foundation
import Scripting
import Testing

/// An example of `docs/block-language.md`, and what the page says it does.
struct Example: Sendable, CustomTestStringConvertible {
  var text: String
  var result: String
  var testDescription: String { text }

  /// Whether the page says what is wrong with it.
  var isMistake: Bool { result.contains(": error: ") || result.contains(": warning: ") }

  static let all: [Example] = {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../docs/block-language.md")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    var fences: [(language: String, text: String)] = []
    var open: (language: String, lines: [Substring])?
    for line in lines {
      if line.hasPrefix("```") {
        if let done = open { fences.append((done.language, done.lines.joined(separator: "\n"))) }
        open = open == nil ? (String(line.dropFirst(3)), []) : nil
      } else {
        open?.lines.append(line)
      }
    }
    return zip(fences, fences.dropFirst()).filter {
      $0.0.language == "swift" && $0.1.language == "text"
    }
    .map { Example(text: $0.text, result: $1.text) }
  }()
}

@Suite("The page about the block language is true")
struct DocumentationTests {
  @Test("it has an example for each feature") func examples() { #expect(Example.all.count >= 13) }

  @Test("an example does what stands below it", arguments: Example.all)
  func example(_ example: Example) {
    let result = run(example.text)
    var lines = result.printed.split(separator: "\n").map(String.init)
    for diagnostic in result.diagnostics {
      var plain = diagnostic
      plain.hint = nil
      lines.append(line(plain))
      if let hint = diagnostic.hint { lines.append(hint) }
    }
    #expect(lines.joined(separator: "\n") == example.result)
  }

  @Test(
    "an example that runs is a program for the compiler too", .enabled(if: Compiler.found != nil),
    arguments: Example.all.filter { !$0.isMistake })
  func compiled(_ example: Example) throws {
    let printed = try #require(Compiler.found).output(of: example.text)
    #expect(printed == example.result + "\n")
  }
}
