/// Writes diagnostics for a terminal: the place, the words, the source line with a caret, the hint.
///
/// ```text
/// content/layers/lstm.md:41:12: error: LSTM has no argument 'hiddensize'
///   41 | let lstm = LSTM(inputSize: 1, hiddensize: 32)
///      |                               ^~~~~~~~~~
///   hint: did you mean 'hiddenSize'?
/// ```
public struct DiagnosticPrinter {
  /// Longer lines are shown around the mistake only.
  private static let widestExcerpt = 100

  private let usesColor: Bool
  private let lines: (String) -> [Substring]?

  /// - Parameters:
  ///   - usesColor: whether to write ANSI escapes.
  ///   - lines: the lines of the file at a diagnostic's path, or nil when it cannot be shown.
  public init(usesColor: Bool = false, lines: @escaping (String) -> [Substring]? = { _ in nil }) {
    self.usesColor = usesColor
    self.lines = lines
  }

  public func text(for diagnostic: Diagnostic) -> String {
    let place = diagnostic.span.map { "\($0.path):\($0.start.line):\($0.start.column): " } ?? ""
    let color = diagnostic.severity == .error ? "31" : "33"
    var text = styled(place, "1") + styled("\(diagnostic.severity.rawValue):", "1;\(color)")
    text += " \(styled(diagnostic.message, "1"))\n"
    if let span = diagnostic.span { text += excerpt(span, color: color) }
    if let hint = diagnostic.hint { text += "  \(styled("hint:", "36")) \(hint)\n" }
    return text
  }

  /// “2 errors and 1 warning”.
  public static func count(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { counted($0.0, $0.1) }
    return parts.isEmpty ? "no errors" : parts.joined(separator: " and ")
  }

  private func excerpt(_ span: Span, color: String) -> String {
    guard let lines = lines(span.path), lines.indices.contains(span.start.line - 1) else {
      return ""
    }
    let line = lines[span.start.line - 1]
    let bytes = Array(line.utf8)
    let start = min(max(span.start.column - 1, 0), bytes.count)
    let isOneLine = span.end.line == span.start.line
    let end = min(max(isOneLine ? span.end.column - 1 : bytes.count, start), bytes.count)
    let before = clean(bytes[..<start])
    let marked = clean(bytes[start..<end])
    let after = clean(bytes[end...])
    let shownBefore = String(before.suffix(Self.widestExcerpt * 2 / 3))
    let lead = shownBefore.count < before.count ? "…" + shownBefore : shownBefore
    let shown = lead + (marked + after).prefix(Self.widestExcerpt)
    let number = String(span.start.line)
    let gutter = String(repeating: " ", count: number.count)
    let width = min(max(marked.count, 1), Self.widestExcerpt)
    let caret = "^" + String(repeating: "~", count: width - 1)
    return "  \(number) | \(shown)\n"
      + "  \(gutter) | \(String(repeating: " ", count: lead.count))\(styled(caret, color))\n"
  }

  /// Tabs and other control characters as one space each, so that the caret stands where it should.
  private func clean(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7f ? 0x20 : $0 }, as: UTF8.self)
  }

  private func styled(_ text: String, _ code: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
