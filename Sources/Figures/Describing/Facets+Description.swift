extension Facets {
  public var alternativeText: String {
    let titles = charts.compactMap(\.title).map { RichText($0).plain }
    let names = titles.isEmpty ? "" : " (\(titles.joined(separator: ", ")))"
    let number = charts.count == 1 ? "1 panel" : "\(charts.count) panels"
    let summary = ChartWords(whole).summary
    let texts = ["\(number)\(names): \(summary)", "\(number): \(summary)", "\(number)\(names)."]
    return texts.first { $0.count <= ChartWords.limit } ?? "\(number)."
  }

  public var longDescription: String {
    guard !charts.isEmpty else { return "A figure without panels." }
    return charts.map(\.longDescription).joined(separator: " ")
  }

  /// One row per value, the panel's title first.
  public var dataTable: DataTable {
    let tables = charts.map { chart in
      chart.longDataTable(axes: whole)
    }
    return DataTable(
      columns: ["panel"] + (tables.first?.columns ?? []),
      rows: zip(charts, tables).enumerated().flatMap { index, panel in
        let name = panel.0.title.map { RichText($0).plain } ?? "\(index + 1)"
        return panel.1.rows.map { [.text(name)] + $0 }
      })
  }
}
