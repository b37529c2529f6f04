import Testing

@Suite("languages of the interface")
struct LanguageTests {
  private func course(in language: String) throws -> TemporaryCourse {
    try TemporaryCourse(
      page: "# Eine Seite\n\n> [!WARNING]\n> Worte.\n",
      settings:
        "title: Ein Kurs\nlanguage: \(language)\nparts:\n  - title: Alles\n    pages: [index.md]\n")
  }

  @Test("a course in German has German words, in the page and in the script's")
  func german() throws {
    let course = try course(in: "de")
    #expect(try course.read().build().diagnostics == [])
    let html = try #require(try course.built())
    #expect(html.contains(#"<html lang="de" dir="ltr">"#))
    #expect(html.contains("Zum Inhalt") && html.contains("Warnung"))
    #expect(html.contains(#"data-say-copied="Kopiert""#))
  }

  @Test("a country's variety takes the language's words")
  func variety() throws {
    #expect(try course(in: "de-AT").built()?.contains("Zum Inhalt") == true)
  }

  @Test("a language without words is said once, and its pages are whole")
  func unknown() throws {
    let course = try course(in: "ar")
    let built = try course.read().build()
    #expect(
      built.diagnostics.map(\.message) == [
        "the theme has no words in 'ar', so the pages' own are English"
      ])
    let html = try #require(try course.built())
    #expect(html.contains(#"<html lang="ar" dir="rtl">"#) && html.contains("Skip to content"))
  }
}
