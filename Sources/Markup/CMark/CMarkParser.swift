import CCMarkGFM
import Diagnostics
import Synchronization

/// Markdown to our own tree: libcmark-gfm parses, and its tree is read at once and freed.
enum CMarkParser {
  /// One document at a time: the library's table of inline characters belongs to the process.
  private static let turn = Mutex(())

  /// - Parameter text: whole lines that stand at the top of the file; front matter is blank lines.
  static func read(_ text: String, path: String, isSmart: Bool) -> Diagnosed<Document> {
    turn.withLock { _ in
      let root = parse(text, isSmart: isSmart)
      defer { cmark_node_free(root) }
      var reader = TreeReader(path: path)
      return reader.read(root)
    }
  }

  private static func parse(_ text: String, isSmart: Bool) -> OpaquePointer {
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | (isSmart ? CMARK_OPT_SMART : 0)
    _ = NodeTypes.shared
    let parser = cmark_parser_new(options)!
    defer { cmark_parser_free(parser) }
    // Before `table`, which hides every extension behind it on a line that follows a paragraph.
    cmark_parser_attach_syntax_extension(parser, DirectiveExtension.shared)
    cmark_parser_attach_syntax_extension(parser, MathExtension.shared)
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return }
      cmark_parser_feed(parser, start.characters, bytes.count)
    }
    return cmark_parser_finish(parser)!
  }
}
