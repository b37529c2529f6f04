import Diagnostics

/// Figures beside each other, with a caption for all of them.
package struct FigureGrid: Hashable, Sendable {
  /// From 2 to 4, where there is room.
  package var columns: Int
  /// Code that draws, pictures, tables.
  package var blocks: [Block]
  /// The paragraph behind the figures.
  package var caption: [Inline]?
}

extension ComponentReader {
  mutating func readFigures() -> FigureGrid {
    var grid = FigureGrid(columns: 2, blocks: directive.blocks)
    if let columns = attribute("columns") {
      if let number = Int(columns), (2...4).contains(number) {
        grid.columns = number
      } else {
        report(
          "figures stand in 2, 3 or 4 columns",
          at: directive.attributes.first { $0.key == "columns" }?.span,
          hint: "write columns=2")
      }
    }
    if case .paragraph(let words)? = grid.blocks.last?.kind, !isPicture(words) {
      grid.caption = words
      grid.blocks.removeLast()
    }
    for block in grid.blocks where !isFigure(block) {
      report(
        "between figures there are only code, pictures and tables", at: block.span,
        hint: "a paragraph behind them is the caption of all")
    }
    if grid.blocks.isEmpty {
      report(
        "there are no figures in 'figures'",
        hint: "put blocks that draw, pictures or tables into it")
    }
    return grid
  }

  private func isFigure(_ block: Block) -> Bool {
    switch block.kind {
    case .code, .table: true
    case .paragraph(let words): isPicture(words)
    default: false
    }
  }

  private func isPicture(_ words: [Inline]) -> Bool {
    words.allSatisfy { inline in
      switch inline.kind {
      case .image, .softBreak: true
      default: false
      }
    }
  }
}
