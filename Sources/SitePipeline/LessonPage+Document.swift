import Diagnostics
import Lab
import Markup

extension LessonPage {
  /// The language of the blocks that run.
  static let language = "swift-rnn"

  /// What runs on a page: its blocks and the expressions in its prose, in the order they stand.
  init(_ document: Document) {
    self.init(path: document.path, items: [])
    for block in document.blocks { collect(block) }
    for footnote in document.footnotes { footnote.forEach { collect($0) } }
  }

  private mutating func collect(_ block: Block) {
    block.forEachPart { part in
      switch part {
      case .block(let block):
        guard case .code(let code) = block.kind, code.language == Self.language else { return }
        items.append(
          .block(
            PageBlock(text: code.text, path: block.span.path, start: code.textStart)))
      case .inline(let inline):
        guard case .binding(let expression) = inline.kind else { return }
        items.append(.binding(expression, inline.span))
      }
    }
  }
}
