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
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      // The library names the function that would set its limit.
      let isDeep = problem.contains("nesting level")
      return [
        .error(isDeep ? "this is nested too deep" : "this is not YAML: \(problem)", at: span(mark))
      ]
    case YamlError.duplicatedKeysInMapping(let keys, _):
      return keys.sorted().map { key in
        .error(
          "the key '\(key)' stands twice",
          at: Span(path: path, line: lineOffset + secondLine(of: key), column: 1))
      }
    default:
      return [.error("this is not YAML", at: Span(path: path, line: lineOffset + 1, column: 1))]
    }
  }

  /// The line, from 1, in which a key stands for the second time.
  private func secondLine(of key: String) -> Int {
    let found = lines.indices.filter { index in
      let line = Substring(lines[index]).drop { $0 == " " || $0 == "-" || $0 == "\"" || $0 == "'" }
      return line.hasPrefix(key)
        && line.dropFirst(key.count).drop { $0 == " " || $0 == "\"" || $0 == "'" }.first == ":"
    }
    return (found.count > 1 ? found[1] : 0) + 1
  }
}
