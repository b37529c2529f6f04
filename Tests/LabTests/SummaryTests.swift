import Foundation
import Lab
import Scripting
import Testing

@Suite("what the library's pages say is what its sources say")
struct SummaryTests {
  /// What the sources say of each declaration that is registered; a member that a protocol has is
  /// told once.
  private func expected() throws -> [String: String] {
    let sources = try ["Recurrent", "Figures", "LessonProgram"].map(PublicDeclarations.init)
    let library = Library.lab
    var found: [String: String] = [:]
    for own in library.declarations where own.module != nil {
      let names = [own.owner].compactMap(\.self)
      let keys =
        own.kind == .type
        ? [own.name]
        : names.isEmpty
          ? [own.name]
          : (names + library.protocols(of: names[0])).map { "\($0).\(own.name)" }
      for key in keys {
        guard let text = sources.compactMap({ $0.summaries[key] }).first else { continue }
        found[key] = text
        break
      }
    }
    return found
  }

  /// Writes them down: `RECORD_SUMMARIES=1 swift test --filter SummaryTests`.
  @Test("a summary is the first sentence of the library's own words")
  func summaries() throws {
    let expected = try expected()
    if ProcessInfo.processInfo.environment["RECORD_SUMMARIES"] != nil { try record(expected) }
    let recorded = Library.summaries
    for key in Set(expected.keys).union(recorded.keys).sorted() {
      #expect(
        expected[key] == recorded[key],
        "\(key): record it with RECORD_SUMMARIES=1 swift test --filter SummaryTests")
    }
  }

  private func record(_ summaries: [String: String]) throws {
    let lines = summaries.sorted { $0.key < $1.key }.map { key, text in
      let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "    \"\(key)\": \"\(escaped)\",\n"
    }
    let text = """
      // swift-format-ignore-file
      // Written by the tests: RECORD_SUMMARIES=1 swift test --filter SummaryTests

      import Scripting

      extension Library {
        /// The first sentence of what the libraries' sources say of each declaration.
        package static let summaries: [String: String] = [
      \(lines.joined())  ]
      }

      """
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Lab/Library+Summaries.swift")
    try text.write(to: file, atomically: false, encoding: .utf8)
  }
}
