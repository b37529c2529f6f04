import Diagnostics

/// A Swift file, or a part of one, that stands in a lesson in place of a block's own text.
///
/// ```swift
/// // slice: step
/// let next = tanh(w * x + u * h)
/// // end
/// ```
package enum BlockFile {
  /// What `//| file:` names, read.
  ///
  /// - Parameters:
  ///   - reference: a path from the lesson's folder, and after `#` the name of a slice.
  ///   - path: the file as diagnostics name it.
  ///   - text: nil when there is no such file.
  package static func read(
    _ reference: String, path: String, text: String?
  ) -> PageBlock.Outside {
    let parts = reference.split(separator: "#", maxSplits: 1).map(String.init)
    guard let text else { return .missing("there is no file '\(parts.first ?? reference)'") }
    guard parts.count == 2 else {
      return .program(
        PageBlock.Source(text: text, path: path, start: SourcePosition(line: 1, column: 1)))
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { name(of: $0, after: "// slice:") == parts[1] })
    else {
      let known = lines.compactMap { name(of: $0, after: "// slice:") }
      return .missing(
        "'\(parts[0])' has no slice '\(parts[1])'; it has \(known.joined(separator: ", "))")
    }
    let body = lines[(start + 1)...].prefix { name(of: $0, after: "// end") == nil }
    return .program(
      PageBlock.Source(
        text: body.joined(separator: "\n"), path: path,
        start: SourcePosition(line: start + 2, column: 1)))
  }

  /// What stands behind `mark` on a line that is such a comment.
  private static func name(of line: Substring, after mark: String) -> String? {
    let words = line.drop { $0 == " " }
    guard words.hasPrefix(mark) else { return nil }
    return String(words.dropFirst(mark.count).drop { $0 == " " }.prefix { $0 != " " })
  }
}
