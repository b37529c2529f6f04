import Diagnostics

/// A term of a definition list and what it means.
///
/// ```markdown
/// Forget gate {aliases="forget gates, f_t"}
/// : The part of an LSTM that decides how much of the cell state stays.
/// ```
package struct Definition: Hashable, Sendable {
  package var term: [Inline]
  /// `{#id}` after the term.
  package var id: String?
  package var attributes: [Directive.Attribute]
  /// One or more meanings.
  package var meanings: [[Inline]]
  package var span: Span

  /// Reads the lines of a paragraph as `term` and `: meaning`; nil when it is another paragraph.
  static func reading(_ content: [Inline], span: Span) -> Diagnosed<[Definition]>? {
    // Most paragraphs are not looked at any further.
    guard let end = content.firstIndex(where: isBreak), end > 0, end + 1 < content.count,
      isMeaning(content[end + 1])
    else { return nil }
    let lines = content.split(whereSeparator: isBreak).map(Array.init)
    guard lines.count >= 2, isMeaning(lines[1]), !isMeaning(lines[0]) else { return nil }
    var definitions: [Definition] = []
    var diagnostics: [Diagnostic] = []
    for (index, line) in lines.enumerated() {
      if isMeaning(line) {
        definitions[definitions.count - 1].meanings.append(withoutMark(line))
      } else if index + 1 < lines.count, isMeaning(lines[index + 1]),
        index == 0 || line[0].span.start.column <= span.start.column
      {
        let term = term(line, span: span)
        definitions.append(term.value)
        diagnostics += term.diagnostics
      } else {
        // A line without a mark goes on with the meaning above it; it is indented if another
        // meaning follows.
        let last = definitions.count - 1
        let meaning = definitions[last].meanings.count - 1
        let start = line[0].span.start
        let lineBreak = Inline(.softBreak, span: Span(path: span.path, start: start, end: start))
        definitions[last].meanings[meaning] += [lineBreak] + line
      }
    }
    return Diagnosed(definitions, diagnostics)
  }

  private static func term(_ line: [Inline], span: Span) -> Diagnosed<Definition> {
    var term = line
    let attributes = AttributeText.takeTrailing(from: &term)
    let definition = Definition(
      term: term, id: attributes?.value.id, attributes: attributes?.value.attributes ?? [],
      meanings: [],
      span: Span(
        path: span.path, start: line.first?.span.start ?? span.start,
        end: line.last?.span.end ?? span.end))
    let parted = definition.attributes.filter { $0.key == "aliases" && $0.value.contains(";") }
    return Diagnosed(
      definition,
      (attributes?.diagnostics ?? [])
        + parted.map { aliases in
          .warning(
            "other names of a term are parted by ','", at: aliases.span,
            hint: "write aliases=\"\(aliases.value.replacing(";", with: ","))\"")
        })
  }

  private static func isBreak(_ inline: Inline) -> Bool {
    if case .softBreak = inline.kind { true } else { false }
  }

  private static func isMeaning(_ line: [Inline]) -> Bool {
    line.first.map { isMeaning($0) } ?? false
  }

  private static func isMeaning(_ first: Inline) -> Bool {
    guard case .text(let text) = first.kind else { return false }
    return text.hasPrefix(": ")
  }

  private static func withoutMark(_ line: [Inline]) -> [Inline] {
    guard case .text(let text)? = line.first?.kind else { return line }
    var line = line
    line[0].kind = .text(String(text.dropFirst().drop { $0 == " " }))
    line[0].span.start.column += text.utf8.count - text.dropFirst().drop { $0 == " " }.utf8.count
    return line
  }
}
