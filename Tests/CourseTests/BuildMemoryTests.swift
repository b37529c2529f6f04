import Foundation
import SitePipeline
import Testing
import Workspace

/// A course whose pages ask each other for everything that pages can ask for.
private let pages = [
  "course.yml": """
  title: A course
  base-url: https://example.org/course/
  one-page: true
  offline: true
  authors: [{name: Ada, role: Author}]
  bibliography: sources.bib
  parts:
    - title: First
      pages: [index.md, one.md, two.md]
    - title: Second
      pages: [three.md, words.md]
  """,
  "sources.bib": "@book{elman, author = {Elman, J.}, title = {Time}, year = {1990}}",
  "index.md": "---\nkind: home\n---\n# Home\n\n::: course-map\n:::\n",
  "one.md": """
  # One

  The hidden state[^n] of [two](two.md#far), see @eq-step and [@elman].

  [^n]: See [its end](two.md#end).

  ## Here

  ![A dot](dot.png)
  """,
  "two.md": """
  # Two

  ## Far

  $$ h_t $$ {#eq-step}

  ## End {#end}

  ::: quiz {#q}
  What?

  - [x] This
    > Yes.
  - [ ] That
    > No.
  :::
  """,
  "three.md": "---\nrequires: [q]\ndate: 2026-01-02\n---\n# Three\n\nA hidden state, kept.\n",
  "words.md": "---\nkind: glossary\n---\n# Words\n\nhidden state\n: What is carried on.\n",
]

@Suite("what one build leaves for the next")
struct BuildMemoryTests {
  private let course: TemporaryCourse
  private let first: BuiltSite

  init() throws {
    course = try TemporaryCourse(page: "")
    for (name, text) in pages { try course.write(text, to: name) }
    try Self.dot(width: 3).write(to: course.folder.appending(path: "content/dot.png"))
    let built = try course.read().build()
    #expect(built.diagnostics.map(\.description) == [])
    first = try #require(built.value)
  }

  /// As much of a PNG as tells its size.
  private static func dot(width: UInt8) -> Data {
    Data(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 0, width, 0, 0, 0, 2, 8, 6, 0, 0, 0])
  }

  /// Builds with what the first build left, in memory and through the store, and anew.
  ///
  /// - Returns: the pages that stayed as they were.
  @discardableResult
  private func rebuild() throws -> Set<String> {
    let fresh = try course.read().build()
    let held = try course.read().build(memory: first.memory)
    let stored = try course.read().build(memory: BuildMemory(archived: first.memory.archived))
    #expect(held.diagnostics == fresh.diagnostics)
    #expect(stored.diagnostics == fresh.diagnostics)
    let site = try #require(stored.value)
    #expect(held.value?.files == fresh.value?.files)
    let kept = first.files.filter { site.kept.contains($0.path) }
    #expect(Set(kept + site.files) == fresh.value.map { Set($0.files) })
    #expect(site.paths == fresh.value?.paths)
    #expect(site.memory.archived == fresh.value?.memory.archived)
    return Set(site.kept.filter { $0.hasSuffix(".html") })
  }

  private func change(_ name: String, _ old: String, _ new: String) throws {
    try course.write(pages[name], with: old, as: new, to: name)
  }

  @Test("of an unchanged course every plain page stays")
  func nothing() throws {
    #expect(try rebuild() == ["index.html", "one.html", "search.html", "two.html", "three.html"])
  }

  @Test("a new word makes one page")
  func word() throws {
    try change("three.md", "kept", "dropped")
    #expect(try rebuild() == ["index.html", "one.html", "search.html", "two.html"])
  }

  @Test("a term that is no longer used leaves the glossary's list")
  func term() throws {
    try change("three.md", "hidden state", "secret")
    #expect(try rebuild() == ["index.html", "one.html", "search.html", "two.html"])
  }

  @Test("a page that is linked from another lesson says so, and is made when that changes")
  func links() throws {
    try change("three.md", "kept", "kept, as in [one](one.md)")
    #expect(try rebuild() == ["index.html", "search.html", "two.html"])
    #expect(try course.built("one.html")?.contains("Linked from:") == true)
  }

  @Test("a term that no lesson names is a warning")
  func unusedTerm() throws {
    try change("three.md", "hidden state", "secret")
    try change("one.md", "hidden state", "secret")
    #expect(
      try course.read().build().diagnostics.map(\.message) == [
        "no lesson uses the term 'hidden state'"
      ])
  }

  @Test("a heading that others point at makes them too, another one does not")
  func heading() throws {
    try change("two.md", "## Far", "## Further\n\n## Far")
    #expect(try rebuild() == ["index.html", "one.html", "three.html"])
    try change("two.md", "## Far", "## Near")
    #expect(try rebuild() == ["index.html", "three.html"])
    try change("two.md", "{#end}", "{#over}")
    #expect(try rebuild() == ["index.html", "three.html"])
  }

  @Test(
    "what pages say of each other makes them all",
    arguments: [
      ("two.md", "# Two", "# Deux"), ("two.md", "{#eq-step}", "{#eq-first}"),
      ("two.md", "What?", "How?"), ("two.md", "{#q}", "{#other}"),
      ("three.md", "requires: [q]", "draft: true"),
      ("three.md", "requires: [q]", "aliases: [/old/]"),
      ("words.md", "carried on", "carried over"), ("course.yml", "title: A course", "title: B"),
      ("course.yml", "one.md, two.md", "two.md, one.md"), ("sources.bib", "1990", "1991"),
    ])
  func shared(name: String, old: String, new: String) throws {
    try change(name, old, new)
    #expect(try rebuild() == [])
  }

  @Test("a picture of another size makes them all, a new lesson and a lost one too")
  func files() throws {
    let folder = course.folder.appending(path: "content")
    try Self.dot(width: 4).write(to: folder.appending(path: "dot.png"))
    #expect(try rebuild() == [])
    try Self.dot(width: 3).write(to: folder.appending(path: "dot.png"))
    try course.write("# Four\n", to: "four.md")
    #expect(try rebuild() == [])
    try FileManager.default.removeItem(at: folder.appending(path: "four.md"))
    #expect(try rebuild().count == 5)
    try FileManager.default.removeItem(at: folder.appending(path: "one.md"))
    #expect(try rebuild() == [])
  }

  @Test("a page with something to be said of is made, and said, each time")
  func diagnostics() throws {
    try change("one.md", "two.md#far", "two.md#nowhere")
    let site = try #require(try course.read().build().value)
    let again = try course.read().build(memory: site.memory)
    #expect(again.diagnostics.map(\.message) == ["there is no '#nowhere' on 'two.html'"])
  }

  @Test("a damaged memory is noticed")
  func damage() {
    let bytes = first.memory.archived
    #expect(throws: ArchiveReader.Damaged.self) {
      try BuildMemory(archived: Array(bytes.dropLast()))
    }
    #expect(throws: ArchiveReader.Damaged.self) { try BuildMemory(archived: []) }
  }
}
