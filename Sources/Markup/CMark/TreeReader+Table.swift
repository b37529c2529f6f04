import CCMarkGFM
import Diagnostics

extension TreeReader {
  mutating func readTable(_ node: Node, _ span: Span) -> Block {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = UnsafeBufferPointer(
      start: cmark_gfm_extensions_get_table_alignments(node), count: count)
    let alignments = letters.map { letter -> Table.Alignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    let headerLine = headerLine(of: span)
    var rows: [[[Inline]]] = []
    for row in children(of: node) {
      let isMoved = rows.isEmpty && headerLine != span.start.line
      let places = isMoved ? cells(ofLine: headerLine) : []
      rows.append(
        children(of: row).enumerated().map { number, cell in
          readInlines(
            of: cell, isCell: true, at: number < places.count ? places[number] : nil)
        })
    }
    let table = Table(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    let start = headerLine == span.start.line
      ? span.start
      : SourcePosition(
        line: headerLine, column: lines.textColumn(ofLine: headerLine, quotes: quoteDepth))
    return Block(.table(table), span: Span(path: path, start: start, end: span.end))
  }

  /// The line before the dashes. Where words stand right above a table, the library gives it the
  /// place of those.
  private func headerLine(of table: Span) -> Int {
    let candidates = stride(from: table.start.line, to: table.end.line, by: 1)
    return candidates.first { isDelimiters($0 + 1) } ?? table.start.line
  }

  private func isDelimiters(_ line: Int) -> Bool {
    let bytes = lines.bytes[lines.range(ofLine: line)]
    return bytes.contains(UInt8(ascii: "-"))
      && bytes.allSatisfy { byte in
        byte <= 0x20 || "|:->".utf8.contains(byte)
      }
  }

  /// The cells of a row that the library has misplaced.
  private func cells(ofLine line: Int) -> [Span] {
    let bytes = lines.bytes[lines.range(ofLine: line)]
    let first = lines.textColumn(ofLine: line, quotes: quoteDepth)
    var columns: [Int] = [first]
    var before: UInt8 = 0
    for (offset, byte) in bytes.enumerated().dropFirst(first - 1) {
      let isPipe = byte == UInt8(ascii: "|") && before != UInt8(ascii: "\\")
      if isPipe { offset + 1 == first ? columns[0] += 1 : columns.append(offset + 2) }
      before = byte
    }
    return columns.map { column in
      var start = SourcePosition(line: line, column: column)
      while lines.byte(at: start) == 0x20 { start.column += 1 }
      return Span(path: path, start: start, end: start)
    }
  }
}
