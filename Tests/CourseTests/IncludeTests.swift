import Foundation
import SitePipeline
import Testing

@Suite("included files")
struct IncludeTests {
  private let course: TemporaryCourse

  init() throws {
    course = try TemporaryCourse(page: "# Home\n")
  }

  private func lesson(_ text: String, parts: [String: String]) throws {
    try course.write("# A lesson\n\n\(text)\n", to: "deep/lesson.md")
    for (name, text) in parts { try course.write(text, to: name) }
  }

  private func page() throws -> String {
    let built = try course.read().build()
    #expect(built.diagnostics.map(\.description) == [])
    return try #require(try course.built("deep/lesson.html"))
  }

  private func mistakes() throws -> [String] {
    let folder = course.folder.path + "/"
    return try course.read().build().diagnostics.map {
      ($0.description + ($0.hint.map { " | \($0)" } ?? "")).replacing(folder, with: "")
    }
  }

  @Test("a part stands as if it were written there, with links from its own folder")
  func text() throws {
    try lesson(
      "Before.[^a]\n\n::: include {file=\"../parts/_setup.md\"}\n:::\n\n[^a]: Mine.\n",
      parts: [
        "parts/_setup.md":
          "## A lesson in parts\n\nSee [the other](other.md) and @tbl-here.[^b]\n\n[^b]: Its own.\n\n"
          + "| a |\n|---|\n| 1 |\n\n: Here {#tbl-here}\n\n::: include {file=\"_more.md\"}\n:::\n",
        "parts/_more.md": "- And more.\n", "parts/other.md": "# Other\n",
      ])
    let html = try page()
    #expect(html.contains("href=\"../parts/other.html\""))
    #expect(html.contains("id=\"a-lesson-in-parts\"") && html.contains("And more."))
    #expect(html.contains(">Table 1</a>"))
    #expect(html.contains("Mine.") && html.contains("Its own."))
    #expect(try course.built("parts/_setup.html") == nil)
  }

  @Test("a block of a part runs, and one that stands in two places takes both")
  func blocks() throws {
    let block = "```swift-rnn\nlet half = 0.5\nshow(Chart { LineMark([1, half]) })\n```\n"
    try lesson(
      "- One\n\n  ::: include {file=\"_block.md\"}\n  :::\n\nIt is `{rnn} half`.",
      parts: ["deep/_block.md": block])
    let html = try page()
    #expect(html.contains("<picture>") && html.contains("It is 0.5."))
  }

  @Test("headings of all files have an id each")
  func headings() throws {
    try lesson(
      "## Example\n\n::: include {file=\"_a.md\"}\n:::\n",
      parts: ["deep/_a.md": "## Example\n"])
    let html = try page()
    #expect(html.contains("<h2 id=\"example\"") && html.contains("<h2 id=\"example-1\""))
  }

  @Test("a mistake in a part is shown there, once")
  func mistakeInside() throws {
    let text = "::: include {file=\"_a.md\"}\n:::"
    try lesson(text, parts: ["deep/_a.md": "Fine.\n\nSee [^nothing] and [it](gone.md).\n"])
    try course.write("# Another\n\n\(text)\n", to: "deep/another.md")
    #expect(
      try mistakes() == [
        "content/deep/_a.md:3:5: warning: there is no footnote 'nothing' on this page"
          + " | write it as '[^nothing]: …', or '\\[' if this is no footnote",
        "content/deep/_a.md:3:20: error: there is no page or file 'deep/gone.md'"
          + " | its path begins at the lesson's own folder",
      ])
  }

  @Test(
    "what cannot be included is said at its directive",
    arguments: [
      (
        "::: include {file=\"_setap.md\"}\n:::",
        "3:14: error: there is no file 'deep/_setap.md' | did you mean 'deep/_setup.md'?"
      ),
      (
        "::: include {file=\"../index.md\"}\n:::",
        "3:14: error: '../index.md' cannot be included | a file to include begins with an"
          + " underscore, as in '_part.md'; it has no page"
      ),
      (
        "::: include {file=\"../../_a.md\"}\n:::",
        "3:14: error: '../../_a.md' leads out of the course | copy the file into the course's folder"
      ),
      (
        "::: include\n:::",
        "3:5: error: an 'include' needs a file | write ::: include {file=\"_part.md\"}"
      ),
      (
        "See [it](_setup.md).",
        "3:5: error: there is no page or file 'deep/_setup.md' | a file whose name begins with an"
          + " underscore has no page; link to one that includes it"
      ),
    ])
  func directive(text: String, expected: String) throws {
    try lesson(text, parts: ["deep/_setup.md": "Words.\n"])
    #expect(try mistakes() == ["content/deep/lesson.md:\(expected)"])
  }

  @Test("files that include each other are named in their circle")
  func circle() throws {
    try lesson(
      "::: include {file=\"_a.md\"}\n:::",
      parts: [
        "deep/_a.md": "::: include {file=\"_b.md\"}\n:::\n",
        "deep/_b.md": "::: include {file=\"_a.md\"}\n:::\n",
      ])
    #expect(
      try mistakes() == [
        "content/deep/_b.md:1:14: error: this file includes itself | the circle is"
          + " content/deep/_a.md → content/deep/_b.md → content/deep/_a.md"
      ])
  }

  @Test("files that double with every step come to an end")
  func bomb() throws {
    var parts: [String: String] = [:]
    for number in 0..<30 {
      let next = "::: include {file=\"_\(number + 1).md\"}\n:::\n\n"
      parts["deep/_\(number).md"] = next + next
    }
    parts["deep/_30.md"] = "Words.\n"
    try lesson("::: include {file=\"_0.md\"}\n:::", parts: parts)
    let said = try mistakes()
    #expect(said.count == 1 && said[0].hasSuffix("this page includes more than 200 files"))
  }

  @Test("a part with front matter is told that it has no page")
  func frontMatter() throws {
    try lesson(
      "::: include {file=\"_a.md\"}\n:::", parts: ["deep/_a.md": "---\ntitle: A\n---\nWords.\n"])
    #expect(
      try mistakes() == [
        "content/deep/_a.md:1:1: error: an included file has no front matter | it is no page of"
          + " its own; what it says belongs into the lesson's"
      ])
  }

  @Test("a changed part makes the pages that include it")
  func memory() throws {
    try lesson("::: include {file=\"_a.md\"}\n:::", parts: ["deep/_a.md": "Old words.\n"])
    let first = try #require(try course.read().build().value)
    try course.write("New words.\n", to: "deep/_a.md")
    let second = try #require(try course.read().build(memory: first.memory).value)
    let page = try #require(second.files.first { $0.path == "deep/lesson.html" })
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("New words."))
  }
}
