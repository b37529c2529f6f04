import Foundation
import Testing

@Suite("the whole course on one page")
struct OnePageTests {
  private let course: TemporaryCourse

  init() throws {
    course = try TemporaryCourse(
      page: "---\nkind: home\n---\n# Home\n",
      settings: """
        title: A course
        one-page: true
        parts:
          - title: First
            pages: [index.md, deep/one.md, two.md]
        """)
    try course.write(
      """
      # One

      ## Part

      See [two](../two.md#part), [its page](../two.md), [this part](#part), [home](../index.md),
      [elsewhere](https://example.org/#part) and a note.[^n]

      [^n]: Here.

      ::: quiz {#q title="A question"}
      What?

      - [x] This
        > Yes, see [the part](#part).
      - [ ] That
        > No.

      ::: solution
      ::: details {title="More"}
      Inside.
      :::
      :::
      :::
      """, to: "deep/one.md")
    try course.write("# Two\n\n## Part\n\nWords.[^n]\n\n[^n]: There.\n", to: "two.md")
  }

  private func page() throws -> String {
    let said = try course.read().build().diagnostics.map(\.description)
    #expect(said == [], "\(said)")
    return try #require(try course.built("print.html"))
  }

  private func values(of attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst()
      .compactMap { $0.components(separatedBy: "\"").first }
  }

  @Test("every name is there once, and every link in the page finds one")
  func names() throws {
    let html = try page()
    let names = values(of: "id", in: html)
    #expect(Set(names).count == names.count)
    for link in values(of: "href", in: html) where link.hasPrefix("#") {
      #expect(names.contains(String(link.dropFirst())), "\(link)")
    }
    for name in ["for", "aria-labelledby", "aria-controls"].flatMap({ values(of: $0, in: html) }) {
      #expect(names.contains(name), "\(name)")
    }
  }

  @Test("a link to a lesson leads to it on the page, one elsewhere stays, and headings go down")
  func links() throws {
    let html = try page()
    for link in ["#two.part", "#two", "#deep.one.part", "index.html", "https://example.org/#part"] {
      #expect(html.contains("<a href=\"\(link)\">"), "\(link)")
    }
    #expect(html.contains("<h3 id=\"two.part\">Part</h3>"))
  }

  @Test("answers stand at the end, whole")
  func answers() throws {
    let html = try page()
    let parts = html.components(separatedBy: "id=\"answers\"")
    #expect(parts.count == 2)
    #expect(!parts[0].contains("Yes, see") && parts[1].contains("Yes, see"))
    #expect(parts[1].contains("Inside.") && parts[1].contains("href=\"#deep.one.q\""))
    #expect(parts[0].contains("href=\"#deep.one.q.answers\""))
  }

  @Test("it is found from every page, and where nobody asked for it there is none")
  func option() throws {
    #expect(try course.built("deep/one.html")?.contains("href=\"../print.html\"") == true)
    let other = try TemporaryCourse(page: "# A page\n")
    #expect(try other.built("print.html") == nil)
    #expect(try other.built()?.contains("print.html") == false)
  }
}
