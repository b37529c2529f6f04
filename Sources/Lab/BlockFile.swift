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
    // A line may end as Windows ends it.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let (file, name) = (parts[0], parts[1])
    guard let start = lines.firstIndex(where: { slice($0) == name }) else {
      let known = lines.compactMap(slice)
      let hint = known.isEmpty ? "none" : known.joined(separator: ", ")
      return .missing("'\(file)' has no slice '\(name)'; it has \(hint)")
    }
    guard let end = lines[(start + 1)...].firstIndex(where: { ends($0, name) }) else {
      return .missing("the slice '\(name)' of '\(file)' has no '// end'")
    }
    return .program(
      PageBlock.Source(
        text: lines[(start + 1)..<end].joined(separator: "\n"), path: path,
        start: SourcePosition(line: start + 2, column: 1)))
  }

  /// The name in `// slice: step`.
  private static func slice(_ line: Substring) -> String? {
    let mark = "// slice:"
    let words = line.drop { $0 == " " }
    guard words.hasPrefix(mark) else { return nil }
    return words.dropFirst(mark.count).split(separator: " ").first.map(String.init)
  }

  /// Whether this is `// end`, or `// end: step` for that slice.
  private static func ends(_ line: Substring, _ name: String) -> Bool {
    let words = line.split(separator: " ").map(String.init)
    return words == ["//", "end"] || words == ["//", "end:", name]
  }
}
