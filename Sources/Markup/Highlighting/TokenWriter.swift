/// Writes tokens as spans, line by line where lines have a meaning of their own.
struct TokenWriter {
  private let bytes: [UInt8]
  private(set) var html = ""

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// - Parameter marked: lines to emphasise, from 1.
  mutating func write(_ tokens: [Token], marked: [ClosedRange<Int>]) {
    guard !marked.isEmpty else { return write(tokens[...], in: bytes.indices) }
    var rest = tokens[...]
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = start..<end
      let isMarked = marked.contains { $0.contains(number) }
      if isMarked { html += "<span class=\"line-mark\">" }
      write(rest.prefix { $0.range.lowerBound < end }, in: line)
      if isMarked { html += "</span>" }
      if end < bytes.count { html += "\n" }
      // A string or a comment that goes on is still there for the next line.
      rest = rest.drop { $0.range.upperBound <= end }
      start = end + 1
      number += 1
    }
  }

  /// Writes what of `tokens` is in `range`, and the words between.
  private mutating func write(_ tokens: ArraySlice<Token>, in range: Range<Int>) {
    var position = range.lowerBound
    for token in tokens {
      let part = token.range.clamped(to: range)
      guard part.lowerBound >= position, !part.isEmpty else { continue }
      html += text(position..<part.lowerBound)
      html += "<span class=\"tok-\(token.kind.rawValue)\">\(text(part))</span>"
      position = part.upperBound
    }
    html += text(position..<range.upperBound)
  }

  private func text(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : escapedHTML(String(decoding: bytes[range], as: UTF8.self))
  }
}
