import CCMarkGFM
import Diagnostics
import Synchronization

/// Markdown to our own tree: libcmark-gfm parses, and its tree is read at once and freed.
enum CMarkParser {
  /// One document at a time: the library's table of inline characters belongs to the process.
  /// Reading a tree needs no turn: a tree stays with the thread that asked for it.
  private static let turn = Mutex(())

  /// - Parameter text: whole lines that stand at the top of the file; front matter is blank lines.
  static func read(_ text: String, path: String, isSmart: Bool) -> Diagnosed<Document> {
    var text = text
    return text.withUTF8 { bytes in
      let lines = SourceLines(bytes)
      let tooDeep = lines.linesNestedDeeper(than: TreeReader.deepestNesting)
      // As a number, since a lock lets no pointer out.
      let address = turn.withLock { _ in
        Int(bitPattern: parse(lines, without: tooDeep, isSmart: isSmart))
      }
      let root = OpaquePointer(bitPattern: address)!
      defer { cmark_node_free(root) }
      var reader = TreeReader(path: path, lines: lines)
      if let line = tooDeep.first {
        reader.reportDepth(at: Span(path: path, line: line, column: 1))
      }
      return reader.read(root)
    }
  }

  /// - Parameter left: lines that are blank to the library.
  private static func parse(
    _ lines: SourceLines, without left: [Int], isSmart: Bool
  ) -> OpaquePointer {
    let options =
      CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS
      | (isSmart ? CMARK_OPT_SMART : 0)
    _ = NodeTypes.shared
    let parser = cmark_parser_new(options)!
    defer { cmark_parser_free(parser) }
    // Before `table`, which hides every extension behind it on a line that follows a paragraph.
    cmark_parser_attach_syntax_extension(parser, DirectiveExtension.shared)
    cmark_parser_attach_syntax_extension(parser, MathExtension.shared)
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    var start = 0
    for line in left {
      let range = lines.range(ofLine: line)
      feed(lines.bytes[start..<range.lowerBound], to: parser)
      start = range.upperBound
    }
    feed(lines.bytes[start...], to: parser)
    return cmark_parser_finish(parser)!
  }

  private static func feed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to parser: OpaquePointer) {
    guard let start = UnsafeBufferPointer(rebasing: bytes).baseAddress else { return }
    cmark_parser_feed(parser, start.characters, bytes.count)
  }
}
