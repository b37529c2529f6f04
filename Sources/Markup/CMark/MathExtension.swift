import CCMarkGFM

/// `$…$` in a line and `$$` to `$$ {#eq-id}` as a block, both kept as written.
enum MathExtension {
  private static let dollar = UInt8(ascii: "$")

  // Made once; nothing writes to it after that.
  nonisolated(unsafe) static let shared: OpaquePointer = {
    let syntax = cmark_syntax_extension_new("math")!
    cmark_syntax_extension_set_get_type_string_func(syntax) { _, node in NodeTypes.name(of: node) }
    cmark_syntax_extension_set_contains_inlines_func(syntax) { _, _ in 0 }
    cmark_syntax_extension_set_can_contain_func(syntax) { _, node, child in
      let types = NodeTypes.shared
      return cmark_node_get_type(node) == types.mathBlock && child == types.fenceEnd ? 1 : 0
    }
    cmark_syntax_extension_set_open_block_func(syntax) {
      syntax, indented, parser, parent, input, count in
      guard indented == 0, let parser, let parent, let input else { return nil }
      return openBlock(syntax, parent, Line(parser: parser, input: input, count: Int(count)))
    }
    cmark_syntax_extension_set_match_block_func(syntax) { _, parser, input, count, node in
      guard let parser, let input, let node,
        cmark_node_get_type(node) == NodeTypes.shared.mathBlock
      else { return 0 }
      return continueBlock(node, Line(parser: parser, input: input, count: Int(count))) ? 1 : 0
    }
    cmark_syntax_extension_set_special_inline_chars(
      syntax,
      cmark_llist_append(
        cmark_get_default_mem_allocator(), nil, UnsafeMutableRawPointer(bitPattern: UInt(dollar))))
    cmark_syntax_extension_set_match_inline_func(syntax) { _, _, _, character, inlines in
      guard character == dollar, let inlines else { return nil }
      return matchInline(inlines)
    }
    return syntax
  }()

  /// `$$` alone opens, and so does `$$ x $$` in one line; inside, `$$` with whatever follows on its
  /// line closes.
  private static func openBlock(
    _ syntax: OpaquePointer?, _ parent: NodeTypes.Node, _ line: Line
  ) -> NodeTypes.Node? {
    guard let rest = line.afterDollars else { return nil }
    let types = NodeTypes.shared
    let isInside = cmark_node_get_type(parent) == types.mathBlock
    if isInside { return addEnd(to: parent, line, rest) }
    let end = closingDollars(in: rest)
    guard rest.isEmpty || end != nil, let node = line.addChild(to: parent, types.mathBlock) else {
      return nil
    }
    cmark_node_set_syntax_extension(node, syntax)
    cmark_node_set_string_content(node, "")
    addFormula(to: node)
    if let end {
      formula(of: node)?.bytes = Array(rest[..<end])
      _ = addEnd(to: node, line, trimmed(rest[(end + 2)...]))
    }
    line.consume()
    return node
  }

  private static func addEnd(
    to formula: NodeTypes.Node, _ line: Line, _ rest: UnsafeBufferPointer<UInt8>
  ) -> NodeTypes.Node? {
    guard let node = line.addChild(to: formula, NodeTypes.shared.fenceEnd) else { return nil }
    cmark_node_set_syntax_extension(node, DirectiveExtension.shared)
    // A fresh block's buffer is uninitialised memory.
    cmark_node_set_string_content(node, rest.map { CChar(bitPattern: $0) } + [0])
    line.consume()
    return node
  }

  /// Where `$$` closes a formula that is alone on its line but for an id.
  private static func closingDollars(in rest: UnsafeBufferPointer<UInt8>) -> Int? {
    guard
      let end = rest.indices.dropLast().last(where: {
        rest[$0] == dollar && rest[$0 + 1] == dollar
      })
    else { return nil }
    let behind = trimmed(rest[(end + 2)...])
    return behind.isEmpty || behind.first == UInt8(ascii: "{") ? end : nil
  }

  private static func trimmed(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes.drop { $0 <= 0x20 })
  }

  /// Takes a line of the formula as it is, so that `- b` and `# x` stay mathematics.
  private static func continueBlock(_ node: NodeTypes.Node, _ line: Line) -> Bool {
    if cmark_node_last_child(node) != nil { return false }
    // The end is left to `openBlock`, which adds it as a child.
    if line.afterDollars != nil { return true }
    let offset = Int(cmark_parser_get_offset(line.parser))
    let text = UnsafeBufferPointer(start: line.input, count: line.count)[offset...]
    formula(of: node)?.bytes.append(contentsOf: text)
    line.consume()
    return true
  }

  /// The lines of a formula while it is open: the library's own text cannot grow in place.
  private final class Formula {
    var bytes: [UInt8] = []
  }

  /// What stands between the two `$$`.
  static func text(of node: NodeTypes.Node) -> String {
    formula(of: node).map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  private static func formula(of node: NodeTypes.Node) -> Formula? {
    cmark_node_get_user_data(node).map { Unmanaged<Formula>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The node owns its formula and gives it back when it is freed.
  private static func addFormula(to node: NodeTypes.Node) {
    cmark_node_set_user_data(node, Unmanaged.passRetained(Formula()).toOpaque())
    cmark_node_set_user_data_free_func(node) { _, data in
      if let data { Unmanaged<Formula>.fromOpaque(data).release() }
    }
  }

  /// Pandoc's rule: no space inside the dollars, no digit after, so that `$5 and $6` is money.
  private static func matchInline(_ inlines: OpaquePointer) -> NodeTypes.Node? {
    let start = cmark_inline_parser_get_offset(inlines)
    let dollars: CInt = cmark_inline_parser_peek_at(inlines, start + 1) == dollar ? 2 : 1
    guard let body = body(inlines, from: start + dollars, dollars: dollars),
      let first = body.first, let last = body.last, dollars == 2 || (first > 0x20 && last > 0x20),
      let node = cmark_node_new_with_mem(CMARK_NODE_CODE, TreeMemory.allocator)
    else { return nil }
    let end = start + dollars + CInt(body.count) + dollars
    let isMoney = dollars == 1 && (0x30...0x39).contains(cmark_inline_parser_peek_at(inlines, end))
    // "$6, `$`" would match into the code.
    let isWhole = body.count(where: { $0 == UInt8(ascii: "`") }).isMultiple(of: 2)
    guard !isMoney, isWhole else {
      cmark_node_free(node)
      return nil
    }
    // A table's cell takes no inline that it does not know, so a formula goes as code with a mark.
    // The library has no setter for an inline node's place; it travels with the text.
    let column = cmark_inline_parser_get_column(inlines) + dollars
    let place = "\(cmark_inline_parser_get_line(inlines)):\(column):"
    cmark_node_set_literal(node, (Array(place.utf8) + body + [0]).map { CChar(bitPattern: $0) })
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: Int(dollars)))
    cmark_inline_parser_set_offset(inlines, end)
    return node
  }

  /// How many dollars stand on each side of an inline formula; 0 for a code span.
  static func dollars(around node: NodeTypes.Node) -> Int {
    Int(bitPattern: cmark_node_get_user_data(node))
  }

  /// The bytes up to the closing dollars, nil when there are none.
  private static func body(
    _ inlines: OpaquePointer, from start: CInt, dollars: CInt
  ) -> [UInt8]? {
    var body: [UInt8] = []
    var index = start
    while true {
      let byte = cmark_inline_parser_peek_at(inlines, index)
      if byte == 0 { return nil }
      if byte == dollar {
        if dollars == 1 || cmark_inline_parser_peek_at(inlines, index + 1) == dollar { return body }
      }
      body.append(byte)
      index += 1
      if byte == UInt8(ascii: "\\") {
        let next = cmark_inline_parser_peek_at(inlines, index)
        if next == 0 { return nil }
        body.append(next)
        index += 1
      }
    }
  }
}

extension Line {
  /// What follows `$$` on the line, without the space around it; nil when there is no `$$`.
  fileprivate var afterDollars: UnsafeBufferPointer<UInt8>? {
    let dollar = UInt8(ascii: "$")
    guard start + 1 < count, input[start] == dollar, input[start + 1] == dollar else { return nil }
    var first = start + 2
    var end = count
    while end > first, input[end - 1] <= 0x20 { end -= 1 }
    while first < end, input[first] <= 0x20 { first += 1 }
    return UnsafeBufferPointer(start: input + first, count: end - first)
  }
}
