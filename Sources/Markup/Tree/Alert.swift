import Diagnostics

/// GitHub's `> [!NOTE]`: the same thing as the directive `::: note`.
enum Alert {
  static let names = ["note", "tip", "important", "warning", "caution"]

  /// The directive that a quote stands for, or nil when it is just a quote.
  static func directive(from blocks: [Block], span: Span) -> Directive? {
    guard let first = blocks.first, case .paragraph(let content) = first.kind,
      let mark = content.first, case .text(let text) = mark.kind, text.hasPrefix("[!"),
      let end = text.firstIndex(of: "]")
    else { return nil }
    let name = text[text.index(text.startIndex, offsetBy: 2)..<end].lowercased()
    let rest = text[text.index(after: end)...].drop { $0 == " " }
    guard names.contains(name), rest.isEmpty else { return nil }
    var body = blocks
    let remaining = Array(content.dropFirst().drop { $0.kind == .softBreak })
    if remaining.isEmpty {
      body.removeFirst()
    } else {
      body[0].kind = .paragraph(remaining)
    }
    return Directive(name: name, nameSpan: mark.span, id: nil, attributes: [], blocks: body)
  }
}
