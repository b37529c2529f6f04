import Diagnostics
import Figures
import Scripting

/// What came of the blocks of one page.
package struct PageRun: Sendable {
  /// One for each block, in order.
  package var blocks: [BlockRun]
  /// One for each expression in prose, in order: its value as text, nil when it has none.
  package var bindings: [String?]

  package init(blocks: [BlockRun], bindings: [String?]) {
    self.blocks = blocks
    self.bindings = bindings
  }
}

package struct BlockRun: Sendable {
  package var block: PageBlock
  package var options: BlockOptions
  /// The author's label, or one made from the page and the block's place on it.
  package var label: String
  package var seed: Int
  package var figures: [ShownFigure]
  /// What the program printed.
  package var printed: String
  /// The mistakes that an `expect-error:` block is there to show.
  package var shownErrors: [Diagnostic]
}

package struct ShownFigure: Sendable {
  /// The block's label; from the second figure of a block on with `-2`, `-3`, ….
  package var label: String
  package var figure: any Figure
}
