/// Where a file's front matter ends and its text begins.
struct FrontMatterSource {
  /// What stands between the two lines of `---`; nil when there is no front matter.
  private(set) var yaml: String?
  /// The line in which the text begins, from 1.
  private(set) var firstLine = 1
  private(set) var isUnclosed = false
  /// Whether it stands between two lines of `+++`, as TOML does elsewhere.
  private(set) var isForeign = false
  /// The line of dashes that was meant to open it, when that is not the file's first line or has
  /// too many dashes.
  private(set) var misplacedLine: Int?

  init(_ lines: SourceLines) {
    guard Self.isFence(1, of: lines) else {
      isForeign = lines.bytes[lines.range(ofLine: 1)].elementsEqual("+++".utf8)
      misplacedLine = Self.isUnopened(lines) ? 1 : Self.misplaced(in: lines)
      return
    }
    guard let end = (1...lines.count).dropFirst().first(where: { Self.isFence($0, of: lines) })
    else {
      isUnclosed = true
      return
    }
    let inside = lines.range(ofLine: 2).lowerBound..<lines.range(ofLine: end).lowerBound
    yaml = String(decoding: lines.bytes[inside], as: UTF8.self)
    firstLine = end + 1
  }

  /// `title: …` in the first line and dashes further down, with nothing but keys between them.
  private static func isUnopened(_ lines: SourceLines) -> Bool {
    let keys = (1...lines.count).prefix { line in
      let bytes = lines.bytes[lines.range(ofLine: line)]
      let key = bytes.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      return !key.isEmpty && bytes[key.endIndex...].starts(with: ": ".utf8)
    }
    return keys.contains { lines.bytes[lines.range(ofLine: $0)].starts(with: "title:".utf8) }
      && isFence(keys.count + 1, of: lines)
  }

  /// The first line that says something, if it is of dashes alone and a line `key: …` follows.
  private static func misplaced(in lines: SourceLines) -> Int? {
    let first = (1...lines.count).first { line in
      !lines.bytes[lines.range(ofLine: line)].allSatisfy { $0 <= 0x20 }
    }
    guard let first, first < lines.count else { return nil }
    let dashes = lines.bytes[lines.range(ofLine: first)].filter { $0 > 0x20 }
    let key = lines.bytes[lines.range(ofLine: first + 1)].prefix {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
    }
    let isKey = !key.isEmpty && lines.bytes[key.endIndex...].first == UInt8(ascii: ":")
    return dashes.count > 2 && dashes.allSatisfy { $0 == UInt8(ascii: "-") } && isKey ? first : nil
  }

  private static func isFence(_ line: Int, of lines: SourceLines) -> Bool {
    let bytes = lines.bytes[lines.range(ofLine: line)]
    return bytes.starts(with: "---".utf8) && bytes.dropFirst(3).allSatisfy { $0 <= 0x20 }
  }
}
