import Figures
import Scripting

extension Library {
  /// Charts, heat-maps, diagrams, and `show`, which turns one into a figure of the page.
  mutating func addFigures() {
    module("Figures")
    self.protocol("Figure", (any Figure).self)
    self.protocol("ChartContent", (any ChartContent).self)
    resultBuilder("ChartBuilder", of: "ChartContent")
    enumeration(AxisScale.self)
    enumeration(SeriesColor.self)
    enumeration(CellKind.self)
    enumeration(ResetGate.self)
    addSeriesMarks()
    addAnnotationMarks()
    addChart()
    addHeatMap()
    addDiagrams()
    addRunFigures()
    contextual("func show(_ figure: any Figure)") { (context: BlockContext, figure: any Figure) in
      try context.show(figure)
    }
  }

  private mutating func addSeriesMarks() {
    addSeries(LineMark.self, LineMark.init(_:label:)) { LineMark(x: $0, y: $1, label: $2) }
    type(LineMark.self) { type in
      type.method("func color(_ color: SeriesColor) -> LineMark") { $0.color($1) }
    }
    addSeries(PointMark.self, PointMark.init(_:label:)) { PointMark(x: $0, y: $1, label: $2) }
    type(PointMark.self) { type in
      type.initializer("init(x: Double, y: Double, label: String? = nil)") {
        (x: Double, y: Double, label: String?) in PointMark(x: x, y: y, label: label)
      }
      type.method("func color(_ color: SeriesColor) -> PointMark") { $0.color($1) }
    }
    addSeries(BarMark.self, BarMark.init(_:label:)) { BarMark(x: $0, y: $1, label: $2) }
    type(BarMark.self) { type in
      type.initializer("init(x: String, y: Double, label: String? = nil)") {
        (x: String, y: Double, label: String?) in BarMark(x: x, y: y, label: label)
      }
      type.method("func color(_ color: SeriesColor) -> BarMark") { $0.color($1) }
      type.method("func stacked() -> BarMark") { $0.stacked() }
    }
    addSeries(AreaMark.self, AreaMark.init(_:label:)) { AreaMark(x: $0, y: $1, label: $2) }
    type(AreaMark.self) { type in
      type.method("func color(_ color: SeriesColor) -> AreaMark") { $0.color($1) }
    }
  }

  /// The three ways of giving a series that all these marks share.
  private mutating func addSeries<M: ChartContent>(
    _: M.Type, _ overIndices: @escaping @Sendable ([Double], String?) -> M,
    _ over: @escaping @Sendable (Positions, [Double], String?) -> M
  ) {
    type(M.self) { type in
      type.conforms(to: "ChartContent")
      type.initializer("init(_ y: [Double], label: String? = nil)", overIndices)
      type.initializer("init(x: [Double], y: [Double], label: String? = nil)") {
        (x: [Double], y: [Double], label: String?) in over(.numbers(x), y, label)
      }
      guard M.self != AreaMark.self else { return }
      type.initializer("init(x: [String], y: [Double], label: String? = nil)") {
        (x: [String], y: [Double], label: String?) in over(.names(x), y, label)
      }
    }
  }

  private mutating func addAnnotationMarks() {
    type(BandMark.self) { type in
      type.conforms(to: "ChartContent")
      type.initializer("init(lower: [Double], upper: [Double], label: String? = nil)") {
        (lower: [Double], upper: [Double], label: String?) in
        BandMark(lower: lower, upper: upper, label: label)
      }
      type.initializer(
        "init(x: [Double], lower: [Double], upper: [Double], label: String? = nil)"
      ) { (x: [Double], lower: [Double], upper: [Double], label: String?) in
        BandMark(x: x, lower: lower, upper: upper, label: label)
      }
      type.method("func color(_ color: SeriesColor) -> BandMark") { $0.color($1) }
    }
    type(RuleMark.self) { type in
      type.conforms(to: "ChartContent")
      type.initializer("init(y: Double, label: String? = nil)") {
        (y: Double, label: String?) in RuleMark(y: y, label: label)
      }
      type.initializer("init(x: Double, label: String? = nil)") {
        (x: Double, label: String?) in RuleMark(x: x, label: label)
      }
    }
    type(RectangleMark.self) { type in
      type.conforms(to: "ChartContent")
      type.initializer(
        """
        init(xStart: Double? = nil, xEnd: Double? = nil, yStart: Double? = nil, \
        yEnd: Double? = nil, label: String? = nil)
        """
      ) { (xStart: Double?, xEnd: Double?, yStart: Double?, yEnd: Double?, label: String?) in
        RectangleMark(xStart: xStart, xEnd: xEnd, yStart: yStart, yEnd: yEnd, label: label)
      }
    }
    type(TextMark.self) { type in
      type.conforms(to: "ChartContent")
      type.initializer("init(x: Double, y: Double, _ text: String)") {
        (x: Double, y: Double, text: String) in TextMark(x: x, y: y, text)
      }
    }
  }

  private mutating func addChart() {
    type(Chart.self) { type in
      type.conforms(to: "Figure")
      type.initializer("init(@ChartBuilder _ content: () -> [any ChartContent])") {
        (content: Fn<[any ChartContent]>) in
        let marks = try content().flatMap(\.marks)
        try FigureLimits.check(marks.count, "marks", of: "a chart", atMost: FigureLimits.marks)
        return Chart(marks: marks)
      }
      type.method("func title(_ text: String) -> Chart") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> Chart") { $0.subtitle($1) }
      type.method("func xAxis(_ title: String, scale: AxisScale? = nil) -> Chart") {
        (chart: Chart, title: String, scale: AxisScale?) in chart.xAxis(title, scale: scale)
      }
      type.method("func yAxis(_ title: String, scale: AxisScale? = nil) -> Chart") {
        (chart: Chart, title: String, scale: AxisScale?) in chart.yAxis(title, scale: scale)
      }
      type.method("func xRange(from low: Double, to high: Double) -> Chart") {
        (chart: Chart, low: Double, high: Double) in chart.xRange(from: low, to: high)
      }
      type.method("func yRange(from low: Double, to high: Double) -> Chart") {
        (chart: Chart, low: Double, high: Double) in chart.yRange(from: low, to: high)
      }
    }
    addSize(Chart.self)
  }

  private mutating func addHeatMap() {
    type(HeatMap.self) { type in
      type.conforms(to: "Figure")
      for (label, isByColumn) in [("_ values", true), ("matrix", false)] {
        let rows = isByColumn ? "unit" : "row"
        let columns = isByColumn ? "time-step" : "column"
        type.initializer(
          """
          init(\(label): [[Double]], rows: String = "\(rows)", columns: String = "\(columns)", \
          rowLabels: [String] = [], columnLabels: [String] = [])
          """
        ) {
          (
            values: [[Double]], rows: String, columns: String, rowLabels: [String],
            columnLabels: [String]
          ) in
          let cells = values.reduce(0) { $0 + $1.count }
          try FigureLimits.check(cells, "cells", of: "a heat-map", atMost: FigureLimits.cells)
          return isByColumn
            ? HeatMap(
              values, rows: rows, columns: columns, rowLabels: rowLabels,
              columnLabels: columnLabels)
            : HeatMap(
              matrix: values, rows: rows, columns: columns, rowLabels: rowLabels,
              columnLabels: columnLabels)
        }
      }
      type.method("func title(_ text: String) -> HeatMap") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> HeatMap") { $0.subtitle($1) }
      type.method("func values(_ name: String) -> HeatMap") { $0.values($1) }
      type.method("func values(_ name: String, from low: Double, to high: Double) -> HeatMap") {
        (map: HeatMap, name: String, low: Double, high: Double) in
        map.values(name, from: low, to: high)
      }
    }
    addSize(HeatMap.self)
  }

  mutating func addSize<F: Figure>(_: F.Type) {
    type(F.self) { type in
      type.method("func size(width: Double? = nil, height: Double? = nil) -> \(F.self)") {
        (figure: F, width: Double?, height: Double?) in
        for length in [width, height].compactMap(\.self) { try FigureLimits.check(length) }
        return figure.size(width: width, height: height)
      }
    }
  }
}
