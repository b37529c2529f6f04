extension Chart {
  public var alternativeText: String { ChartWords(self).alternativeText }
  public var longDescription: String { ChartWords(self).longDescription }

  /// One row per position when all marks share theirs, else one row per value.
  public var dataTable: DataTable {
    let data = ChartData(marks, xScale: xAxis.scale)
    let layers = data.distinctLayers
    let sharesX = layers.dropFirst().allSatisfy { $0.x == layers.first?.x }
    return sharesX ? wideTable(layers, data, xName(data)) : longTable(layers, data, xName(data))
  }

  /// One row per value, with the columns that `axes` names.
  func longDataTable(axes: Chart) -> DataTable {
    let named = with(self) { ($0.xAxis, $0.yAxis) = (axes.xAxis, axes.yAxis) }
    let data = ChartData(marks, xScale: axes.xAxis.scale)
    return named.longTable(data.distinctLayers, data, named.xName(data))
  }

  private func xName(_ data: ChartData) -> String {
    xAxis.title.map { RichText($0).plain } ?? (data.names.isEmpty ? "x" : "name")
  }

  private func wideTable(
    _ layers: [ChartData.Layer], _ data: ChartData, _ xName: String
  ) -> DataTable {
    let columns = layers.flatMap { columnNames($0, data) }
    let x = layers.first?.x ?? []
    return DataTable(
      columns: [xName] + columns,
      rows: x.indices.map { row in
        [data.cell(x[row])] + layers.flatMap { layer in layer.values.map { .number($0[row]) } }
      })
  }

  private func longTable(
    _ layers: [ChartData.Layer], _ data: ChartData, _ xName: String
  ) -> DataTable {
    let yName = yAxis.title.map { RichText($0).plain } ?? "y"
    let rows = layers.flatMap { layer in
      zip(columnNames(layer, data), layer.values).flatMap { name, values in
        zip(layer.x, values).map { x, y in
          [DataTable.Cell.text(name), data.cell(x), .number(y)]
        }
      }
    }
    return DataTable(columns: ["series", xName, yName], rows: rows)
  }

  private func columnNames(_ layer: ChartData.Layer, _ data: ChartData) -> [String] {
    let label = data.series[layer.series].label ?? yAxis.title ?? "y"
    let name = RichText(label).plain
    return layer.kind == .band ? ["\(name), lower", "\(name), upper"] : [name]
  }
}

extension ChartData {
  fileprivate func cell(_ x: Double) -> DataTable.Cell {
    guard let index = Int(exactly: x), names.indices.contains(index) else { return .number(x) }
    return .text(names[index])
  }
}
