import Diagnostics
import Yams

/// A YAML text as its diagnostics see it: places in the file, words for what the parser says.
struct YAMLSource {
  private let path: String
  /// Lines before the YAML's first one.
  private let lineOffset: Int
  private let lines: [Substring.UTF8View]

  init(_ text: String, path: String, lineOffset: Int) {
    self.path = path
    self.lineOffset = lineOffset
    lines = Substring(text).utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// The place of a mark, which counts characters where we count bytes.
  func span(_ mark: Mark?, length: Int = 0) -> Span {
    let line = mark?.line ?? 1
    var column = mark?.column ?? 1
    if lines.indices.contains(line - 1),
      !lines[line - 1].prefix(column - 1).allSatisfy(Unicode.ASCII.isASCII)
    {
      let before = Substring(lines[line - 1]).unicodeScalars.prefix(column - 1)
      column += before.reduce(0) { $0 + UTF8.width($1) - 1 }
    }
    return Span(path: path, line: lineOffset + line, column: column, length: length)
  }

  func diagnostics(for error: any Error) -> [Diagnostic] {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      return [diagnostic(problem, at: mark, context)]
    case YamlError.duplicatedKeysInMapping(let keys, _):
      return keys.sorted().map { key in
        .error(
          "the key '\(key)' stands twice", at: secondPlace(of: key),
          hint: "take one of the two out")
      }
    default:
      return [.error("this is not YAML", at: Span(path: path, line: lineOffset + 1, column: 1))]
    }
  }

  /// In our words where the library's speak of its insides, and with a way out.
  private func diagnostic(
    _ problem: String, at mark: Mark, _ context: YamlError.Context?
  ) -> Diagnostic {
    // The library names the function that would set its limit.
    if problem.contains("nesting level") {
      return .error(
        "this is nested too deep", at: span(mark), hint: "a list inside of a list is the most")
    }
    if let opening = context?.mark, context?.text.contains("quoted scalar") == true {
      return .error(
        "this quote is never closed", at: span(opening), hint: "close it at the end of the value")
    }
    let hint = byte(at: mark) == 0x09 ? "indent with spaces" : hint(for: problem, at: mark)
    return .error("this is not YAML: \(problem)", at: span(mark), hint: hint)
  }

  /// `#1` behind a value of one line: YAML takes it off. What is meant to be a comment has a space
  /// behind its sign.
  func comment(behind scalar: Node.Scalar) -> String? {
    guard let mark = scalar.mark, lines.indices.contains(mark.line - 1),
      lines[mark.line - 1].contains(UInt8(ascii: "#"))
    else { return nil }
    let rest = Substring(lines[mark.line - 1]).unicodeScalars.dropFirst(mark.column - 1)
    guard
      let found = Substring(rest).dropFirst(scalar.string.count).firstMatch(of: #/^\s+(#[^\s#].*)/#)
    else { return nil }
    return String(found.1)
  }

  private func byte(at mark: Mark) -> UInt8? {
    guard lines.indices.contains(mark.line - 1) else { return nil }
    return lines[mark.line - 1].dropFirst(mark.column - 1).first
  }

  private func hint(for problem: String, at mark: Mark) -> String? {
    // A value in quotes, and more behind it.
    if problem == "did not find expected key", lines.indices.contains(mark.line - 1),
      Substring(lines[mark.line - 1]).firstMatch(of: #/^[\s\w-]*: *".*".*"/#) != nil
    {
      return "a quote inside of a value in quotes is written '\\\"'"
    }
    return Self.hints.first { problem.contains($0.problem) }?.hint
  }

  private static let hints: [(problem: String, hint: String)] = [
    ("mapping values are not allowed", "a value with ': ' in it goes between quotes"),
    ("tab character", "indent with spaces"),
    ("cannot start any token", "a value that begins with this character goes between quotes"),
    (
      "alphabetic or numeric character",
      "a value that begins with this character goes between quotes"
    ),
    ("did not find expected ',' or", "close the list with ']', or the braces with '}'"),
    ("could not find expected ':'", "each line is 'key: value'"),
    ("did not find expected", "what belongs together begins in one column"),
  ]

  /// Where a key stands for the second time.
  private func secondPlace(of key: String) -> Span {
    let found = lines.indices.filter { index in
      let line = Substring(lines[index]).drop { $0 == " " || $0 == "-" || $0 == "\"" || $0 == "'" }
      return line.hasPrefix(key)
        && line.dropFirst(key.count).drop { $0 == " " || $0 == "\"" || $0 == "'" }.first == ":"
    }
    let line = found.count > 1 ? found[1] : 0
    let indent = Substring(lines[line]).prefix { $0 == " " || $0 == "-" }.count
    return Span(
      path: path, line: lineOffset + line + 1, column: indent + 1, length: key.utf8.count)
  }
}
