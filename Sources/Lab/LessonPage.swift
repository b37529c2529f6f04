import Diagnostics

/// A `swift-rnn` block as it stands in a lesson.
package struct PageBlock: Hashable, Sendable {
  /// A program and where it stands.
  package struct Source: Hashable, Sendable {
    package var text: String
    package var path: String
    /// Where the first byte of `text` stands in the file.
    package var start: SourcePosition

    package init(text: String, path: String, start: SourcePosition) {
      self.text = text
      self.path = path
      self.start = start
    }
  }

  /// The program that `//| file:` asks for.
  package enum Outside: Hashable, Sendable {
    case program(Source)
    /// Why there is none.
    case missing(String)
  }

  /// The program, option lines included.
  package var text: String
  package var path: String
  /// Where the first byte of `text` stands in the file.
  package var start: SourcePosition

  /// Nil for a block that has its program in itself.
  package var outside: Outside?

  package init(
    text: String, path: String, start: SourcePosition, outside: Outside? = nil
  ) {
    self.text = text
    self.path = path
    self.start = start
    self.outside = outside
  }

  /// What runs.
  package var source: Source {
    if case .program(let source) = outside { return source }
    return Source(text: text, path: path, start: start)
  }

  /// The file that an option names, as it is written.
  package var file: String? { BlockOptions.parse(self).value.file?.text }

  /// What a reader sees: the program without its option lines and the blank lines after them.
  package var program: String {
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
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
