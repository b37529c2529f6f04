import Diagnostics

extension Table {
  /// The table with its caption, if a paragraph below it is one: `: What it shows {#tbl-tasks}`.
  func captioned(by content: [Inline]) -> Diagnosed<Table>? {
    guard caption == nil, case .text(let text)? = content.first?.kind, text.hasPrefix(": ") else {
      return nil
    }
    var words = content
    let attributes = AttributeText.takeTrailing(from: &words)
    if case .text(let text)? = words.first?.kind {
      let kept = text.dropFirst().drop { $0 == " " }
      words[0].kind = .text(String(kept))
      words[0].span.start.column += text.utf8.count - kept.utf8.count
    }
    var table = self
    table.caption = words
    table.id = attributes?.value.id
    let unknown = (attributes?.value.attributes ?? []).map { attribute in
      Diagnostic.error(
        "a table has no attribute '\(attribute.key)'", at: attribute.span,
        hint: "it has an id: '{#tbl-…}'")
    }
    return Diagnosed(table, (attributes?.diagnostics ?? []) + unknown)
  }
}
