/// Where a file's front matter ends and its text begins.
struct FrontMatterSource {
  /// What stands between the two lines of `---`; nil when there is no front matter.
  private(set) var yaml: String?
  /// The line in which the text begins, from 1.
  private(set) var firstLine = 1
  private(set) var isUnclosed = false

  init(_ lines: SourceLines) {
    guard Self.isFence(1, of: lines) else { return }
    guard let end = (1...lines.count).dropFirst().first(where: { Self.isFence($0, of: lines) })
    else {
      isUnclosed = true
      return
    }
    let inside = lines.range(ofLine: 2).lowerBound..<lines.range(ofLine: end).lowerBound
    yaml = String(decoding: lines.bytes[inside], as: UTF8.self)
    firstLine = end + 1
  }

  private static func isFence(_ line: Int, of lines: SourceLines) -> Bool {
    let bytes = lines.bytes[lines.range(ofLine: line)]
    return bytes.starts(with: "---".utf8) && bytes.dropFirst(3).allSatisfy { $0 <= 0x20 }
  }
}
