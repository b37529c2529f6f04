import Diagnostics

/// A stretch of a page's program: UTF-8 offsets into all its items' texts, one after another.
/// One number says both which item and where in it, which keeps the checked code small.
struct Place: Hashable, Sendable {
  var start: Int
  var end: Int

  init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }

  init(_ start: Int) { self.init(start..<start) }
}

/// The texts of a page's items, and the way from a `Place` back to the Markdown file.
struct PageText {
  struct Piece {
    /// The place of the text's first byte; texts are one byte apart, so that the end of one is
    /// not the start of the next.
    let base: Int
    let item: PageItem
    /// Offsets in the text at which its lines start.
    let lineStarts: [Int]
  }

  let pieces: [Piece]

  init(_ items: [PageItem]) {
    var base = 0
    pieces = items.map { item in
      defer { base += item.text.utf8.count + 1 }
      return Piece(base: base, item: item, lineStarts: Self.lineStarts(of: item.text))
    }
  }

  private static func lineStarts(of text: String) -> [Int] {
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    return starts
  }

  /// The index of the item that a place lies in.
  func item(at place: Place) -> Int {
    max(0, (pieces.firstIndex { $0.base > place.start } ?? pieces.count) - 1)
  }

  func span(of place: Place) -> Span {
    let piece = pieces[item(at: place)]
    return Span(
      path: piece.item.path, start: position(of: place.start, in: piece),
      end: position(of: place.end, in: piece))
  }

  private func position(of place: Int, in piece: Piece) -> SourcePosition {
    let offset = place - piece.base
    let line = (piece.lineStarts.firstIndex { $0 > offset } ?? piece.lineStarts.count) - 1
    let start = piece.item.start
    return SourcePosition(
      line: start.line + line, column: start.column + offset - piece.lineStarts[line])
  }
}
