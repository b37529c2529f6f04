/// A chart's marks as numbers, with the series they belong to: what all else is computed from.
struct ChartData: Sendable {
  /// One mark of a series; `values` has one list, or the lower and the upper bound.
  struct Layer: Sendable {
    enum Kind: String, Sendable { case line, point, bar, area, band }
    var kind: Kind
    var series: Int
    var x: [Double]
    var values: [[Double]]
    /// Where stacked bars stand; nil when they stand on the floor.
    var base: [Double]?

    var y: [Double] { values[values.count - 1] }
  }

  struct Series: Sendable {
    /// Nil when the author gave none.
    var label: String?
    /// Which of the theme's colours it has.
    var color: Int
    /// Which of the theme's dashes and markers, counted over series that have any.
    var order: Int
    var kinds: [Layer.Kind]
  }

  var layers: [Layer] = []
  var series: [Series] = []
  var rules: [RuleMark] = []
  var rectangles: [RectangleMark] = []
  var notes: [TextMark] = []
  /// The names along a band axis; empty for a numeric one.
  var names: [String] = []
  var problems: [FigureProblem] = []

  func style(of series: Int, in theme: Theme) -> Theme.SeriesStyle {
    theme.style(self.series[series].color, order: self.series[series].order)
  }

  /// - shared: the data of all panels of which these marks are one, whose names and series they
  ///   keep, so that a series looks the same in every panel.
  init(_ marks: [Mark], xScale: AxisScale?, shared: ChartData? = nil) {
    if let shared {
      names = shared.names
      series = shared.series.filter { $0.label != nil }
    } else {
      gatherNames(marks.compactMap(\.positions), isBand: xScale == .band)
    }
    for mark in marks { add(mark) }
    let distinct = Theme.light.distinctSeries
    if series.count > distinct {
      problems.append(.tooManySeries(count: series.count, distinct: distinct))
    }
  }

  /// Whether any value has a place on the axes.
  func hasData(isLogX: Bool, isLogY: Bool) -> Bool {
    func fits(_ value: Double, _ isLog: Bool) -> Bool { value.isFinite && (!isLog || value > 0) }
    return layers.contains { layer in
      layer.values.contains { values in
        zip(layer.x, values).contains { fits($0, isLogX) && fits($1, isLogY) }
      }
    }
  }

  private mutating func gatherNames(_ positions: [Positions], isBand: Bool) {
    let hasNames = positions.contains { if case .names = $0 { true } else { false } }
    guard hasNames || isBand else { return }
    var seen: Set<String> = []
    for name in positions.flatMap(\.asNames) where seen.insert(name).inserted {
      names.append(name)
    }
  }

  private mutating func add(_ mark: Mark) {
    switch mark {
    case .line(let mark): add(.line, "LineMark", mark.x, [mark.y], mark.label, mark.color)
    case .point(let mark): add(.point, "PointMark", mark.x, [mark.y], mark.label, mark.color)
    case .bar(let mark):
      add(.bar, "BarMark", mark.x, [mark.y], mark.label, mark.color)
      if mark.isStacked { stackLastLayer() }
    case .area(let mark): add(.area, "AreaMark", mark.x, [mark.y], mark.label, mark.color)
    case .band(let mark):
      add(.band, "BandMark", mark.x, [mark.lower, mark.upper], mark.label, mark.color)
    case .rule(let mark): rules.append(mark)
    case .rectangle(let mark): rectangles.append(mark)
    case .text(let mark): notes.append(mark)
    }
  }

  private mutating func add(
    _ kind: Layer.Kind, _ name: String, _ x: Positions, _ values: [[Double]], _ label: String?,
    _ color: SeriesColor?
  ) {
    let counts = values.map(\.count)
    for (index, count) in counts.enumerated() where count != x.count {
      let list = values.count == 1 ? "y" : ["lower", "upper"][index]
      problems.append(
        .unevenLists(
          mark: name, first: "x", firstCount: x.count, second: list, secondCount: count))
    }
    let count = min(x.count, counts.min() ?? 0)
    let numbers = names.isEmpty ? x.asNumbers : x.asNames.map { places[$0] ?? 0 }
    var layer = Layer(
      kind: kind, series: 0, x: Array(numbers.prefix(count)),
      values: values.map { Array($0.prefix(count)) })
    layer.series = seriesIndex(for: layer, label: label, color: color)
    layers.append(layer)
  }

  /// Puts the last bars on the ends of the stacked ones before them: what is above zero on what is
  /// above it, the rest below. A value that cannot be shown adds nothing.
  private mutating func stackLastLayer() {
    var ends: [Double: (up: Double, down: Double)] = [:]
    for layer in layers.dropLast() where layer.base != nil {
      for (x, y) in zip(layer.x, layer.y) where y.isFinite {
        let end = ends[x, default: (0, 0)]
        ends[x] = y < 0 ? (end.up, end.down + y) : (end.up + y, end.down)
      }
    }
    let last = layers.count - 1
    layers[last].base = zip(layers[last].x, layers[last].y).map { x, y in
      y < 0 ? ends[x]?.down ?? 0 : ends[x]?.up ?? 0
    }
  }

  private var places: [String: Double] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, Double($0.offset)) })
  }

  /// The series with this label; without one, the series that shows the same numbers.
  private mutating func seriesIndex(
    for layer: Layer, label: String?, color: SeriesColor?
  ) -> Int {
    let existing = series.indices.first { index in
      if let label { return series[index].label == label }
      return series[index].label == nil
        && layers.contains { $0.series == index && $0.hasNumbers(of: layer) }
    }
    if let existing {
      if !series[existing].kinds.contains(layer.kind) { series[existing].kinds.append(layer.kind) }
      return existing
    }
    let order = series.count { $0.kinds.contains { $0 != .band && $0 != .bar } }
    series.append(
      Series(
        label: label, color: color.map(\.rawValue) ?? series.count, order: order,
        kinds: [layer.kind]))
    return series.count - 1
  }
}

extension Positions {
  var asNumbers: [Double] {
    switch self {
    case .numbers(let numbers): numbers
    case .names(let names): names.indices.map(Double.init)
    }
  }

  var asNames: [String] {
    switch self {
    case .numbers(let numbers): numbers.map(NumberText.exact)
    case .names(let names): names
    }
  }
}

extension Mark {
  fileprivate var positions: Positions? {
    switch self {
    case .line(let mark): mark.x
    case .point(let mark): mark.x
    case .bar(let mark): mark.x
    case .area(let mark): mark.x
    case .band(let mark): mark.x
    case .rule, .rectangle, .text: nil
    }
  }
}
