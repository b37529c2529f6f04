import Diagnostics

/// A block's Swift text, and where it stands in its Markdown file.
package struct BlockSource: Sendable, Hashable {
  package var text: String
  package var path: String
  /// The place of the text's first byte. The later lines are taken to begin at its column too,
  /// as they do in a fence that stands in a list item.
  package var start: SourcePosition
  package var label: String
  /// Handed to the library through `BlockContext`; the caller derives it from the label.
  package var seed: Int
  /// The block shows a mistake on purpose: its own stay in its result and do not stop the page,
  /// and when it fails, its names do not exist further down.
  package var mayFail: Bool

  package init(
    _ text: String, path: String, start: SourcePosition, label: String, seed: Int = 0,
    mayFail: Bool = false
  ) {
    self.text = text
    self.path = path
    self.start = start
    self.label = label
    self.seed = seed
    self.mayFail = mayFail
  }
}

/// An expression outside of blocks: a number in prose, or a claim about a block's results.
package struct ExpressionSource: Sendable, Hashable {
  package var text: String
  /// Starts at the text's first byte.
  package var span: Span

  package init(_ text: String, at span: Span) {
    self.text = text
    self.span = span
  }
}

/// What of a page is executable, in page order.
package enum PageItem: Sendable, Hashable {
  case block(BlockSource)
  case expression(ExpressionSource)

  var text: String {
    switch self {
    case .block(let block): block.text
    case .expression(let expression): expression.text
    }
  }

  var path: String {
    switch self {
    case .block(let block): block.path
    case .expression(let expression): expression.span.path
    }
  }

  var start: SourcePosition {
    switch self {
    case .block(let block): block.start
    case .expression(let expression): expression.span.start
    }
  }
}
