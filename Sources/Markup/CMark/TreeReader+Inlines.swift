import CCMarkGFM
import Diagnostics

extension TreeReader {
  mutating func readInlines(in parent: Node) -> [Inline] {
    var inlines: [Inline] = []
    var line = span(of: parent).start.line
    for child in children(of: parent) {
      let own = span(of: child)
      // Breaks carry no place of their own.
      if cmark_node_get_start_line(child) > 0 { line = own.start.line }
      let type = cmark_node_get_type(child)
      if type == CMARK_NODE_TEXT {
        append(text(cmark_node_get_literal(child)), at: own, to: &inlines)
      } else if let kind = readInline(child, type) {
        let place = type == types.math ? mathSpan(child, line: line) : own
        inlines.append(Inline(kind, span: place))
      }
    }
    return inlines.flatMap { TextSplitter.split($0) }
  }

  /// The library cuts text at every character that could have meant something.
  private func append(_ text: String, at span: Span, to inlines: inout [Inline]) {
    if case .text(let before)? = inlines.last?.kind {
      inlines[inlines.count - 1].kind = .text(before + text)
      inlines[inlines.count - 1].span.end = span.end
    } else {
      inlines.append(Inline(.text(text), span: span))
    }
  }

  private mutating func readInline(_ node: Node, _ type: cmark_node_type) -> Inline.Kind? {
    switch type {
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_EMPH: return .emphasis(readInlines(in: node))
    case CMARK_NODE_STRONG: return .strong(readInlines(in: node))
    case types.strikethrough: return .strikethrough(readInlines(in: node))
    case CMARK_NODE_CODE: return readCode(text(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return .html(text(cmark_node_get_literal(node)))
    case CMARK_NODE_LINK:
      return .link(
        destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)),
        readInlines(in: node))
    case CMARK_NODE_IMAGE:
      return .image(
        source: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)),
        readInlines(in: node))
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      // The library numbers footnotes from 1 in the order of their first reference.
      return Int(text(cmark_node_get_literal(node))).map { .footnote($0 - 1) }
    case types.math:
      let content = text(cmark_node_get_string_content(node))
      return .math(String(content.split(separator: ":", maxSplits: 2).last ?? ""))
    default: return nil
    }
  }

  /// `` `{rnn} halfLife` `` is a value of the page's blocks.
  private func readCode(_ text: String) -> Inline.Kind {
    let mark = "{rnn} "
    guard text.hasPrefix(mark) else { return .code(text) }
    return .binding(String(text.dropFirst(mark.count)))
  }

  /// The place that `MathExtension` has put before the formula.
  private func mathSpan(_ node: Node, line: Int) -> Span {
    let parts = text(cmark_node_get_string_content(node)).split(separator: ":", maxSplits: 2)
    guard parts.count == 3, let column = Int(parts[1]) else {
      return Span(path: path, line: line, column: 1)
    }
    // The parser's column is that of the opening dollar; the formula starts behind it.
    return Span(
      path: path, line: Int(parts[0]) ?? line, column: column + 1, length: parts[2].utf8.count)
  }
}
