import Drawing

/// Small multiples: charts side by side over the same axes, each with its title above it.
///
/// Axis titles are those of the first chart; a name stands for the same series in all of them.
public struct Facets: Figure, Hashable {
  public var charts: [Chart]
  /// How many stand side by side; nil for as many as have room, at most four.
  public var columns: Int?
  public var title: String?
  public var subtitle: String?
  public var width: Double?
  public var height: Double?

  public init(columns: Int? = nil, @FacetBuilder _ charts: () -> [Chart]) {
    (self.charts, self.columns) = (charts(), columns)
  }
  public init(_ charts: [Chart], columns: Int? = nil) {
    (self.charts, self.columns) = (charts, columns)
  }

  public func title(_ text: String) -> Facets { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> Facets { with(self) { $0.subtitle = text } }

  /// The marks of all charts as one chart with the first one's axes.
  var whole: Chart {
    with(Chart(marks: charts.flatMap(\.marks))) { whole in
      guard let first = charts.first else { return }
      (whole.xAxis, whole.yAxis) = (first.xAxis, first.yAxis)
    }
  }
}

/// Gathers charts, with `if`, `else` and `for`.
@resultBuilder
public enum FacetBuilder {
  public static func buildExpression(_ chart: Chart) -> [Chart] { [chart] }
  public static func buildBlock(_ parts: [Chart]...) -> [Chart] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [Chart]?) -> [Chart] { part ?? [] }
  public static func buildEither(first part: [Chart]) -> [Chart] { part }
  public static func buildEither(second part: [Chart]) -> [Chart] { part }
  public static func buildArray(_ parts: [[Chart]]) -> [Chart] { parts.flatMap { $0 } }
}
