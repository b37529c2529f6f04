import CCMarkGFM
import Diagnostics

/// libcmark-gfm's tree as our own values; no pointer leaves this folder.
struct TreeReader {
  typealias Node = OpaquePointer

  /// A page nested deeper than this is a mistake, and would need a stack to match.
  static let deepestNesting = 100

  let path: String
  let types = NodeTypes.shared
  var diagnostics: [Diagnostic] = []
  private var footnotes: [[Block]] = []
  private var depth = 0

  init(path: String) {
    self.path = path
  }

  mutating func read(_ root: Node) -> Diagnosed<Document> {
    var blocks: [Block] = []
    for child in children(of: root) {
      if cmark_node_get_type(child) == CMARK_NODE_FOOTNOTE_DEFINITION {
        footnotes.append(readBlocks(in: child))
      } else if let block = readBlock(child) {
        blocks.append(block)
      }
    }
    let document = Document(path: path, blocks: joiningDefinitions(blocks), footnotes: footnotes)
    return Diagnosed(document, diagnostics)
  }

  mutating func readBlocks(in parent: Node) -> [Block] {
    guard depth < Self.deepestNesting else {
      report("this is nested deeper than \(Self.deepestNesting) levels", at: span(of: parent))
      return []
    }
    depth += 1
    defer { depth -= 1 }
    return joiningDefinitions(children(of: parent).compactMap { readBlock($0) })
  }

  private mutating func readBlock(_ node: Node) -> Block? {
    let span = span(of: node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return readParagraph(node, span)
    case CMARK_NODE_HEADING: return readHeading(node, span)
    case CMARK_NODE_LIST: return Block(.list(readList(node)), span: span)
    case CMARK_NODE_BLOCK_QUOTE: return readQuote(node, span)
    case CMARK_NODE_CODE_BLOCK: return readCode(node, span)
    case CMARK_NODE_THEMATIC_BREAK: return Block(.rule, span: span)
    case CMARK_NODE_HTML_BLOCK: return Block(.html(text(cmark_node_get_literal(node))), span: span)
    case types.table: return Block(.table(readTable(node)), span: span)
    case types.directive: return readDirective(node, span)
    case types.mathBlock: return readMath(node, span)
    // A closing fence is structure, not content.
    default: return nil
    }
  }

  private mutating func readParagraph(_ node: Node, _ span: Span) -> Block {
    let content = readInlines(in: node)
    if let definitions = Definition.reading(content, span: span) {
      diagnostics += definitions.diagnostics
      return Block(.definitionList(definitions.value), span: span)
    }
    return Block(.paragraph(content), span: span)
  }

  /// Entries that stand one after the other are one list.
  private func joiningDefinitions(_ blocks: [Block]) -> [Block] {
    var joined: [Block] = []
    for block in blocks {
      if case .definitionList(let more) = block.kind,
        case .definitionList(let before)? = joined.last?.kind
      {
        joined[joined.count - 1].kind = .definitionList(before + more)
      } else {
        joined.append(block)
      }
    }
    return joined
  }

  private mutating func readHeading(_ node: Node, _ span: Span) -> Block {
    var content = readInlines(in: node)
    let attributes = AttributeText.takeTrailing(from: &content)
    if let attributes { diagnostics += attributes.diagnostics }
    let heading = Heading(
      level: Int(cmark_node_get_heading_level(node)), id: attributes?.value.id ?? "",
      content: content)
    return Block(.heading(heading), span: span)
  }

  private mutating func readList(_ node: Node) -> List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var items: [List.Item] = []
    for child in children(of: node) {
      let kind = text(cmark_node_get_type_string(child))
      let task = kind == "tasklist" ? cmark_gfm_extensions_get_tasklist_item_checked(child) : nil
      items.append(List.Item(task: task, blocks: readBlocks(in: child), span: span(of: child)))
    }
    return List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0, items: items)
  }

  private mutating func readQuote(_ node: Node, _ span: Span) -> Block {
    let blocks = readBlocks(in: node)
    return Alert.directive(from: blocks, span: span).map { Block(.directive($0), span: span) }
      ?? Block(.quote(blocks), span: span)
  }

  private func readCode(_ node: Node, _ span: Span) -> Block {
    let info = text(cmark_node_get_fence_info(node))
    let parts = info.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    var isFenced: (length: CInt, offset: CInt, character: CChar) = (0, 0, 0)
    let fenced = cmark_node_get_fenced(
      node, &isFenced.length, &isFenced.offset, &isFenced.character)
    let code = CodeBlock(
      language: parts.first.map(String.init) ?? "",
      info: parts.count > 1 ? String(parts[1]) : "",
      text: text(cmark_node_get_literal(node)),
      textStart: SourcePosition(
        line: span.start.line + (fenced != 0 ? 1 : 0), column: span.start.column))
    return Block(.code(code), span: span)
  }

  private mutating func readTable(_ node: Node) -> Table {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = UnsafeBufferPointer(
      start: cmark_gfm_extensions_get_table_alignments(node), count: count)
    let alignments = letters.map { letter -> Table.Alignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    var rows: [[[Inline]]] = []
    for row in children(of: node) { rows.append(children(of: row).map { readInlines(in: $0) }) }
    return Table(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private mutating func readMath(_ node: Node, _ span: Span) -> Block {
    var id: String?
    if let end = cmark_node_last_child(node), cmark_node_get_type(end) == types.fenceEnd {
      let rest = text(cmark_node_get_string_content(end))
      if !rest.isEmpty {
        let place = self.span(of: end)
        let start = SourcePosition(
          line: place.start.line,
          column: max(1, place.end.column - rest.utf8.count))
        let attributes = AttributeText.parse(rest, path: path, start: start)
        diagnostics += attributes.diagnostics
        id = attributes.value.id
      }
    } else {
      report("this formula has no end", at: span, hint: "close it with a line '$$'")
    }
    return Block(.math(MathBlock(tex: text(cmark_node_get_string_content(node)), id: id)), span: span)
  }

  private mutating func readDirective(_ node: Node, _ span: Span) -> Block {
    let info = text(cmark_node_get_string_content(node))
    if let last = cmark_node_last_child(node), cmark_node_get_type(last) != types.fenceEnd {
      reportUnclosed(info, span)
    } else if cmark_node_last_child(node) == nil {
      reportUnclosed(info, span)
    }
    let head = DirectiveHead.parse(info, path: path, fence: span.start)
    diagnostics += head.diagnostics
    var directive = head.value
    directive.blocks = readBlocks(in: node)
    return Block(.directive(directive), span: span)
  }

  private mutating func reportUnclosed(_ info: String, _ span: Span) {
    let name = info.prefix { $0 != " " && $0 != "{" }
    report("the directive '\(name)' is never closed", at: span, hint: "close it with a line ':::'")
  }

  // MARK: - Places and text

  mutating func report(_ message: String, at span: Span, hint: String? = nil) {
    diagnostics.append(.error(message, at: span, hint: hint))
  }

  func children(of node: Node) -> [Node] {
    Array(sequence(state: cmark_node_first_child(node)) { next in
      defer { next = next.flatMap { cmark_node_next($0) } }
      return next
    })
  }

  func span(of node: Node) -> Span {
    let start = SourcePosition(
      line: max(1, Int(cmark_node_get_start_line(node))),
      column: max(1, Int(cmark_node_get_start_column(node))))
    let end = SourcePosition(
      line: max(1, Int(cmark_node_get_end_line(node))),
      column: Int(cmark_node_get_end_column(node)) + 1)
    return Span(path: path, start: start, end: end)
  }

  func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
