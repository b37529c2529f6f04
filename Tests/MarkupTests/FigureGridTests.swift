import Markup
import Testing

@Suite("figures beside each other")
struct FigureGridTests {
  private func read(_ markdown: String) -> (FigureGrid?, [String]) {
    let document = parseDocument(path: "page.md", text: markdown).value
    guard case .directive(let directive)? = document.blocks.first?.kind else { return (nil, []) }
    let component = Component.reading(directive)
    guard case .figures(let grid)? = component.value else { return (nil, []) }
    return (grid, said(component.diagnostics))
  }

  @Test("figures have columns, blocks and a caption")
  func figures() {
    let (grid, mistakes) = read(
      "::: figures {columns=3}\n```swift-rnn\nx\n```\n\n![a](b.png)\n\nBoth *here*.\n:::")
    #expect(mistakes.isEmpty)
    #expect(grid?.columns == 3 && grid?.blocks.count == 2)
    #expect(grid?.caption.map { plainText(of: $0) } == "Both here.")
  }

  @Test("what is wrong with them is said where it is")
  func mistakes() {
    #expect(read("::: figures\n![a](b.png)\n:::").1.isEmpty)
    #expect(
      read("::: figures {columns=9}\nwords\n\n![a](b.png)\n:::").1 == [
        "page.md:1:14: error: figures stand in 2, 3 or 4 columns | write columns=2",
        "page.md:2:1: error: between figures there are only code, pictures and tables"
          + " | a paragraph behind them is the caption of all",
      ])
    #expect(
      read("::: figures\n:::").1 == [
        "page.md:1:5: error: there are no figures in 'figures' | put blocks that draw, pictures or tables into it"
      ])
  }
}
