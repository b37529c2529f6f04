import Diagnostics

/// A lesson as it was read: what its front matter says, and its text as a tree.
package struct ParsedLesson: Hashable, Sendable {
  package var frontMatter: FrontMatter
  package var document: Document
}

/// Reads a lesson. Text of any kind gives a lesson; what is wrong with it stands beside it.
///
/// - Parameters:
///   - path: the file's path as diagnostics name it.
///   - isSmart: whether straight quotes and `--` become typographic ones.
package func parseLesson(
  path: String, bytes: [UInt8], isSmart: Bool = false
) -> Diagnosed<ParsedLesson> {
  if let problem = SourceCheck.problem(with: bytes, path: path) {
    let empty = Document(path: path, blocks: [])
    return Diagnosed(ParsedLesson(frontMatter: FrontMatter(), document: empty), [problem])
  }
  return bytes.withUnsafeBufferPointer { bytes in
    let mark = SourceCheck.byteOrderMark
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let lines = SourceLines(UnsafeBufferPointer(rebasing: text))
    let source = FrontMatterSource(lines)
    let frontMatter = FrontMatter.parse(source, path: path)
    let document = read(lines, from: source.firstLine, path: path, isSmart: isSmart)
    return Diagnosed(
      ParsedLesson(frontMatter: frontMatter.value, document: document.value),
      frontMatter.diagnostics + document.diagnostics)
  }
}

/// Reads Markdown without front matter.
package func parseDocument(
  path: String, text: String, isSmart: Bool = false
) -> Diagnosed<Document> {
  var text = text
  return text.withUTF8 { read(SourceLines($0), from: 1, path: path, isSmart: isSmart) }
}

private func read(
  _ lines: SourceLines, from firstLine: Int, path: String, isSmart: Bool
) -> Diagnosed<Document> {
  var read = CMarkParser.read(lines, from: firstLine, path: path, isSmart: isSmart)
  var ids = HeadingIDs()
  ids.assign(in: &read.value)
  return Diagnosed(read.value, read.diagnostics + ids.diagnostics)
}
