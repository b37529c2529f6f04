import Drawing

/// A matrix as coloured cells: gates or states over a sequence, weights.
///
/// Missing values are grey, which no map has, and are counted below the figure. A range with both signs is shown in
/// a diverging map around zero, any other in a sequential one.
public struct HeatMap: Figure, Hashable {
  /// One inner array per row of the picture, from top to bottom.
  public let values: [[Double]]
  public var rows: String
  public var columns: String
  public var rowLabels: [String]
  public var columnLabels: [String]
  public var title: String?
  public var subtitle: String?
  /// What the numbers are, above the colour bar.
  public var valueName: String?
  /// The ends of the colour bar; nil for the smallest and the largest value.
  public var range: Axis.Range?
  public var width: Double?
  public var height: Double?
  /// The shortest and the longest list that it was made from.
  let lengths: ClosedRange<Int>

  /// A sequence: one inner array per column, as traces are (time-steps × units), so that time runs
  /// from left to right.
  public init(
    _ values: [[Double]], rows: String = "unit", columns: String = "time-step",
    rowLabels: [String] = [], columnLabels: [String] = []
  ) {
    let longest = values.map(\.count).max() ?? 0
    let rowValues = (0..<longest).map { row in
      values.map { row < $0.count ? $0[row] : .nan }
    }
    self.init(
      rowValues, lengths: (values.map(\.count).min() ?? 0)...longest, rows: rows,
      columns: columns)
    (self.rowLabels, self.columnLabels) = (rowLabels, columnLabels)
  }

  /// A matrix: one inner array per row.
  public init(
    matrix: [[Double]], rows: String = "row", columns: String = "column",
    rowLabels: [String] = [], columnLabels: [String] = []
  ) {
    let longest = matrix.map(\.count).max() ?? 0
    let rowValues = matrix.map { $0 + [Double](repeating: .nan, count: longest - $0.count) }
    self.init(
      rowValues, lengths: (matrix.map(\.count).min() ?? 0)...longest, rows: rows,
      columns: columns)
    (self.rowLabels, self.columnLabels) = (rowLabels, columnLabels)
  }

  private init(
    _ values: [[Double]], lengths: ClosedRange<Int>, rows: String, columns: String
  ) {
    (self.values, self.lengths, self.rows, self.columns) = (values, lengths, rows, columns)
    (rowLabels, columnLabels) = ([], [])
  }

  public func title(_ text: String) -> HeatMap { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> HeatMap { with(self) { $0.subtitle = text } }

  /// What the numbers are.
  public func values(_ name: String) -> HeatMap { with(self) { $0.valueName = name } }

  /// What the numbers are and the ends of the colour bar; gates go from 0 to 1.
  public func values(_ name: String, from low: Double, to high: Double) -> HeatMap {
    with(self) { ($0.valueName, $0.range) = (name, Axis.Range(low: low, high: high)) }
  }

  var rowCount: Int { values.count }
  var columnCount: Int { values.first?.count ?? 0 }
  var finiteValues: [Double] { values.joined().filter(\.isFinite) }

  var problems: [FigureProblem] {
    var problems: [FigureProblem] = []
    if lengths.lowerBound != lengths.upperBound {
      problems.append(.raggedRows(shortest: lengths.lowerBound, longest: lengths.upperBound))
    }
    if finiteValues.isEmpty { problems.append(.noData) }
    if !rowLabels.isEmpty, rowLabels.count != rowCount {
      problems.append(.labelCount(of: "rows", labels: rowLabels.count, expected: rowCount))
    }
    if !columnLabels.isEmpty, columnLabels.count != columnCount {
      problems.append(
        .labelCount(of: "columns", labels: columnLabels.count, expected: columnCount))
    }
    if let range, !range.isUsable(on: .linear) {
      problems.append(.emptyRange(low: range.low, high: range.high))
    }
    return problems
  }
}
