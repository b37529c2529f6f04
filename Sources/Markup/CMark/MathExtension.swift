import CCMarkGFM

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

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
    cmark_syntax_extension_set_open_block_func(syntax) { syntax, indented, parser, parent, input, count in
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
    cmark_syntax_extension_set_match_inline_func(syntax) { syntax, _, _, character, inlines in
      guard character == dollar, let inlines else { return nil }
      return matchInline(syntax, inlines)
    }
    return syntax
  }()

  /// `$$` alone opens; inside, `$$` with whatever follows on its line closes.
  private static func openBlock(
    _ syntax: OpaquePointer?, _ parent: NodeTypes.Node, _ line: Line
  ) -> NodeTypes.Node? {
    guard let rest = line.afterDollars else { return nil }
    let types = NodeTypes.shared
    let isInside = cmark_node_get_type(parent) == types.mathBlock
    guard isInside || rest.isEmpty else { return nil }
    guard let node = line.addChild(to: parent, isInside ? types.fenceEnd : types.mathBlock) else {
      return nil
    }
    cmark_node_set_syntax_extension(node, isInside ? DirectiveExtension.shared : syntax)
    // A fresh block's buffer is uninitialised memory.
    cmark_node_set_string_content(node, rest.map { CChar(bitPattern: $0) } + [0])
    line.consume()
    return node
  }

  /// Takes a line of the formula as it is, so that `- b` and `# x` stay mathematics.
  private static func continueBlock(_ node: NodeTypes.Node, _ line: Line) -> Bool {
    if cmark_node_last_child(node) != nil { return false }
    // The end is left to `openBlock`, which adds it as a child.
    if line.afterDollars != nil { return true }
    let offset = Int(cmark_parser_get_offset(line.parser))
    var text: [CChar] = []
    if let old = cmark_node_get_string_content(node) {
      text.append(contentsOf: UnsafeBufferPointer(start: old, count: strlen(old)))
    }
    for index in offset..<line.count { text.append(CChar(bitPattern: line.input[index])) }
    cmark_node_set_string_content(node, text + [0])
    line.consume()
    return true
  }

  /// Pandoc's rule: no space inside the dollars, no digit after, so that `$5 and $6` is money.
  private static func matchInline(
    _ syntax: OpaquePointer?, _ inlines: OpaquePointer
  ) -> NodeTypes.Node? {
    let start = cmark_inline_parser_get_offset(inlines) + 1
    var body: [UInt8] = []
    var index = start
    while true {
      let byte = cmark_inline_parser_peek_at(inlines, index)
      if byte == 0 { return nil }
      if byte == dollar { break }
      body.append(byte)
      index += 1
      if byte == UInt8(ascii: "\\") {
        let next = cmark_inline_parser_peek_at(inlines, index)
        if next == 0 { return nil }
        body.append(next)
        index += 1
      }
    }
    guard let first = body.first, let last = body.last, first > 0x20, last > 0x20,
      !(0x30...0x39).contains(cmark_inline_parser_peek_at(inlines, index + 1)),
      // "$6, `$`" would match into the code.
      body.count(where: { $0 == UInt8(ascii: "`") }).isMultiple(of: 2),
      let node = cmark_node_new_with_ext(NodeTypes.shared.math, syntax)
    else { return nil }
    // The library has no setter for an inline node's place; it travels with the text.
    let place =
      "\(cmark_inline_parser_get_line(inlines)):\(cmark_inline_parser_get_column(inlines)):"
    cmark_node_set_string_content(node, (Array(place.utf8) + body + [0]).map { CChar(bitPattern: $0) })
    cmark_inline_parser_set_offset(inlines, index + 1)
    return node
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
