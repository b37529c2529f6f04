/// A piece of a page that a walk comes by.
package enum DocumentPart {
  case block(Block)
  case inline(Inline)
}

extension Block {
  /// Visits this block and the blocks in it, in the order they stand in the file.
  package func forEachBlock(_ visit: (Block) -> Void) {
    visit(self)
    switch kind {
    case .list(let list):
      for item in list.items { for block in item.blocks { block.forEachBlock(visit) } }
    case .quote(let blocks): for block in blocks { block.forEachBlock(visit) }
    case .directive(let directive): for block in directive.blocks { block.forEachBlock(visit) }
    case .heading, .paragraph, .code, .table, .math, .definitionList, .html, .rule: break
    }
  }

  /// Visits this block and all that is in it, in the order it stands in the file.
  package func forEachPart(_ visit: (DocumentPart) -> Void) {
    visit(.block(self))
    switch kind {
    case .heading(let heading): heading.content.forEachPart(visit)
    case .paragraph(let content): content.forEachPart(visit)
    case .list(let list): for item in list.items { item.blocks.forEach { $0.forEachPart(visit) } }
    case .quote(let blocks): for block in blocks { block.forEachPart(visit) }
    case .table(let table):
      for cell in table.header { cell.forEachPart(visit) }
      for cell in table.rows.joined() { cell.forEachPart(visit) }
      table.caption?.forEachPart(visit)
    case .directive(let directive): for block in directive.blocks { block.forEachPart(visit) }
    case .definitionList(let definitions):
      for definition in definitions {
        definition.term.forEachPart(visit)
        for meaning in definition.meanings { meaning.forEachPart(visit) }
      }
    case .code, .math, .html, .rule: break
    }
  }
}

extension [Inline] {
  package func forEachPart(_ visit: (DocumentPart) -> Void) {
    for inline in self {
      visit(.inline(inline))
      switch inline.kind {
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .link(_, _, let content), .image(_, _, let content):
        content.forEachPart(visit)
      default: break
      }
    }
  }
}

/// The words of inline content without any markup.
package func plainText(of content: [Inline]) -> String {
  var text = ""
  for inline in content {
    switch inline.kind {
    case .text(let words), .code(let words), .math(let words): text += words
    case .softBreak, .lineBreak: text += " "
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .link(_, _, let content), .image(_, _, let content):
      text += plainText(of: content)
    case .html, .footnote, .reference, .citation, .binding: break
    }
  }
  return text
}
