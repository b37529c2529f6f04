import Foundation
import Testing

/// Two works of the same two authors in one year, one of four authors, one without a year.
private let works = """
  @article{late, author = {Hochreiter, Sepp and Schmidhuber, Jürgen}, title = {Long}, year = {1997}}
  @article{early, author = {Sepp Hochreiter and Jürgen Schmidhuber}, title = {Flat}, year = {1997}}
  @book{many, author = {Cho, K. and Two, B. and Three, C. and Four, D.}, title = {Gates?}, year = {2014}}
  @misc{undated, author = {Elman, Jeffrey}, title = {Time}}
  """

@Suite("sources")
struct SourcesTests {
  private func page(_ text: String, citations: String) throws -> String {
    let course = try TemporaryCourse(
      page: "# A page\n\n\(text)\n",
      settings: """
        title: A course
        bibliography: works.bib
        citations: \(citations)
        parts:
          - title: All
            pages: [index.md]
        """)
    try course.write(works, to: "works.bib")
    #expect(try course.read().build().diagnostics.map(\.description) == [])
    return try #require(try course.built())
  }

  /// The words of what a reader sees in the elements of a class.
  private func words(_ html: String, between start: String, and end: String) -> [String] {
    html.components(separatedBy: start).dropFirst().map { part in
      (part.components(separatedBy: end).first ?? "")
        .replacing(/<[^>]*>/, with: "")
    }
  }

  @Test("by author and year, works of one year have letters, and many authors are one and others")
  func authorYear() throws {
    let html = try page(
      "See [@late, p. 5; @early] and [@many]; Elman [-@undated] too.", citations: "author-year")
    #expect(
      words(html, between: "<span class=\"citation\">", and: "</span>") == [
        "(Hochreiter and Schmidhuber, 1997b, p. 5; Hochreiter and Schmidhuber, 1997a)",
        "(Cho et al., 2014)", "(n.d.)",
      ])
    #expect(
      words(html, between: "<dt id=", and: "</dt>").map { $0.split(separator: ">").last ?? "" } == [
        "Cho et al., 2014", "Elman, n.d.", "Hochreiter and Schmidhuber, 1997a",
        "Hochreiter and Schmidhuber, 1997b",
      ])
    #expect(html.contains("Cho, K. et al. (2014). Gates?</dd>"))
    #expect(html.contains("Elman, J. Time."))
  }

  @Test("by number, works are listed as they come")
  func numeric() throws {
    let html = try page("See [@late], [@early] and [-@late].", citations: "numeric")
    #expect(
      words(html, between: "<span class=\"citation\">", and: "</span>") == ["[1]", "[2]", "[1]"])
    #expect(html.contains("Hochreiter, S. and Schmidhuber, J. (1997b). Long."))
  }
}
