import Markup
import Testing

@Suite("contents")
struct ContentsTests {
  private func outline(_ markdown: String, _ levels: ClosedRange<Int> = 2...3) -> String {
    func text(_ entries: [ContentsEntry]) -> String {
      entries.map { "\($0.heading.id)" + ($0.entries.isEmpty ? "" : "(\(text($0.entries)))") }
        .joined(separator: " ")
    }
    return text(parseDocument(path: "p", text: markdown).value.contents(levels: levels))
  }

  @Test("headings nest by their levels, and only those that are asked for")
  func nesting() {
    #expect(outline("# t\n## a\n### b\n### c\n#### d\n## e") == "a(b c) e")
    #expect(outline("# t\n## a\n### b\n## e", 1...2) == "t(a e)")
  }

  @Test("a skipped level stands under the nearest heading above")
  func skipped() {
    #expect(outline("### a\n## b\n#### c\n### d", 2...4) == "a b(c d)")
  }

  @Test("headings inside of something else are not the page's")
  func inside() {
    #expect(outline("## a\n> ## b\n\n::: note\n## c\n:::\n\n- ## d") == "a")
  }
}
