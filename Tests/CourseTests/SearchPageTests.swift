import Testing

@Suite("the search page")
struct SearchPageTests {
  private func built() throws -> TemporaryCourse {
    let course = try TemporaryCourse(
      page: "---\ntags: [memory, gates]\n---\n# A page\n\n## First part\n\nWords.\n")
    try course.write(
      "---\nkind: glossary\n---\n# Glossary\n\nForget gate\n: Decides what stays.\n",
      to: "glossary.md")
    return course
  }

  @Test("it lists all lessons with their sections, all terms and all tags")
  func list() throws {
    let html = try #require(try built().built("search.html"))
    #expect(html.contains(##"<a href="index.html#first-part">First part</a>"##))
    #expect(html.contains(##"<a href="glossary.html#term-forget-gate">Forget gate</a>"##))
    #expect(html.contains(##"<li id="tag-memory">memory"##))
  }

  @Test("only lessons are searched, and every page leads to the search")
  func marks() throws {
    let course = try built()
    let page = try #require(try course.built())
    #expect(page.contains("<main id=\"main\" tabindex=\"-1\" data-pagefind-body>"))
    #expect(page.contains(##"href="search.html#query""##))
    for name in ["search.html", "404.html"] {
      #expect(try course.built(name)?.contains("data-pagefind-body") == false)
    }
  }

  @Test("a tag leads to the pages that have it")
  func tags() throws {
    let page = try #require(try built().built())
    #expect(page.contains(##"<a href="search.html#tag-memory">memory</a>"##))
  }
}
