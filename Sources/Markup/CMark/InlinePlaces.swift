import Diagnostics

/// Where the inlines of one block stand in the file.
///
/// The library counts an inline's column from the start of its block, as if no line behind the
/// first had an indent or the mark of a quote; it does not count the lines inside of a link's
/// parentheses, nor those of link definitions before a paragraph's text. This puts them right.
/// Places are asked for in the order of the text.
struct InlinePlaces {
  let lines: SourceLines
  private let block: Span
  /// Where the block begins, as the library has it.
  private let reported: SourcePosition
  private let quotes: Int
  private let isCell: Bool
  /// What to add to the library's line.
  private var shift: Int
  private var reportedLine: Int
  /// Line ends inside the links of the line that is being read: the next line stands so much lower.
  private var carried = 0
  /// The indent of a lazy line, which the library leaves in the text.
  private var lead = 0
  private var isAtLineStart: Bool
  /// How many links have begun of which no word has been read yet.
  private var openLinks = 0
  /// Just behind what was read last: the place of what has none of its own.
  var cursor: SourcePosition

  /// - Parameters:
  ///   - reported: where the block begins, as the library has it.
  ///   - quotes: how many quotes the block stands in.
  ///   - skippedLines: lines of link definitions before the text.
  init(
    _ lines: SourceLines, of block: Span, reported: SourcePosition, quotes: Int,
    isCell: Bool = false, skippedLines: Int = 0
  ) {
    self.lines = lines
    self.quotes = quotes
    self.block = block
    self.isCell = isCell
    self.reported = reported
    shift = skippedLines + block.start.line - reported.line
    isAtLineStart = skippedLines > 0
    cursor = block.start
    if skippedLines > 0 {
      cursor.line += skippedLines
      cursor.column = lines.textColumn(ofLine: cursor.line, quotes: quotes)
    }
    reportedLine = reported.line
  }

  /// Where that stands which the library has at `line` and `column`; nil when it does not know.
  ///
  /// - Parameter isCode: a code span's column is that of its text, not of its backquotes.
  mutating func place(line: CInt, column: CInt, isCode: Bool = false) -> SourcePosition? {
    let line = Int(line)
    guard line > 0 || line == reported.line, Int(column) >= reported.column else { return nil }
    if line > reportedLine {
      reportedLine = line
      shift += carried
      carried = 0
      lead = 0
    }
    let trueLine = line + shift
    var offset = Int(column) - reported.column
    guard trueLine > block.start.line else {
      let column = block.start.column + offset
      return carrying(
        SourcePosition(line: trueLine, column: isCell ? withEscapedPipes(column) : column))
    }
    let start = lines.textColumn(ofLine: trueLine, quotes: quotes)
    if isAtLineStart {
      let first = SourcePosition(line: trueLine, column: start)
      lead = max(0, offset - (isCode ? backquotes(at: first) : brackets(at: first)))
      isAtLineStart = false
    }
    offset -= lead
    return carrying(SourcePosition(line: trueLine, column: start + offset))
  }

  /// The library has no place for a link's beginning: the first that is asked for is its words'.
  mutating func linkBegins() { openLinks += 1 }
  mutating func linkEnds() { openLinks = 0 }

  /// The brackets before the first word of a line that begins with a link, or one in another.
  private func brackets(at start: SourcePosition) -> Int {
    var place = start
    for _ in 0..<openLinks {
      if lines.byte(at: place) == UInt8(ascii: "!") { place.column += 1 }
      let isOpen = lines.byte(at: place).map { "[<".utf8.contains($0) }
      if isOpen == true { place.column += 1 }
    }
    return place.column - start.column
  }

  /// What comes next begins a line of its own.
  mutating func lineEnds() {
    isAtLineStart = true
    let next = cursor.line + 1
    guard next <= block.end.line else { return }
    cursor = SourcePosition(line: next, column: lines.textColumn(ofLine: next, quotes: quotes))
  }

  /// A column behind the end of its line belongs to a later one.
  private mutating func carrying(_ place: SourcePosition) -> SourcePosition {
    var place = SourcePosition(line: place.line, column: max(1, place.column))
    let first = place.line
    while place.line < block.end.line {
      let length = lines.fullLength(ofLine: place.line)
      guard place.column > length else { break }
      place.line += 1
      place.column += lines.textColumn(ofLine: place.line, quotes: quotes) - 1 - length
    }
    carried = max(carried, place.line - first)
    return place
  }

  /// A cell's `\|` is one character to the library.
  private func withEscapedPipes(_ column: Int) -> Int {
    var column = column
    var place = block.start
    while place.column < column, let byte = lines.byte(at: place) {
      place.column += 1
      let isEscape = byte == UInt8(ascii: "\\") && lines.byte(at: place) == UInt8(ascii: "|")
      if isEscape { column += 1 }
    }
    return column
  }

  /// Where a run of exactly `count` backquotes begins, looked for up to the end of the block.
  func closingRun(of count: Int, from start: SourcePosition) -> SourcePosition {
    var place = start
    while place.line <= block.end.line {
      guard lines.byte(at: place) != nil else {
        place = SourcePosition(line: place.line + 1, column: 1)
        continue
      }
      let length = backquotes(at: place)
      if length == count, count > 0 { return place }
      place.column += max(1, length)
    }
    return start
  }

  private func backquotes(at place: SourcePosition) -> Int {
    var end = place
    while lines.byte(at: end) == UInt8(ascii: "`") { end.column += 1 }
    return end.column - place.column
  }
}
