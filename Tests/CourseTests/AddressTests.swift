import Foundation
import Testing

@Suite("addresses of pages")
struct AddressTests {
  /// What is said of a course with a home and these pages, without the folder's own path.
  private func said(_ pages: [String: String]) throws -> [String] {
    let course = try TemporaryCourse(page: "# Home\n")
    for (name, text) in pages { try course.write(text, to: name) }
    return try course.read().build().diagnostics.map {
      ($0.description + ($0.hint.map { " | \($0)" } ?? ""))
        .replacing("\(course.folder.path)/content/", with: "")
    }
  }

  private func page(alias: String) -> String { "---\naliases: [\(alias)]\n---\n# A page\n" }

  @Test(
    "an alias stays in the site",
    arguments: ["../out", "/../../etc/passwd", "/a/../../b.html", "../site.html"])
  func outside(alias: String) throws {
    #expect(
      try said(["a.md": page(alias: alias)]) == [
        "a.md:2:11: error: the address '\(alias)' leads out of the site"
          + " | it begins at the site's root, such as 'old/page.html'"
      ])
  }

  @Test("an alias that goes up and down again is where it ends")
  func normal() throws {
    #expect(
      try said(["a.md": page(alias: "/deep/../index.html")]) == [
        "a.md:2:11: error: the address '/deep/../index.html' belongs to 'index.md'"
          + " | give one of the two another"
      ])
  }

  @Test("names that differ in capitals are one address to some hosts")
  func capitals() throws {
    let hint = " | 'Page.html' differs in capitals only, which not every host tells apart"
    #expect(
      try said(["Page.md": "# One\n", "page.md": "# Two\n"]) == [
        "page.md:1:1: error: this page has the address of 'Page.md'\(hint)"
      ])
    #expect(
      try said(["Page.md": "# One\n", "other.md": page(alias: "/page.html")]) == [
        "other.md:2:11: error: the address '/page.html' belongs to 'Page.md'\(hint)"
      ])
  }

  @Test("a bibliography that is no text, or none, says so")
  func bibliography() throws {
    let course = try TemporaryCourse(page: "# Home\n", settings: "title: A\nbibliography: r.bib\n")
    try course.write("No entry here.\n", to: "r.bib")
    #expect(try course.read().build().diagnostics.map(\.message) == ["this file has no entries"])
    let file = course.folder.appending(path: "content/r.bib")
    try Data([0xFF, 0xFE, 0x00]).write(to: file)
    #expect(try course.read().build().diagnostics.map(\.message) == ["this file is not UTF-8 text"])
  }
}
