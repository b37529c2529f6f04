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
  guard let text = String(validating: bytes, as: UTF8.self) else {
    let lesson = ParsedLesson(
      frontMatter: FrontMatter(), document: Document(path: path, blocks: []))
    return Diagnosed(lesson, [notUTF8(bytes, path: path)])
  }
  let source = FrontMatterSource(text)
  let frontMatter = FrontMatter.parse(source, path: path)
  let document = parseDocument(path: path, text: source.body, isSmart: isSmart)
  return Diagnosed(
    ParsedLesson(frontMatter: frontMatter.value, document: document.value),
    frontMatter.diagnostics + document.diagnostics)
}

/// Reads Markdown without front matter.
package func parseDocument(
  path: String, text: String, isSmart: Bool = false
) -> Diagnosed<Document> {
  var read = CMarkParser.read(text, path: path, isSmart: isSmart)
  var ids = HeadingIDs()
  ids.assign(in: &read.value)
  return Diagnosed(read.value, read.diagnostics + ids.diagnostics)
}

/// Names the first line that is not UTF-8.
private func notUTF8(_ bytes: [UInt8], path: String) -> Diagnostic {
  var line = 1
  for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if String(validating: part, as: UTF8.self) == nil { break }
    line += 1
  }
  return .error(
    "this file is not UTF-8 text", at: Span(path: path, line: line, column: 1),
    hint: "save it as UTF-8, or give it another ending if it is no lesson")
}
