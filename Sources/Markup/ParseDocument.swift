import Diagnostics

/// A lesson as it was read: what its front matter says, and its text as a tree.
package struct ParsedLesson: Hashable, Sendable {
  package var frontMatter: FrontMatter
  package var document: Document
  /// Whether parts of the text stand in other files.
  package var includesOthers: Bool
}

/// Reads a lesson. Text of any kind gives a lesson; what is wrong with it stands beside it.
///
/// - Parameters:
///   - path: the file's path as diagnostics name it.
///   - isSmart: whether straight quotes and `--` become typographic ones.
///   - files: what the lesson may include.
package func parseLesson(
  path: String, bytes: [UInt8], isSmart: Bool = false, files: IncludedFiles = .none
) -> Diagnosed<ParsedLesson> {
  let empty = Document(path: path, blocks: [])
  let nothing = ParsedLesson(frontMatter: FrontMatter(), document: empty, includesOthers: false)
  return withLines(of: bytes, path: path, or: nothing) { lines in
    let source = FrontMatterSource(lines)
    let frontMatter = FrontMatter.parse(source, path: path)
    var document = CMarkParser.read(lines, from: source.firstLine, path: path, isSmart: isSmart)
    let includesOthers = Includer.expand(&document, with: files, isSmart: isSmart)
    document = withHeadingIDs(document)
    // Where the front matter is not found, its keys are text above the title.
    if source.yaml != nil || frontMatter.diagnostics.isEmpty {
      document.diagnostics += HeadingLevels.problems(in: document.value)
    }
    if frontMatter.value.kind == .glossary { document.diagnostics += missingTerms(document.value) }
    return Diagnosed(
      ParsedLesson(
        frontMatter: frontMatter.value, document: document.value, includesOthers: includesOthers),
      frontMatter.diagnostics + document.diagnostics)
  }
}

/// A glossary that is a list or a table, and has nothing that lessons could link to.
private func missingTerms(_ glossary: Document) -> [Diagnostic] {
  var hasTerms = false
  for block in glossary.blocks {
    block.forEachBlock { block in
      if case .definitionList = block.kind { hasTerms = true }
    }
  }
  guard !hasTerms else { return [] }
  let top = Span(path: glossary.path, line: 1, column: 1)
  return [
    .warning(
      "this glossary has no terms", at: glossary.blocks.first?.span ?? top,
      hint: "write a term on a line of its own, and below it a line ': What it means.'")
  ]
}

/// Reads a file that stands inside of a lesson.
///
/// - Parameter firstFootnote: how many footnotes the lesson has had.
func readIncluded(
  path: String, bytes: [UInt8], isSmart: Bool, firstFootnote: Int
) -> Diagnosed<Document> {
  withLines(of: bytes, path: path, or: Document(path: path, blocks: [])) { lines in
    let source = FrontMatterSource(lines)
    var read = CMarkParser.read(
      lines, from: source.firstLine, path: path, isSmart: isSmart, firstFootnote: firstFootnote)
    if source.yaml != nil || source.isUnclosed {
      read.diagnostics.append(
        .error(
          "an included file has no front matter", at: Span(path: path, line: 1, column: 1),
          hint: "it is no page of its own; what it says belongs into the lesson's"))
    }
    return read
  }
}

private func withLines<Value>(
  of bytes: [UInt8], path: String, or nothing: Value,
  read: (SourceLines) -> Diagnosed<Value>
) -> Diagnosed<Value> {
  if let problem = SourceCheck.problem(with: bytes, path: path) {
    return Diagnosed(nothing, [problem])
  }
  return bytes.withUnsafeBufferPointer { bytes in
    let mark = SourceCheck.byteOrderMark
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    return read(SourceLines(UnsafeBufferPointer(rebasing: text)))
  }
}

/// Reads Markdown without front matter.
package func parseDocument(
  path: String, text: String, isSmart: Bool = false
) -> Diagnosed<Document> {
  var text = text
  return text.withUTF8 {
    withHeadingIDs(CMarkParser.read(SourceLines($0), from: 1, path: path, isSmart: isSmart))
  }
}

private func withHeadingIDs(_ document: Diagnosed<Document>) -> Diagnosed<Document> {
  var document = document
  var ids = HeadingIDs()
  ids.assign(in: &document.value)
  document.diagnostics += ids.diagnostics
  return document
}
