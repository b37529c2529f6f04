import Foundation
import Testing

/// The guide's “Your first lesson”, followed to the letter by somebody who has only `unroller`.
@Suite("the guide's first lesson")
struct FirstLessonTests {
  private let guide: String
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "first-\(UUID().uuidString)")
  private var course: URL { folder.appending(path: "my-course") }
  private var lesson: URL { course.appending(path: "content/lessons/echo.md") }

  init() throws {
    guide = try String(
      contentsOf: URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../content/guide/first-lesson.md"), encoding: .utf8)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// What stands between the fences of the listings in one language, in order.
  private func listings(_ language: String) -> [String] {
    var listings: [String] = []
    var fence = ""
    for line in guide.components(separatedBy: "\n") {
      if fence.isEmpty, line.hasPrefix("```"), line.drop(while: { $0 == "`" }) == language {
        fence = String(line.prefix { $0 == "`" })
        listings.append("")
      } else if line == fence {
        fence = ""
      } else if !fence.isEmpty {
        listings[listings.count - 1] += line + "\n"
      }
    }
    return listings
  }

  /// The summary's first words, such as “site/index.html: 4 pages and 1 figure”.
  private func build() throws -> String {
    let run = try CommandRun("build", in: course)
    #expect(run.status == 0 && run.errors.replacing(/search: .*\n/, with: "") == "")
    return run.output.components(separatedBy: " in ")[0]
  }

  private func edit(_ file: URL, _ change: (String) -> String) throws {
    try change(String(contentsOf: file, encoding: .utf8)).write(
      to: file, atomically: true, encoding: .utf8)
  }

  @Test("leads from nothing to a page with a figure, a number and a check, and says what comes out")
  func followed() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let said = listings("console").joined()
    #expect(try CommandRun("new", "my-course", in: folder).status == 0)
    #expect(said.contains(try build()))

    let parts = listings("markdown")
    try #require(parts.count == 4, "page, figure, number, check")
    try parts[0].write(to: lesson, atomically: true, encoding: .utf8)
    let menu = try #require(listings("yaml").first)
    try edit(course.appending(path: "content/course.yml")) { text in
      text.replacing(
        "      - lessons/decay.md\n", with: menu.suffix(of: "      - lessons/decay.md"))
    }
    #expect(said.contains(try build()))

    let claim = try #require(listings("swift").first)
    let block = parts[1].replacing("let unit", with: claim + "let unit", maxReplacements: 1)
    try edit(lesson) { [$0, block, parts[2], parts[3]].joined(separator: "\n") }
    _ = try build()
    let page = try String(
      contentsOf: course.appending(path: "site/lessons/echo.html"), encoding: .utf8)
    #expect(page.contains("id=\"fig-my-echo\"") && page.contains("data-check=\"q-my-echo\""))
    #expect(page.contains("the first unit is at 0.18"))
    #expect(page.contains("href=\"decay.html\""), "the page is in the menu")

    try edit(lesson) { $0.replacing("hiddenSize", with: "hidenSize") }
    let broken = try CommandRun("build", in: course)
    #expect(broken.status == 1)
    #expect(broken.errors.contains("content/lessons/echo.md:15:17: error:"))
    #expect(broken.errors.contains("hint: did you mean 'hiddenSize:'?"))
  }
}

extension String {
  /// From the first place of `text` on.
  fileprivate func suffix(of text: String) -> String {
    firstRange(of: text).map { String(self[$0.lowerBound...]) } ?? self
  }
}
