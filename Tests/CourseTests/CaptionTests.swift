import Testing

/// Tables, listings and figures that a page numbers and names.
@Suite("captions")
struct CaptionTests {
  private func body(_ markdown: String, settings more: String = "") throws -> String {
    let course = try TemporaryCourse(
      page: "# A page\n\n\(markdown)\n",
      settings: "title: A course\n\(more)parts:\n  - title: All\n    pages: [index.md]\n")
    #expect(try course.read().build().diagnostics.map(\.description) == [])
    return try #require(try course.built())
  }

  @Test("a table with a caption is numbered, and a reference leads to it")
  func tables() throws {
    let html = try body(
      "See @tbl-tasks.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: Two *tasks* {#tbl-tasks}")
    #expect(html.contains(##"<figure class="tabular" id="tbl-tasks">"##))
    #expect(html.contains("<b>Table 1.</b> Two <em>tasks</em>"))
    #expect(html.contains(##"href="#tbl-tasks""##))
    #expect(html.contains(">Table 1</a>"))
  }

  @Test("a listing with an id is numbered, and its marked lines stand out")
  func listings() throws {
    let html = try body(
      "See @lst-a.\n\n```python {#lst-a title=\"Setting up\" mark=\"2\"}\na = 1\nb = 2\n```")
    #expect(html.contains("Listing 1. Setting up"))
    #expect(html.contains(">Listing 1</a>"))
    #expect(html.contains(#"<div class="code" id="lst-a">"#))
    #expect(html.contains(#"<span class="line-mark">"#))
  }

  @Test("figures stand beside each other under one caption")
  func grids() throws {
    let html = try body(
      """
      ::: figures {columns=2}
      ```swift-rnn
      show(LoopDiagram(cell: .gru))
      ```

      ```swift-rnn
      show(LoopDiagram(cell: .lstm))
      ```

      Two *loops*.
      :::
      """)
    #expect(html.contains(#"<div class="grid" data-columns="2">"#))
    #expect(html.contains(#"<p class="caption">Two <em>loops</em>.</p>"#))
  }

  @Test("a note may be linked to")
  func notes() throws {
    let html = try body("::: note {#care}\nWords.\n:::\n\n[There](#care).")
    #expect(html.contains(#"<div class="admonition note" id="care""#))
  }

  @Test("HTML is refused, filtered or let through, as the course says")
  func html() throws {
    let raw = "<kbd onclick=\"go()\">Enter</kbd>"
    let course = try TemporaryCourse(page: "# A page\n\n\(raw)\n")
    #expect(
      try course.read().build().diagnostics.first?.description.contains("HTML is not let into")
        == true)
    #expect(
      try body("Press <kbd>Enter</kbd>", settings: "html: filtered\n")
        .contains("Press <kbd>Enter</kbd>"))
    #expect(try body(raw, settings: "html: unfiltered\n").contains(raw))
    let filtered = try TemporaryCourse(
      page: "# A page\n\n\(raw)\n",
      settings: "title: A\nhtml: filtered\nparts:\n  - title: All\n    pages: [index.md]\n")
    let built = try filtered.read().build()
    #expect(built.diagnostics.contains { $0.description.contains("onclick") })
    #expect(try filtered.built()?.contains("onclick=\"go") != true)
  }
}
