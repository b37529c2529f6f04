import Diagnostics
import Testing

@Suite("diagnostics on a terminal")
struct DiagnosticPrinterTests {
  private let page: [Substring] = [
    "# LSTM", "", "\tlet lstm = LSTM(inputSize: 1, hiddensize: 32)", "",
  ]

  private func text(_ diagnostic: Diagnostic) -> String {
    DiagnosticPrinter(lines: { $0 == "lstm.md" ? page : nil }).text(for: diagnostic)
  }

  @Test("a mistake is shown with its line, a caret and the hint")
  func everything() {
    let span = Span(path: "lstm.md", line: 3, column: 32, length: 10)
    #expect(
      text(
        .error("LSTM has no argument 'hiddensize'", at: span, hint: "did you mean 'hiddenSize'?"))
          == """
          lstm.md:3:32: error: LSTM has no argument 'hiddensize'
            3 |  let lstm = LSTM(inputSize: 1, hiddensize: 32)
              |                                ^~~~~~~~~~
            hint: did you mean 'hiddenSize'?

          """)
  }

  @Test("a mistake of the whole course has no place")
  func noPlace() {
    #expect(text(.warning("there are no lessons", at: nil)) == "warning: there are no lessons\n")
  }

  @Test("a place outside of the file's lines shows no excerpt")
  func outside() {
    let span = Span(path: "lstm.md", line: 99, column: 1)
    #expect(text(.error("x", at: span)) == "lstm.md:99:1: error: x\n")
    #expect(text(.error("x", at: Span(path: "other.md", line: 1, column: 1))).hasSuffix("x\n"))
  }

  @Test("a caret under letters of several bytes stands below the letter")
  func multibyte() {
    let printer = DiagnosticPrinter(lines: { _ in ["‖∂L‖ = x"] })
    let span = Span(path: "a.md", line: 1, column: 14, length: 1)
    #expect(
      printer.text(for: .error("no", at: span))
        == "a.md:1:14: error: no\n  1 | ‖∂L‖ = x\n    |        ^\n")
  }

  @Test("a very long line is shown around the mistake")
  func longLine() {
    let line = String(repeating: "a", count: 5000)
    let printer = DiagnosticPrinter(lines: { _ in [line[...]] })
    let text = printer.text(for: .error("no", at: Span(path: "a.md", line: 1, column: 3000)))
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 200 })
    #expect(text.contains("…"))
  }

  @Test("diagnostics are sorted by file, line and column, and counted in words")
  func sorting() {
    let all: [Diagnostic] = [
      .error("c", at: Span(path: "b.md", line: 1, column: 1)),
      .warning("b", at: Span(path: "a.md", line: 2, column: 5)),
      .error("a", at: Span(path: "a.md", line: 2, column: 1)),
      .error("course", at: nil),
    ]
    #expect(all.inSourceOrder().map(\.message) == ["course", "a", "b", "c"])
    #expect(DiagnosticPrinter.count(all) == "3 errors and 1 warning")
    #expect(DiagnosticPrinter.count([]) == "no errors")
  }
}
