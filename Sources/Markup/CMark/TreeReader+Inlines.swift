import CCMarkGFM
import Diagnostics

extension TreeReader {
  /// The inlines of a paragraph, a heading or a cell.
  ///
  /// - Parameter place: where the block stands, if the library is wrong about it.
  mutating func readInlines(
    of block: Node, isCell: Bool = false, at place: Span? = nil
  ) -> [Inline] {
    let span = place ?? span(of: block)
    let reported = SourcePosition(
      line: Int(cmark_node_get_start_line(block)), column: Int(cmark_node_get_start_column(block)))
    var places = InlinePlaces(
      lines, of: span, reported: isCell ? span.start : reported, quotes: quoteDepth,
      isCell: isCell, skippedLines: skippedLines(of: block, span))
    return readInlines(in: block, &places)
  }

  private mutating func readInlines(in parent: Node, _ places: inout InlinePlaces) -> [Inline] {
    guard inlineDepth < Self.deepestNesting else {
      reportDepth(at: Span(path: path, start: places.cursor, end: places.cursor))
      return []
    }
    inlineDepth += 1
    defer { inlineDepth -= 1 }
    var inlines: [Inline] = []
    var run = TextRun()
    var next = cmark_node_first_child(parent)
    while let child = next {
      next = cmark_node_next(child)
      let type = cmark_node_get_type(child)
      if type == CMARK_NODE_TEXT {
        readText(child, into: &run, &places)
        continue
      }
      if type == CMARK_NODE_SOFTBREAK, run.continueOverBreak(at: places.cursor) {
        places.lineEnds()
        continue
      }
      if type == CMARK_NODE_LINK, run.text.utf8.last == UInt8(ascii: "("), run.text.hasSuffix("](")
      {
        reportOpenAddress(run)
      }
      flush(&run, into: &inlines)
      if let inline = readInline(child, type, &places) { inlines.append(inline) }
    }
    flush(&run, into: &inlines, endsBlock: true)
    return inlines
  }

  private mutating func flush(
    _ run: inout TextRun, into inlines: inout [Inline], endsBlock: Bool = false
  ) {
    guard !run.isEmpty else { return }
    if case .image? = inlines.last?.kind { reportPictureAttributes(run) }
    if run.needsSplitting {
      var splitter = TextSplitter(run.traced(path: path, lines: lines, endsBlock: endsBlock))
      inlines += splitter.run()
      diagnostics += splitter.diagnostics
    } else {
      inlines.append(run.inline(path: path))
    }
    run = TextRun()
  }

  private func readText(_ node: Node, into run: inout TextRun, _ places: inout InlinePlaces) {
    let text = text(cmark_node_get_literal(node))
    guard !text.isEmpty else { return }
    let start = start(of: node, text, &places)
    let plainEnd = SourcePosition(line: start.line, column: start.column + text.utf8.count)
    if lines.has(text, at: start) {
      places.cursor = plainEnd
    } else {
      let last = places.place(
        line: cmark_node_get_end_line(node), column: cmark_node_get_end_column(node))
      let end = last.map { SourcePosition(line: $0.line, column: $0.column + 1) }
      places.cursor = end.flatMap { $0 > start ? $0 : nil } ?? plainEnd
    }
    run.append(text, from: start, to: places.cursor)
  }

  /// Where a text begins: just behind what was read last, if it stands there. The library's places
  /// are off where automatic links were cut out of a text afterwards.
  private func start(
    of node: Node, _ text: String, _ places: inout InlinePlaces
  ) -> SourcePosition {
    let reported = places.place(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node))
    guard let reported, !lines.has(text, at: places.cursor) else { return places.cursor }
    let first = text.utf8.first
    let isElsewhere = lines.byte(at: reported) != first && lines.byte(at: places.cursor) == first
    return isElsewhere ? places.cursor : reported
  }

  private mutating func readInline(
    _ node: Node, _ type: cmark_node_type, _ places: inout InlinePlaces
  ) -> Inline? {
    switch type {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
      let place = here(places)
      places.lineEnds()
      return Inline(type == CMARK_NODE_SOFTBREAK ? .softBreak : .lineBreak, span: place)
    case CMARK_NODE_EMPH: return container(node, &places) { .emphasis($0) }
    case CMARK_NODE_STRONG: return container(node, &places) { .strong($0) }
    case types.strikethrough: return container(node, &places) { .strikethrough($0) }
    case CMARK_NODE_LINK:
      let (url, title) = address(of: node)
      return link(node, &places) { .link(destination: url, title: title, $0) }
    case CMARK_NODE_IMAGE:
      let (url, title) = address(of: node)
      return link(node, &places) { .image(source: url, title: title, $0) }
    default: return leaf(node, type, &places)
    }
  }

  private mutating func leaf(
    _ node: Node, _ type: cmark_node_type, _ places: inout InlinePlaces
  ) -> Inline? {
    if type == CMARK_NODE_CODE, MathExtension.dollars(around: node) > 0 {
      return math(node, &places)
    }
    let own = type == CMARK_NODE_CODE ? codeSpan(node, &places) : ownSpan(node, &places)
    switch type {
    case CMARK_NODE_CODE:
      return code(text(cmark_node_get_literal(node)), own)
    case CMARK_NODE_HTML_INLINE:
      return Inline(.html(text(cmark_node_get_literal(node))), span: own)
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      noteReference(at: own)
      // The library numbers footnotes from 1 in the order of their first reference.
      return Int(text(cmark_node_get_literal(node))).map {
        Inline(.footnote(firstFootnote + $0 - 1), span: own)
      }
    default: return nil
    }
  }

  /// `` `{rnn} halfLife` `` is a value of the page's blocks; its place is that of the expression.
  private mutating func code(_ text: String, _ span: Span) -> Inline {
    let mark = "{rnn} "
    guard text.hasPrefix(mark) else {
      if text.hasPrefix("{") { reportBindingSlip(text, span) }
      return Inline(.code(text), span: span)
    }
    let expression = String(text.dropFirst(mark.count))
    return Inline(
      .binding(expression),
      span: Span(
        path: path, line: span.start.line, column: span.start.column + mark.utf8.count,
        length: expression.utf8.count))
  }

  /// `{rn} x` and `{rnn}x` were meant to be a value.
  private mutating func reportBindingSlip(_ text: String, _ span: Span) {
    guard let end = text.firstIndex(of: "}") else { return }
    let name = String(text[..<end].dropFirst())
    let rest = text[text.index(after: end)...]
    guard closestMatch(to: name, among: ["rnn"]) != nil, !rest.isEmpty,
      name == "rnn" || rest.hasPrefix(" ")
    else { return }
    diagnostics.append(
      .warning(
        "this is shown as it is; a value begins with '{rnn} '", at: span,
        hint: "write `{rnn} \(rest.drop { $0 == " " })`"))
  }

  /// The formula between the dollars, behind the place that `MathExtension` puts before it.
  private mutating func math(_ node: Node, _ places: inout InlinePlaces) -> Inline {
    let content = text(cmark_node_get_literal(node))
    let parts = content.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    let dollars = MathExtension.dollars(around: node)
    guard parts.count == 3, let line = CInt(parts[0]), let column = CInt(parts[1]) else {
      return Inline(.math(content), span: here(places))
    }
    // Its line may begin with it, so the dollars' own column is asked for.
    let start = places.place(line: line, column: column - CInt(dollars)) ?? places.cursor
    let length = parts[2].utf8.count
    let span = Span(
      path: path, line: start.line, column: start.column + dollars, length: length)
    places.cursor = SourcePosition(line: start.line, column: span.end.column + dollars)
    reportComment(in: String(parts[2]), at: span.start)
    return Inline(.math(String(parts[2])), span: span)
  }

  // MARK: - Containers

  private mutating func container(
    _ node: Node, _ places: inout InlinePlaces, _ kind: ([Inline]) -> Inline.Kind
  ) -> Inline {
    let start = places.place(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node))
    if let start { places.cursor = start }
    let first = places.cursor
    let content = readInlines(in: node, &places)
    moveBehind(node, &places)
    return Inline(kind(content), span: Span(path: path, start: first, end: places.cursor))
  }

  /// A link begins just before its words; the library mixes its last line with its first column.
  private mutating func link(
    _ node: Node, _ places: inout InlinePlaces, _ kind: ([Inline]) -> Inline.Kind
  ) -> Inline {
    var start = places.cursor
    places.linkBegins()
    let content = readInlines(in: node, &places)
    places.linkEnds()
    if let words = content.first?.span.start { start = words }
    let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
    let opening = isImage ? "![" : lines.byte(before: start) == UInt8(ascii: "<") ? "<" : "["
    for mark in opening.utf8.reversed() where lines.byte(before: start) == mark {
      start.column -= 1
    }
    moveBehind(node, &places)
    return Inline(kind(content), span: Span(path: path, start: start, end: places.cursor))
  }

  // MARK: - Help

  private func address(of node: Node) -> (url: String, title: String) {
    (text(cmark_node_get_url(node)), text(cmark_node_get_title(node)))
  }

  private func here(_ places: InlinePlaces) -> Span {
    Span(path: path, start: places.cursor, end: places.cursor)
  }
}
