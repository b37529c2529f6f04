import CCMarkGFM
import Diagnostics

extension TreeReader {
  mutating func readCode(_ node: Node, _ span: Span) -> Block {
    let literal = text(cmark_node_get_literal(node))
    var fence: (length: CInt, offset: CInt, character: CChar) = (0, 0, 0)
    let isFenced = cmark_node_get_fenced(node, &fence.length, &fence.offset, &fence.character) != 0
    let info = text(cmark_node_get_fence_info(node))
    let language = info.prefix { !$0.isWhitespace && $0 != "{" }
    let rest = info.dropFirst(language.count).drop(while: \.isWhitespace)
    let line = span.start.line + (isFenced ? 1 : 0)
    var code = CodeBlock(
      language: String(language), info: String(rest), text: literal,
      textStart: SourcePosition(
        line: line, column: column(of: literal, inLine: line) ?? span.start.column))
    if rest.hasPrefix("{") { readBraces(String(rest), of: &code, at: span.start.line) }
    reportSlip(of: code, at: span)
    reportHead(of: code, String(rest), at: span.start)
    let character = UInt8(bitPattern: fence.character)
    if isFenced, !isClosed(code, by: Int(fence.length), character) {
      report(
        "this block is never closed", at: Span(path: path, start: span.start, end: span.start),
        hint:
          "close it with a line '\(String(repeating: Character(Unicode.Scalar(character)), count: Int(fence.length)))'"
      )
      // What stands below was never meant to run.
      if code.runs { code.language = "swift" }
    }
    return Block(.code(code), span: span)
  }

  private mutating func readBraces(_ text: String, of code: inout CodeBlock, at line: Int) {
    let end = lines.trimmedCount(ofLine: line)
    let start = SourcePosition(line: line, column: end - text.utf8.count + 1)
    let place = Span(path: path, line: line, column: start.column, length: text.utf8.count)
    code.info = ""
    if code.runs {
      return report(
        "what a block is asked for stands on lines of its own", at: place,
        hint: "write '//| label: …' at its top")
    }
    if code.language.isEmpty, text.hasPrefix("{\(CodeBlock.runningLanguage)") {
      return report(
        "a block's language has no braces", at: place,
        hint: "write '\(CodeBlock.runningLanguage)' behind the backquotes")
    }
    let attributes = CodeAttributes.parse(text, path: path, start: start)
    diagnostics += attributes.diagnostics
    code.attributes = attributes.value
    let count = code.text.utf8.count { $0 == 0x0A }
    if let last = code.attributes.marked.map(\.upperBound).max(), last > count {
      report(
        "this listing has no line \(last)", at: code.attributes.markSpan ?? place,
        hint: "its last one is \(count)")
    }
  }

  /// A block that was meant to run and would only be shown.
  private mutating func reportSlip(of code: CodeBlock, at span: Span) {
    let runs = CodeBlock.runningLanguage
    let written = code.language.lowercased().filter { $0.isLetter }
    let isNear =
      closestMatch(to: code.language, among: [runs]) != nil || written == runs.filter(\.isLetter)
    let isMeant =
      isNear || code.language == "rnn"
      || code.language == "swift" && code.info.hasPrefix("rnn")
    guard !code.runs, isMeant else { return }
    diagnostics.append(
      .warning(
        "this block is shown and does not run",
        at: Span(path: path, start: span.start, end: span.start), hint: "did you mean '\(runs)'?"))
  }

  /// What is wrong before a block's first line, or with there being none.
  private mutating func reportHead(
    of code: CodeBlock, _ rest: String, at start: SourcePosition
  ) {
    if code.runs, code.text.split(separator: "\n").allSatisfy(isNoProgram) {
      warn("this block has no program", at: start, hint: "write it above its closing line")
    } else if code.language == "math" {
      warn("this formula is shown as code", at: start, hint: "put it between two lines of '$$'")
    } else if ["title=", "mark=", "#lst-"].contains(where: rest.hasPrefix) {
      warn("what is said about a listing stands in braces", at: start, hint: "write '{\(rest)}'")
    } else if code.runs, !rest.isEmpty, !rest.hasPrefix("{") {
      warn(
        "'\(rest)' behind the language of a block says nothing", at: start,
        hint: "what it is asked for stands at its top: '//| caption: …'")
    }
  }

  /// A line that says what is asked for, or nothing. `file:` names a program.
  private func isNoProgram(_ line: Substring) -> Bool {
    line.allSatisfy(\.isWhitespace) || line.hasPrefix("//|") && !line.contains("file:")
  }

  /// Whether the line behind the code is its closing fence: the library takes a block without one
  /// up to the end of whatever it stands in.
  private func isClosed(_ code: CodeBlock, by length: Int, _ character: UInt8) -> Bool {
    let count = code.text.utf8.count { $0 == 0x0A }
    let line = lines.bytes[lines.range(ofLine: code.textStart.line + count)]
    let marks = line.drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    let end = marks.prefix { $0 == character }
    return end.count >= length && marks[end.endIndex...].allSatisfy { $0 <= 0x20 }
  }
}
