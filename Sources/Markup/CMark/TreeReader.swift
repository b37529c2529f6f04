import CCMarkGFM
import Diagnostics

/// libcmark-gfm's tree as our own values; no pointer leaves this folder.
struct TreeReader {
  typealias Node = OpaquePointer

  /// A page nested deeper than this is a mistake, and would need a stack to match.
  static let deepestNesting = 100

  let path: String
  let lines: SourceLines
  let types = NodeTypes.shared
  var diagnostics: [Diagnostic] = []
  /// How many quotes what is read stands in.
  private(set) var quoteDepth = 0
  var inlineDepth = 0
  /// Directives that were never closed, whose ends may be lying about.
  var openDirectives = 0
  private var depth = 0
  private var isTooDeep = false
  private var footnotes: [[Block]] = []
  private var notes = FootnoteUse()

  let firstFootnote: Int

  init(path: String, lines: SourceLines, firstFootnote: Int) {
    self.path = path
    self.lines = lines
    self.firstFootnote = firstFootnote
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
    let document = Document(
      path: path, blocks: joined(blocks), footnotes: footnotes)
    diagnostics += notes.unused(in: lines, of: document)
    return Diagnosed(document, diagnostics)
  }

  mutating func readBlocks(in parent: Node) -> [Block] {
    guard depth < Self.deepestNesting else {
      reportDepth(at: span(of: parent))
      return []
    }
    depth += 1
    defer { depth -= 1 }
    return joined(children(of: parent).compactMap { readBlock($0) })
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
    case CMARK_NODE_HTML_BLOCK: return readHTML(node, span)
    case types.table: return readTable(node, span)
    case types.directive: return readDirective(node, span)
    case types.mathBlock: return readMath(node, span)
    // A closing fence is structure, not content.
    default: return nil
    }
  }

  private mutating func readParagraph(_ node: Node, _ span: Span) -> Block {
    let span = spanAboveTable(node) ?? span
    let content = readInlines(of: node, at: span)
    if let definitions = Definition.reading(content, span: span) {
      diagnostics += definitions.diagnostics
      return Block(.definitionList(definitions.value), span: span)
    }
    reportStrayFences(in: content)
    reportConflict(inLine: span.start.line)
    reportHalfMade(span, content)
    return Block(.paragraph(content), span: span)
  }

  /// Entries that stand one after the other are one list; a caption joins its table.
  private mutating func joined(_ blocks: [Block]) -> [Block] {
    var joined: [Block] = []
    for block in blocks {
      switch (joined.last?.kind, block.kind) {
      case (.definitionList(let before), .definitionList(let more)):
        joined[joined.count - 1].kind = .definitionList(before + more)
        joined[joined.count - 1].span.end = block.span.end
      case (.table(let table), .paragraph(let content)):
        if let captioned = table.captioned(by: content) {
          diagnostics += captioned.diagnostics
          joined[joined.count - 1].kind = .table(captioned.value)
          joined[joined.count - 1].span.end = block.span.end
        } else {
          reportStrayMeaning(content, at: block.span)
          joined.append(block)
        }
      case (_, .paragraph(let content)):
        reportStrayMeaning(content, at: block.span)
        joined.append(block)
      default: joined.append(block)
      }
    }
    return joined
  }

  private mutating func readHeading(_ node: Node, _ span: Span) -> Block {
    var content = readInlines(of: node)
    reportConflict(inLine: span.start.line)
    if content.isEmpty {
      warn("this heading has no words", at: span.start, hint: "write them behind its signs")
    }
    let attributes = AttributeText.takeTrailing(from: &content)
    if let attributes {
      diagnostics += attributes.diagnostics
      for attribute in attributes.value.attributes {
        report(
          "a heading has no attribute '\(attribute.key)'", at: attribute.span,
          hint: "it has an id: '{#\(attribute.value)}'")
      }
    }
    let heading = Heading(
      level: Int(cmark_node_get_heading_level(node)), id: attributes?.value.id ?? "",
      content: content)
    return Block(.heading(heading), span: span)
  }

  private mutating func readList(_ node: Node) -> List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var items: [List.Item] = []
    for child in children(of: node) {
      let isTask = text(cmark_node_get_type_string(child)) == "tasklist"
      let task = isTask ? cmark_gfm_extensions_get_tasklist_item_checked(child) : nil
      items.append(List.Item(task: task, blocks: readBlocks(in: child), span: span(of: child)))
    }
    let list = List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0, items: items)
    reportNarrowBoxes(list)
    return list
  }

  private mutating func readQuote(_ node: Node, _ span: Span) -> Block {
    quoteDepth += 1
    defer { quoteDepth -= 1 }
    let blocks = readBlocks(in: node)
    let alert = Alert.directive(from: blocks, span: span)
    diagnostics += alert.diagnostics
    return Block(alert.value.map { .directive($0) } ?? .quote(blocks), span: span)
  }

  /// A footnote is referred to at `span`.
  mutating func noteReference(at span: Span) { notes.use(span, in: lines) }

  // MARK: - Places and text

  mutating func report(_ message: String, at span: Span, hint: String? = nil) {
    diagnostics.append(.error(message, at: span, hint: hint))
  }

  /// A line that was kept from the library.
  mutating func report(_ costly: CostlyLine) {
    let place = Span(path: path, line: costly.line, column: 1)
    switch costly.reason {
    case .nesting: reportDepth(at: place)
    case .emptyCells:
      report(
        "most cells of this table are missing", at: place,
        hint: "give its rows as many cells as its header has")
    }
  }

  /// Said once a page: where one thing is too deep, thousands are.
  mutating func reportDepth(at span: Span) {
    guard !isTooDeep else { return }
    isTooDeep = true
    report(
      "this is nested deeper than \(Self.deepestNesting) levels", at: span,
      hint: "write what is inside as paragraphs of its own")
  }

  func children(of node: Node) -> [Node] {
    var children: [Node] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(child)
      next = cmark_node_next(child)
    }
    return children
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
