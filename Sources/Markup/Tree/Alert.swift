import Diagnostics

/// GitHub's `> [!NOTE]`: the same thing as the directive `::: note`.
enum Alert {
  static let names = ["note", "tip", "important", "warning", "caution"]

  /// The directive that a quote stands for, or nil when it is just a quote.
  static func directive(from blocks: [Block], span: Span) -> Diagnosed<Directive?> {
    guard let first = blocks.first, case .paragraph(let content) = first.kind,
      let mark = content.first, case .text(let text) = mark.kind, text.hasPrefix("[!"),
      let end = text.firstIndex(of: "]")
    else { return Diagnosed(nil) }
    let written = text[text.index(text.startIndex, offsetBy: 2)..<end]
    let rest = text[text.index(after: end)...].drop { $0 == " " }
    let isAlone = rest.isEmpty && (content.count == 1 || content[1].kind == .softBreak)
    let name = written.lowercased()
    guard isAlone, names.contains(name) else {
      let isMeant = isAlone || names.contains(name) && !rest.isEmpty
      return Diagnosed(
        nil, isMeant ? [problem(with: written, isAlone: isAlone, at: mark.span)] : [])
    }
    var body = blocks
    let remaining = Array(content.dropFirst().drop { $0.kind == .softBreak })
    if remaining.isEmpty {
      body.removeFirst()
    } else {
      body[0].kind = .paragraph(remaining)
    }
    return Diagnosed(
      Directive(name: name, nameSpan: mark.span, id: nil, attributes: [], blocks: body))
  }

  private static func problem(
    with written: Substring, isAlone: Bool, at span: Span
  ) -> Diagnostic {
    guard isAlone else {
      return .warning(
        "'[!\(written)]' stands alone on its line", at: span, hint: "go on in the next line: '> …'")
    }
    let known = names.map { "[!\($0.uppercased())]" }
    let meant = closestMatch(to: written.lowercased(), among: names)
    return .warning(
      "there is no alert '[!\(written)]'", at: span,
      hint: meant.map { "did you mean '[!\($0.uppercased())]'?" }
        ?? "the alerts are \(known.joined(separator: ", "))")
  }
}
