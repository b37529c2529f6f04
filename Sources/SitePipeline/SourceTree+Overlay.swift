import Diagnostics

extension SourceTree {
  /// A theme with a course's own files in place of its own. A file of words goes over the theme's
  /// word by word, so that a course can change one of them.
  ///
  /// - Parameter folder: the course's templates folder, as diagnostics name it.
  package func overlaid(by own: SourceTree, named folder: String) -> Diagnosed<SourceTree> {
    var files = files.merging(own.files) { _, own in own }
    var unknown: [Diagnostic] = []
    for path in own.paths where path.hasPrefix("words/") {
      guard let theirs = text(path), let mine = own.text(path) else { continue }
      files[path] = Array(Self.words(mine, over: theirs).utf8)
      unknown += Self.unknownWords(mine, theirs, path: "\(folder)/\(path)")
    }
    return Diagnosed(
      SourceTree(files: files),
      unknown
        + own.paths.filter { isUseless($0, in: own) }.map { path in
          .warning(
            "no page asks for this file", at: Span(path: "\(folder)/\(path)", line: 1, column: 1),
            hint: didYouMean(path, among: paths))
        })
  }

  private static func key(_ line: Substring) -> Substring { line.prefix { $0 != ":" } }

  private static func unknownWords(_ own: String, _ theirs: String, path: String) -> [Diagnostic] {
    let known = theirs.split(whereSeparator: \.isNewline).map { String(key($0)) }
    let lines = own.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().compactMap { number, line in
      let word = String(key(line))
      let isKey = line.contains(":") && word.allSatisfy(\.isLetter) && !word.isEmpty
      guard isKey, !known.contains(word) else { return nil }
      return .warning(
        "no page asks for the word '\(word)'",
        at: Span(path: path, line: number + 1, column: 1, length: word.utf8.count),
        hint: didYouMean(word, among: known))
    }
  }

  /// The course's lines first, so that they keep their numbers.
  private static func words(_ own: String, over theirs: String) -> String {
    let known = Set(own.split(whereSeparator: \.isNewline).map(key))
    let missing = theirs.split(whereSeparator: \.isNewline).filter {
      !$0.hasPrefix("#") && !known.contains(key($0))
    }
    return own + (own.last?.isNewline == false ? "\n" : "") + missing.joined(separator: "\n") + "\n"
  }

  /// Whether the theme has no such file and no template of the course's takes it in.
  private func isUseless(_ path: String, in own: SourceTree) -> Bool {
    let ending = ".mustache"
    guard files[path] == nil else { return false }
    guard path.hasSuffix(ending) else { return path.hasPrefix("theme/") }
    let name = path.dropLast(ending.count)
    return !own.paths.filter { $0.hasSuffix(ending) }.contains { other in
      let text = own.text(other) ?? ""
      return text.contains("{{> \(name)}}") || text.contains("{{>\(name)}}")
    }
  }
}
