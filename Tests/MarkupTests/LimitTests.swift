import Markup
import Testing

/// Pages that were made to be too much: each ends with a diagnostic, and soon.
@Suite("limits")
struct LimitTests {
  private func first(_ markdown: String) -> String? {
    parseDocument(path: "page.md", text: markdown).diagnostics.first?.description
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test("quotes, lists, emphasis and pictures nested ten thousand deep are one error")
  func nesting() {
    let deep = "error: this is nested deeper than 100 levels"
    #expect(first(repeated("> ", 10_000) + "x") == "page.md:1:1: \(deep)")
    #expect(first("a\n\n" + repeated("- ", 10_000) + "x\n") == "page.md:3:1: \(deep)")
    #expect(
      first(repeated("1. ", 10_000) + "x\n" + repeated("\n", 10_000)) == "page.md:1:1: \(deep)")
    #expect(first(repeated("![", 10_000) + "a" + repeated("](x)", 10_000))?.hasSuffix(deep) == true)
    let emphasis = repeated("*a **b ", 5_000) + repeated("c** d* ", 5_000)
    #expect(first(emphasis)?.hasSuffix(deep) == true)
    let list = (0..<150).map { repeated("  ", $0) + "- a\n" }.joined()
    #expect(parseDocument(path: "p", text: list).diagnostics.count == 1)
  }

  @Test("a rule of many stars is a rule")
  func rule() {
    #expect(first(repeated("* ", 500)) == nil)
    #expect(first(repeated("- ", 500) + "\n") == nil)
  }

  @Test("directives do not nest without end")
  func directives() {
    let diagnostics = parseDocument(path: "page.md", text: repeated("::: a\n", 30)).diagnostics
    #expect(
      diagnostics.contains {
        $0.description == "page.md:21:1: error: directives are nested deeper than 20 levels"
      })
  }

  @Test("a table that is mostly missing is an error, not a gigabyte")
  func table() {
    let wide = repeated("|a", 5_000) + "|\n" + repeated("|-", 5_000) + "|\n"
    #expect(
      first(wide + repeated("|b\n", 5_000))
        == "page.md:2:1: error: most cells of this table are missing")
    #expect(first(repeated("|a", 50) + "|\n" + repeated("|-", 50) + "|\n|b|\n") == nil)
  }

  @Test("a page of many megabytes and a file that is no text are not read")
  func files() {
    func first(_ bytes: [UInt8]) -> String? {
      parseLesson(path: "page.md", bytes: bytes).diagnostics.first?.description
    }
    #expect(
      first([UInt8](repeating: 0x61, count: 50 << 20))
        == "page.md:1:1: error: this page has 50 MB; a page has no more than 8 MB")
    #expect(first(Array("a\nb\u{0}".utf8)) == "page.md:2:1: error: this file is not text")
    #expect(first([0x61, 0x0A, 0x0A, 0xFF]) == "page.md:3:1: error: this file is not UTF-8 text")
    #expect(
      first(Array(("---\na: " + repeated("[", 100_000) + "\n---\n").utf8))
        == "page.md:2:5: error: this is nested too deep")
  }

  @Test(
    "long runs of one mark take time in proportion",
    arguments: ["[@", "`", "$a ", "!", "@", ":::\n", "# a\n", "|", "[^a] ", "\\"])
  func longRuns(_ mark: String) {
    _ = parseDocument(path: "page.md", text: repeated(mark, 20_000))
  }
}
