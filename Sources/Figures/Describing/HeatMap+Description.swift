extension HeatMap {
  public var alternativeText: String {
    let name = valueName.map { " of " + plain($0) } ?? title.map { ", “\(plain($0))”" }
    let size = "\(rowCount) × \(columnCount) (\(plain(rows)) × \(plain(columns)))"
    guard let summary = Summary(self) else { return "Heat map without values." }
    let range =
      "from \(NumberText.brief(summary.low.value)) to \(NumberText.brief(summary.high.value)), "
      + "mean \(NumberText.brief(summary.mean))"
    let texts = ["Heat map\(name ?? ""): \(size), \(range).", "Heat map: \(size), \(range)."]
    return texts.first { $0.count <= ChartWords.limit }
      ?? texts[1].prefix(ChartWords.limit - 1) + "…"
  }

  public var longDescription: String {
    guard let summary = Summary(self) else { return "A heat map without values." }
    var text = "A heat map of \(rowCount) rows (\(plain(rows))) and \(columnCount) columns "
    text += "(\(plain(columns)))"
    if let valueName { text += " that shows \(plain(valueName))" }
    text += ". The smallest value is \(NumberText.brief(summary.low.value)) at "
    text += place(summary.low.row, summary.low.column)
    text += ", the largest \(NumberText.brief(summary.high.value)) at "
    text += place(summary.high.row, summary.high.column)
    text += ", the mean \(NumberText.brief(summary.mean))."
    if let first = summary.firstMean, let last = summary.lastMean {
      text += " The mean of the first column is \(NumberText.brief(first)), "
      text += "of the last \(NumberText.brief(last))."
    }
    let blank = values.joined().count { !$0.isFinite }
    if blank > 0 { text += " \(blank) value\(blank == 1 ? " is" : "s are") not finite and grey." }
    return text
  }

  /// One row per column of the picture, which for a sequence is a time-step.
  public var dataTable: DataTable {
    let names = values.indices.map { row in
      row < rowLabels.count ? rowLabels[row] : "\(plain(rows)) \(row)"
    }
    return DataTable(
      columns: [plain(columns)] + names,
      rows: (0..<columnCount).map { column in
        let label = column < columnLabels.count ? columnLabels[column] : nil
        return [label.map(DataTable.Cell.text) ?? .number(Double(column))]
          + values.map { .number($0[column]) }
      })
  }

  private func plain(_ markup: String) -> String { RichText(markup).plain }

  private func place(_ row: Int, _ column: Int) -> String {
    let rowName = row < rowLabels.count ? "“\(rowLabels[row])”" : "\(plain(rows)) \(row)"
    let columnName =
      column < columnLabels.count
      ? "\(plain(columns)) \(column) “\(columnLabels[column])”" : "\(plain(columns)) \(column)"
    return "\(rowName), \(columnName)"
  }
}

/// A matrix in a few numbers.
private struct Summary {
  var low: (value: Double, row: Int, column: Int)
  var high: (value: Double, row: Int, column: Int)
  var mean: Double
  var firstMean: Double?
  var lastMean: Double?

  /// Nil when no value is finite.
  init?(_ map: HeatMap) {
    low = (.infinity, 0, 0)
    high = (-.infinity, 0, 0)
    for (row, values) in map.values.enumerated() {
      for (column, value) in values.enumerated() where value.isFinite {
        if value < low.value { low = (value, row, column) }
        if value > high.value { high = (value, row, column) }
      }
    }
    guard let mean = Self.mean(map.finiteValues) else { return nil }
    self.mean = mean
    guard map.columnCount > 1 else { return }
    firstMean = Self.mean(map.values.map { $0[0] }.filter(\.isFinite))
    lastMean = Self.mean(map.values.map { $0[map.columnCount - 1] }.filter(\.isFinite))
  }

  /// Each part is divided first, so that huge numbers do not overflow.
  private static func mean(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    return values.reduce(0) { $0 + $1 / Double(values.count) }
  }
}
