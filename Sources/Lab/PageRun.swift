import Diagnostics
import Figures
import Scripting

/// What came of the blocks of one page.
package struct PageRun: Sendable {
  /// One for each block, in order.
  package var blocks: [BlockRun]
  /// One for each expression in prose, in order: its value as text, nil when it has none.
  package var bindings: [String?]
  /// Every figure that was shown, in order; drawing them is the next phase's work.
  package var figures: [ShownFigure]

  package init(blocks: [BlockRun], bindings: [String?], figures: [ShownFigure] = []) {
    self.blocks = blocks
    self.bindings = bindings
    self.figures = figures
  }
}

/// A block as it was asked for, and what it did.
package struct BlockRun: Sendable {
  package var block: PageBlock
  package var options: BlockOptions
  /// The author's label, or one made from the page and the block's place on it.
  package var label: String
  package var seed: Int
  /// The labels of the figures it has shown.
  package var figureLabels: [String] = []
  /// What the program printed.
  package var printed = ""
  /// The mistakes that an `expect-error:` block is there to show.
  package var shownErrors: [Diagnostic] = []
}

package struct ShownFigure: Sendable {
  /// The block's label; from the second figure of a block on with `-2`, `-3`, ….
  package var label: String
  /// The block that has shown it, by its number on the page.
  package var block: Int
  package var figure: any Figure
}

extension BlockRun {
  /// What is wrong with a block that is there to show a mistake: it makes none, or another one.
  package func expectedErrorProblems(_ own: [Diagnostic]) -> [Diagnostic] {
    guard let expected = options.expectedError else { return [] }
    let errors = own.filter { $0.severity == .error }
    if errors.contains(where: { $0.message.contains(expected.text) }) { return [] }
    guard let first = errors.first else {
      return [
        .error(
          "this block should fail, but nothing is wrong with it", at: expected.span,
          hint: "take the option 'expect-error' out if it is right as it is")
      ]
    }
    return [
      .error(
        "this block fails with other words than 'expect-error' says", at: expected.span,
        hint: "it says: \(first.message)")
    ]
  }
}
