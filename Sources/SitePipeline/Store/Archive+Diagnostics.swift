import Diagnostics

extension ArchiveWriter {
  mutating func add(_ diagnostic: Diagnostic) {
    add(diagnostic.severity.rawValue)
    add(diagnostic.message)
    add(diagnostic.hint)
    add(diagnostic.span.map { [$0] } ?? []) { $0.add($1) }
  }

  mutating func add(_ span: Span) {
    add(span.path)
    for number in [span.start.line, span.start.column, span.end.line, span.end.column] {
      add(number)
    }
  }
}

extension ArchiveReader {
  mutating func texts() throws(Damaged) -> [String] {
    try list { archive throws(Damaged) in try archive.text() }
  }

  mutating func diagnostic() throws(Damaged) -> Diagnostic {
    guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw Damaged() }
    let message = try text()
    let hint = try optionalText()
    let span = try list { archive throws(Damaged) in try archive.span() }.first
    return Diagnostic(severity, at: span, message, hint: hint)
  }

  mutating func span() throws(Damaged) -> Span {
    let path = try text()
    let start = SourcePosition(line: try number(), column: try number())
    return Span(
      path: path, start: start, end: SourcePosition(line: try number(), column: try number()))
  }
}
