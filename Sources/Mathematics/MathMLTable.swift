/// What KaTeX says about a table's columns, told to its cells, where a stylesheet can see it.
enum MathMLTable {
  /// Rows that stand closer than this are those of `\substack` and `smallmatrix`.
  private static let closeRows = 0.15

  static func clean(_ table: inout MathMLNode.Element) {
    let columns = Columns(of: table)
    if table["width"] == "100%" { table.addClass("tex-tagged") }
    if let close = table["rowspacing"].flatMap(length), close < closeRows {
      table.addClass("tex-small")
    }
    // Columns without a space between them are the two sides of an equation.
    if table["columnspacing"]?.split(separator: " ").first == "0em" {
      table.addClass("tex-aligned")
    }
    if columns.lines.contains(where: { $0 != "none" }) { table.addClass("tex-lined") }
    var rows = table.children.compactMap { child -> MathMLNode.Element? in
      guard case .element(let row) = child, !row.children.isEmpty else { return nil }
      return row
    }
    let lines = table["rowlines"]?.split(separator: " ").map(String.init) ?? []
    for index in rows.indices {
      let isLined = index + 1 < rows.count && line(lines, at: index)
      rows[index].children = cells(of: rows[index], columns, isLinedBelow: isLined)
    }
    table.children = rows.map { .element($0) }
  }

  private struct Columns {
    var alignments: [String]
    var lines: [String]

    init(of table: MathMLNode.Element) {
      alignments = table["columnalign"]?.split(separator: " ").map(String.init) ?? []
      lines = table["columnlines"]?.split(separator: " ").map(String.init) ?? []
    }
  }

  private static func cells(
    of row: MathMLNode.Element, _ columns: Columns, isLinedBelow: Bool
  ) -> [MathMLNode] {
    var cells = row.children.compactMap { child -> MathMLNode.Element? in
      guard case .element(let cell) = child else { return nil }
      // Equations are numbered by their ids, so there is no column for numbers and none to keep
      // the middle free of them. KaTeX's alignments do not count these columns.
      return ["mtr-glue", "mml-eqn-num"].contains(cell["class"]) ? nil : cell
    }
    for index in cells.indices {
      cells[index]["class"] = nil
      if cells[index]["width"] != nil { cells[index].addClass("tex-fill") }
      if index < columns.alignments.count, columns.alignments[index] != "center" {
        cells[index].addClass("tex-\(columns.alignments[index])")
      }
      if index + 1 < cells.count, line(columns.lines, at: index) {
        cells[index].addClass("tex-right-line")
      }
      if isLinedBelow { cells[index].addClass("tex-bottom") }
    }
    return cells.map { .element($0) }
  }

  /// Whether a line is drawn behind a column or row; the last word holds for all that follow.
  private static func line(_ lines: [String], at index: Int) -> Bool {
    guard let word = index < lines.count ? lines[index] : lines.last else { return false }
    return word != "none"
  }

  private static func length(_ text: String) -> Double? {
    Double(text.prefix { $0.isNumber || $0 == "." })
  }
}
