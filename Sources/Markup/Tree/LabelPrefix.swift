import Diagnostics

/// How labels begin, and how authors think that they do.
enum LabelPrefix {
  private static let words: [(prefix: String, words: Set<String>)] = [
    ("fig-", ["fig", "figure"]), ("tbl-", ["tbl", "tab", "table"]),
    ("eq-", ["eq", "equ", "eqn", "equation"]), ("sec-", ["sec", "section"]),
    ("lst-", ["lst", "listing"]),
  ]

  /// `fig-` for `Figure`; nil for a word that names no kind of label.
  static func meant(by word: String) -> String? {
    let word = word.lowercased()
    return words.first { $0.words.contains(word) }?.prefix
  }

  /// What is wrong with the id of something whose label begins with `prefix`.
  static func problem(with id: String, of what: String, _ prefix: String, at span: Span)
    -> Diagnostic?
  {
    guard !id.hasPrefix(prefix), let dash = id.firstIndex(where: { "-:_".contains($0) }),
      meant(by: String(id[..<dash])) != nil
    else { return nil }
    let name = id[id.index(after: dash)...]
    return .error(
      "the label of \(what) begins with '\(prefix)'", at: span,
      hint: "write '{#\(prefix)\(name)}'")
  }
}
