import Diagnostics

/// A `swift-rnn` block as it stands in a lesson.
package struct PageBlock: Hashable, Sendable {
  /// The program, option lines included.
  package var text: String
  package var path: String
  /// Where the first byte of `text` stands in the file.
  package var start: SourcePosition

  package init(text: String, path: String, start: SourcePosition) {
    self.text = text
    self.path = path
    self.start = start
  }

  /// What a reader sees: the program without its option lines and the blank lines after them.
  package var program: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.drop { $0.hasPrefix(BlockOptions.marker) }.drop {
      $0.allSatisfy(\.isWhitespace)
    }
    var result = shown.joined(separator: "\n")
    while result.last?.isNewline == true { result.removeLast() }
    return result
  }
}

/// What runs on one page, in the order it stands there.
package struct LessonPage: Hashable, Sendable {
  package enum Item: Hashable, Sendable {
    case block(PageBlock)
    /// `` `{rnn} halfLife` `` in prose; the span is the expression's.
    case binding(String, Span)
  }

  package var path: String
  package var items: [Item]

  package init(path: String, items: [Item]) {
    self.path = path
    self.items = items
  }
}
