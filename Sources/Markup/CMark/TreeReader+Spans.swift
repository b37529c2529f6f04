import CCMarkGFM
import Diagnostics

/// Where inlines begin and end, which the library knows in part.
extension TreeReader {
  /// To the node's end, if that is behind its content.
  func moveBehind(_ node: Node, _ places: inout InlinePlaces) {
    guard
      let last = places.place(
        line: cmark_node_get_end_line(node), column: cmark_node_get_end_column(node))
    else { return }
    let end = SourcePosition(line: last.line, column: last.column + 1)
    if end > places.cursor { places.cursor = end }
  }

  func ownSpan(_ node: Node, _ places: inout InlinePlaces) -> Span {
    let start = places.place(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node))
    if let start { places.cursor = start }
    let first = places.cursor
    moveBehind(node, &places)
    return Span(path: path, start: first, end: places.cursor)
  }

  /// From behind the opening backquotes to the run of as many that closes them.
  func codeSpan(_ node: Node, _ places: inout InlinePlaces) -> Span {
    let reported = places.place(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node),
      isCode: true)
    let start = reported ?? places.cursor
    var first = start
    while lines.byte(before: first) == UInt8(ascii: "`") { first.column -= 1 }
    let end = places.closingRun(of: start.column - first.column, from: start)
    places.cursor = SourcePosition(
      line: end.line, column: end.column + start.column - first.column)
    return Span(path: path, start: start, end: end)
  }

  /// Lines of link definitions before a paragraph's text: the library takes them off, but counts
  /// its lines from theirs.
  func skippedLines(of block: Node, _ span: Span) -> Int {
    guard lines.byte(at: span.start) == UInt8(ascii: "["), span.end.line > span.start.line,
      cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH
    else { return 0 }
    let line = lines.bytes[lines.range(ofLine: span.start.line)]
    let isDefinition = zip(line, line.dropFirst()).contains {
      $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":")
    }
    guard isDefinition, let walk = cmark_iter_new(block) else { return 0 }
    defer { cmark_iter_free(walk) }
    var last = span.start.line
    while cmark_iter_next(walk) != CMARK_EVENT_DONE {
      let node = cmark_iter_get_node(walk)
      if node != block { last = max(last, Int(cmark_node_get_end_line(node))) }
    }
    return max(0, span.end.line - last)
  }
}
