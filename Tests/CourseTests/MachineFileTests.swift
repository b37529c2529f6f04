import Foundation
import Testing

/// What the site carries for feed readers, search engines and language models.
@Suite("files for machines")
struct MachineFileTests {
  private static let settings = """
    title: A <small> course
    tagline: Two pages
    base-url: https://example.org/deep/course
    authors:
      - name: Ada
        organisation: School
    parts:
      - title: All
        pages: [index.md, one.md]
    """

  private func course(base: Bool = true) throws -> TemporaryCourse {
    let settings = Self.settings.split(separator: "\n")
      .filter { base || !$0.hasPrefix("base-url") }.joined(separator: "\n")
    let course = try TemporaryCourse(
      page: "---\nkind: home\n---\n\n# Home\n\nWords.\n", settings: settings + "\n")
    try course.write(
      """
      ---
      description: The first & only lesson.
      date: 2026-01-02
      updated: 2026-03-04
      authors: [Ada]
      tags: [gates]
      ---

      # One

      ::: quiz {#q-one title="One"}
      Is $1 < 2$?

      - [x] Yes.
        > `</script>` ends nothing, says @sec-more.
      - [ ] No.
        > Count again.
      :::

      ## More {#sec-more}
      """, to: "one.md")
    try course.write(
      "---\ndate: 2026-02-01\nkind: glossary\n---\n\n# Terms\n\nGate {aliases=\"gates\"}\n: A door.\n",
      to: "more/terms.md")
    return course
  }

  /// The page's JSON-LD, read by a parser that is not ours.
  private func graph(_ page: String) throws -> [[String: Any]] {
    let start = try #require(page.range(of: "<script type=\"application/ld+json\">"))
    let rest = page[start.upperBound...]
    let end = try #require(rest.range(of: "</script>"))
    let data = try JSONSerialization.jsonObject(with: Data(rest[..<end.lowerBound].utf8))
    return try #require((data as? [String: Any])?["@graph"] as? [[String: Any]])
  }

  @Test("the feed has the dated lessons, the latest change first")
  func feed() throws {
    let feed = try #require(try course().built("feed.xml"))
    let entries = feed.components(separatedBy: "<entry>").dropFirst()
    #expect(entries.count == 2)
    #expect(entries.first?.contains("<id>https://example.org/deep/course/one.html</id>") == true)
    #expect(entries.first?.contains("<published>2026-01-02T00:00:00Z</published>") == true)
    #expect(entries.first?.contains("<summary>The first &amp; only lesson.</summary>") == true)
    #expect(entries.last?.contains("/more/terms.html</id>") == true)
    #expect(feed.contains("<title>A &lt;small&gt; course</title>"))
    #expect(feed.contains("<updated>2026-03-04T00:00:00Z</updated>"))
  }

  @Test("pages name the feed and their Markdown, from where they stand")
  func links() throws {
    let page = try #require(try course().built("more/terms.html"))
    #expect(page.contains(#"title="A &lt;small&gt; course" href="../feed.xml""#))
    #expect(page.contains(#"type="text/markdown" title="This page as Markdown" href="terms.md""#))
  }

  @Test("without a base address there is no feed and no sitemap, and nothing names them")
  func noBase() throws {
    let course = try course(base: false)
    #expect(try course.built("feed.xml") == nil)
    #expect(try course.built("sitemap.xml") == nil)
    #expect(try course.built("index.html")?.contains("feed.xml") == false)
    #expect(try course.built("404.html")?.contains(#"href="one.html""#) == true)
    #expect(try course.built("llms.txt")?.contains("(one.md)") == true)
  }

  @Test("the page for a missing address works at any depth, and is not to be found")
  func missingPage() throws {
    let page = try #require(try course().built("404.html"))
    #expect(page.contains(#"<meta name="robots" content="noindex">"#))
    #expect(page.contains(#"<a href="/deep/course/one.html">One</a>"#))
    #expect(page.contains(#"href="/deep/course/assets/"#))
    #expect(page.contains(#"data-root="/deep/course/""#))
    #expect(try course().built("sitemap.xml")?.contains("404.html") == false)
  }

  @Test("a course's own page for missing addresses takes the place of ours")
  func ownMissingPage() throws {
    let course = try course()
    try course.write("# Lost\n\nMine.\n", to: "404.md")
    #expect(try course.built("404.html")?.contains("Mine.") == true)
  }

  @Test("language models get every page's Markdown as it was written, and a list of them")
  func markdown() throws {
    let course = try course()
    let overview = try #require(try course.built("llms.txt"))
    #expect(
      overview == """
        # A <small> course

        > Two pages

        ## All

        - [Home](https://example.org/deep/course/index.md)
        - [One](https://example.org/deep/course/one.md): The first & only lesson.

        ## More pages

        - [Terms](https://example.org/deep/course/more/terms.md)

        """)
    #expect(try course.built("more/terms.md")?.hasSuffix(": A door.\n") == true)
  }

  @Test("search engines read what a page is: a course, a lesson with its check, a set of terms")
  func structuredData() throws {
    let course = try course()
    let home = try graph(try #require(try course.built("index.html")))
    #expect(home.map { $0["@type"] as? String } == ["Course"])
    #expect((home[0]["hasPart"] as? [Any])?.count == 1)
    let lesson = try graph(try #require(try course.built("one.html")))
    #expect(lesson.map { $0["@type"] as? String } == ["LearningResource", "Quiz"])
    #expect(lesson[0]["url"] as? String == "https://example.org/deep/course/one.html")
    #expect(lesson[0]["dateModified"] as? String == "2026-03-04")
    let question = try #require(lesson[1]["hasPart"] as? [String: Any])
    #expect(question["text"] as? String == "Is 1 < 2?")
    let right = try #require((question["acceptedAnswer"] as? [[String: Any]])?.first)
    let comment = try #require(right["comment"] as? [String: Any])
    #expect(comment["text"] as? String == "</script> ends nothing, says More.")
    let terms = try graph(try #require(try course.built("more/terms.html")))
    let defined = try #require(terms[0]["hasDefinedTerm"] as? [[String: Any]])
    #expect(defined.map { $0["description"] as? String } == ["A door."])
    #expect(defined.first?["alternateName"] as? [String] == ["gates"])
  }

  @Test("an old address may not be where another page's Markdown stands")
  func takenByMarkdown() throws {
    let course = try course()
    try course.write("---\naliases: [one.md]\n---\n\n# Two\n", to: "two.md")
    let said = try course.read().build().diagnostics.filter { $0.severity == .error }
    #expect(said.map(\.message) == ["the address 'one.md' belongs to 'one.md'"])
  }
}
