import CCMarkGFM
import Diagnostics
import Synchronization

/// Markdown to our own tree: libcmark-gfm parses, and its tree is read at once and freed.
enum CMarkParser {
  /// One document at a time: the library's table of inline characters belongs to the process.
  /// Reading a tree needs no turn: a tree stays with the thread that asked for it.
  private static let turn = Mutex(())

  /// - Parameters:
  ///   - firstLine: where the text begins; what is above it is front matter.
  ///   - firstFootnote: the index of the text's first footnote among those of the whole page.
  static func read(
    _ lines: SourceLines, from firstLine: Int, path: String, isSmart: Bool, firstFootnote: Int = 0
  ) -> Diagnosed<Document> {
    let left = lines.costlyLines(from: firstLine, nesting: TreeReader.deepestNesting)
    return TreeMemory.use {
      // As a number, since a lock lets no pointer out.
      let address = turn.withLock { _ in
        Int(bitPattern: parse(lines, from: firstLine, without: left.map(\.line), isSmart: isSmart))
      }
      let root = OpaquePointer(bitPattern: address)!
      // What our own nodes keep is not in the tree's memory.
      defer { cmark_node_free(root) }
      var reader = TreeReader(path: path, lines: lines, firstFootnote: firstFootnote)
      for costly in left { reader.report(costly) }
      return reader.read(root)
    }
  }

  /// - Parameter left: lines that are blank to the library.
  private static func parse(
    _ lines: SourceLines, from firstLine: Int, without left: [Int], isSmart: Bool
  ) -> OpaquePointer {
    let options =
      CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS
      | (isSmart ? CMARK_OPT_SMART : 0)
    _ = NodeTypes.shared
    let parser = cmark_parser_new_with_mem(options, TreeMemory.allocator)!
    defer { cmark_parser_free(parser) }
    // Before `table`, which hides every extension behind it on a line that follows a paragraph.
    cmark_parser_attach_syntax_extension(parser, DirectiveExtension.shared)
    cmark_parser_attach_syntax_extension(parser, MathExtension.shared)
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    // A blank line for each of front matter keeps the others' numbers.
    let blank = [UInt8](repeating: UInt8(ascii: "\n"), count: firstLine - 1)
    blank.withUnsafeBufferPointer { feed($0[...], to: parser) }
    var start = lines.range(ofLine: firstLine).lowerBound
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
