import Diagnostics

/// A page's bytes and where its lines begin; borrowed for the time of one reading.
struct SourceLines {
  let bytes: UnsafeBufferPointer<UInt8>
  private let starts: [Int]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var starts = [0]
    for index in bytes.indices {
      // A lone carriage return ends a line too, as it does for the parser.
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else { continue }
      let isHalf = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if !isHalf { starts.append(index + 1) }
    }
    self.starts = starts
  }

  var count: Int { starts.count }

  /// The bytes of a line from 1, without its end; empty behind the last one.
  func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Whether the line goes on with exactly `text` at a place: no escape, no entity in between.
  func has(_ text: String, at place: SourcePosition) -> Bool {
    let line = range(ofLine: place.line)
    let start = line.lowerBound + place.column - 1
    guard place.column >= 1, start <= line.upperBound else { return false }
    return text.utf8.withContiguousStorageIfAvailable { text in
      guard text.count <= line.upperBound - start else { return false }
      for index in text.indices where bytes[start + index] != text[index] { return false }
      return true
    } ?? false
  }

  /// The bytes of a line up to its last one that is no space.
  func trimmedCount(ofLine line: Int) -> Int {
    let range = range(ofLine: line)
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return end - range.lowerBound
  }

  /// Bytes from the start of one line to the start of the next, the line's end included.
  func fullLength(ofLine line: Int) -> Int {
    guard line >= 1, line <= starts.count else { return 0 }
    return (line < starts.count ? starts[line] : bytes.count) - starts[line - 1]
  }

  /// The byte at a place, or nil where the line has none.
  func byte(at place: SourcePosition) -> UInt8? {
    let line = range(ofLine: place.line)
    let offset = line.lowerBound + place.column - 1
    return place.column >= 1 && offset < line.upperBound ? bytes[offset] : nil
  }

  func byte(before place: SourcePosition) -> UInt8? {
    byte(at: SourcePosition(line: place.line, column: place.column - 1))
  }

  /// The column at which a line's text begins, behind its indent and the marks of `quotes` quotes.
  func textColumn(ofLine line: Int, quotes: Int) -> Int {
    let range = range(ofLine: line)
    var left = quotes
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: ">"), left > 0 {
        left -= 1
      } else if bytes[index] != 0x20, bytes[index] != 0x09 {
        break
      }
      index += 1
    }
    return index - range.lowerBound + 1
  }
}
