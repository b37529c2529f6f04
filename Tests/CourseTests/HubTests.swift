import Foundation
import Testing

@Suite("the research hub's template")
struct HubTests {
  @Test("a copy of it is an entry that builds, with its figures and a number from its run")
  func template() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "content/hub/_template.md"), encoding: .utf8)
    let course = try TemporaryCourse(page: "# Hub\n\n::: entries\n:::\n")
    try course.write(text, to: "my-entry.md")
    let built = try course.read().build()
    #expect(built.diagnostics.map(\.description) == [])
    let site = try #require(built.value)
    #expect(site.summary.figures == 2)
    let hub = try #require(site.files.first { $0.path == "index.html" })
    #expect(String(decoding: hub.bytes, as: UTF8.self).contains("What you built"))
    let entry = try #require(site.files.first { $0.path == "my-entry.html" })
    #expect(
      String(decoding: entry.bytes, as: UTF8.self)
        .contains(/After 100 steps the error is 0\.[0-9]+/))
  }
}
