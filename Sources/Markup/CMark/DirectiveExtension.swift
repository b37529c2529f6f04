import CCMarkGFM

/// `::: name …` to `:::` as a block of libcmark-gfm's own kind.
///
/// The closing fence becomes a child of its own, which closes whatever is open inside; so the state
/// lives in the tree, and a directive without such a child was never closed. How many colons a
/// directive has is kept as its user data.
enum DirectiveExtension {
  /// Every line is matched against all directives that are open.
  static let deepestNesting = 20
  /// In a directive's user data beside its colons: one further out is closed before it.
  private static let abandoned = 1 << 32

  // Made once; nothing writes to it after that.
  nonisolated(unsafe) static let shared: OpaquePointer = {
    let types = NodeTypes.shared
    let syntax = cmark_syntax_extension_new("directive")!
    cmark_syntax_extension_set_get_type_string_func(syntax) { _, node in NodeTypes.name(of: node) }
    cmark_syntax_extension_set_contains_inlines_func(syntax) { _, _ in 0 }
    cmark_syntax_extension_set_can_contain_func(syntax) { _, node, child in
      guard let node, cmark_node_get_type(node) == NodeTypes.shared.directive else { return 0 }
      if child == NodeTypes.shared.fenceEnd { return isAbandoned(node) ? 0 : 1 }
      return NodeTypes.isBlock(child) && child != CMARK_NODE_ITEM ? 1 : 0
    }
    cmark_syntax_extension_set_match_block_func(syntax) { _, _, _, _, node in
      let types = NodeTypes.shared
      guard cmark_node_get_type(node) == types.directive else { return 0 }
      guard let last = cmark_node_last_child(node) else { return 1 }
      return cmark_node_get_type(last) == types.fenceEnd ? 0 : 1
    }
    cmark_syntax_extension_set_open_block_func(syntax) {
      syntax, indented, parser, parent, input, count in
      guard indented == 0, let parser, let parent, let input else { return nil }
      let line = Line(parser: parser, input: input, count: Int(count))
      guard let info = line.fenceInfo else { return nil }
      let node =
        info.isEmpty
        ? close(from: parent, line) : open(under: parent, line, info: info)
      if let node { cmark_node_set_syntax_extension(node, syntax) }
      return node
    }
    _ = types
    return syntax
  }()

  /// Whether a name can start with this byte.
  static func beginsName(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func open(
    under parent: NodeTypes.Node, _ line: Line, info: UnsafeBufferPointer<UInt8>
  ) -> NodeTypes.Node? {
    let around = directives(around: parent, crossing: true).count
    guard around < deepestNesting,
      let node = line.addChild(to: parent, NodeTypes.shared.directive)
    else { return nil }
    cmark_node_set_string_content(node, info.map { CChar(bitPattern: $0) } + [0])
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: line.colons))
    line.consume()
    return node
  }

  /// A bare fence ends the innermost directive with as many colons, or else the innermost one.
  private static func close(from parent: NodeTypes.Node, _ line: Line) -> NodeTypes.Node? {
    let open = directives(around: parent, crossing: false)
    guard let innermost = open.first else { return nil }
    let target = open.first { userData(of: $0) == line.colons } ?? innermost
    // Those further in refuse the fence, so that the library closes them on its way out.
    for node in open.prefix(while: { $0 != target }) {
      cmark_node_set_user_data(
        node, UnsafeMutableRawPointer(bitPattern: userData(of: node) | abandoned))
    }
    guard let node = line.addChild(to: parent, NodeTypes.shared.fenceEnd) else { return nil }
    cmark_node_set_string_content(node, "")
    line.consume()
    return node
  }

  /// The directives that `node` stands in, the innermost first.
  ///
  /// - Parameter crossing: whether to look beyond a list item, a quote or a footnote, out of which
  ///   nothing can be closed.
  private static func directives(
    around node: NodeTypes.Node, crossing: Bool
  ) -> [NodeTypes.Node] {
    var found: [NodeTypes.Node] = []
    var ancestor: NodeTypes.Node? = node
    while let node = ancestor, found.count < deepestNesting {
      let type = cmark_node_get_type(node)
      let isWall =
        type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE
        || type == CMARK_NODE_FOOTNOTE_DEFINITION
      if isWall, !crossing { break }
      if type == NodeTypes.shared.directive { found.append(node) }
      ancestor = cmark_node_parent(node)
    }
    return found
  }

  private static func userData(of node: NodeTypes.Node) -> Int {
    Int(bitPattern: cmark_node_get_user_data(node))
  }

  private static func isAbandoned(_ node: NodeTypes.Node) -> Bool {
    userData(of: node) & abandoned != 0
  }
}

/// The line that the block parser stands in.
struct Line {
  let parser: OpaquePointer
  let input: UnsafePointer<UInt8>
  let count: Int

  init(parser: OpaquePointer, input: UnsafePointer<UInt8>, count: Int) {
    self.parser = parser
    self.input = input
    self.count = count
  }

  var start: Int { Int(cmark_parser_get_first_nonspace(parser)) }

  /// How many colons the line begins with.
  var colons: Int {
    var end = start
    while end < count, input[end] == UInt8(ascii: ":") { end += 1 }
    return end - start
  }

  /// What follows three or more colons: empty for a closing fence, nil for no fence.
  var fenceInfo: UnsafeBufferPointer<UInt8>? {
    guard colons >= 3 else { return nil }
    var index = start + colons
    var end = count
    while end > index, input[end - 1] <= 0x20 { end -= 1 }
    while index < end, input[index] <= 0x20 { index += 1 }
    guard index < end else { return UnsafeBufferPointer(start: input, count: 0) }
    guard DirectiveExtension.beginsName(input[index]) || input[index] == UInt8(ascii: "{") else {
      return nil
    }
    return UnsafeBufferPointer(start: input + index, count: end - index)
  }

  func addChild(to parent: NodeTypes.Node, _ type: cmark_node_type) -> NodeTypes.Node? {
    cmark_parser_add_child(parser, parent, type, Int32(start + 1))
  }

  /// Moves the parser to the end of the line.
  func consume() {
    let rest = Int32(count - 1) - cmark_parser_get_offset(parser)
    cmark_parser_advance_offset(parser, input.characters, rest, 0)
  }
}
