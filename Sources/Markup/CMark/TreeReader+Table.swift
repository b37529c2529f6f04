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
    if let last = rows.dropFirst().last?.first, startsWithColon(last), let place = last.first?.span
    {
      warn(
        "this is a row of the table above it", at: place.start,
        hint: "leave a blank line before it, and it is the table's caption")
    }
    reportLostCells(below: headerLine, rows: rows.count - 1, columns: count)
    let table = Table(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    let start =
      headerLine == span.start.line
      ? span.start
      : SourcePosition(
        line: headerLine, column: lines.textColumn(ofLine: headerLine, quotes: quoteDepth))
    return Block(.table(table), span: Span(path: path, start: start, end: span.end))
  }

  /// Cells behind the last column are not shown.
  private mutating func reportLostCells(below header: Int, rows: Int, columns: Int) {
    for line in stride(from: header + 2, through: header + 1 + rows, by: 1) {
      let row = words(ofLine: line)
      guard cells(row) > columns else { continue }
      var bars = row.first == UInt8(ascii: "|") ? -1 : 0
      let lost = row.indices.drop { index in
        if row[index] == UInt8(ascii: "|"), index == row.startIndex || row[index - 1] != 0x5C {
          bars += 1
        }
        return bars < columns
      }
      guard lost.contains(where: { row[$0] > 0x20 && row[$0] != UInt8(ascii: "|") }) else {
        continue
      }
      warn(
        "this row has \(counted(cells(row), "cell")), and its table \(columns): the rest is not shown",
        at: SourcePosition(line: line, column: lines.textColumn(ofLine: line, quotes: quoteDepth)),
        hint: "for a bar inside of a cell write '\\|'")
    }
  }

  /// The place of a paragraph that stands right above a table: the library gives it none.
  func spanAboveTable(_ paragraph: Node) -> Span? {
    guard cmark_node_get_start_line(paragraph) == 0, let table = cmark_node_next(paragraph),
      cmark_node_get_type(table) == types.table
    else { return nil }
    let place = span(of: table)
    let last = max(place.start.line, headerLine(of: place) - 1)
    return Span(
      path: path, start: place.start,
      end: SourcePosition(line: last, column: lines.trimmedCount(ofLine: last) + 1))
  }

  /// The line before the dashes. Where words stand right above a table, the library gives it the
  /// place of those.
  private func headerLine(of table: Span) -> Int {
    let candidates = stride(from: table.start.line, to: table.end.line, by: 1)
    return candidates.first { lines.isDelimiterRow(lines.bytes[lines.range(ofLine: $0 + 1)]) }
      ?? table.start.line
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
