/// Which scales a chart's data asks for, for any number of labels.
struct ScaleRequests: Sendable {
  private let chart: Chart
  private let data: ChartData

  init(_ chart: Chart, _ data: ChartData) { (self.chart, self.data) = (chart, data) }

  var isNamed: Bool { !data.names.isEmpty }
  var isLogX: Bool { chart.xAxis.scale == .log && !isNamed }
  var isLogY: Bool { chart.yAxis.scale == .log }

  func x(room: Int) -> Scale {
    if isNamed { return .naming(data.names) }
    let scale = chart.xAxis.scale ?? (data.countsSteps ? .timeStep : .linear)
    let extent = data.xExtent(isLog: isLogX)
    return making(chart.xAxis, scale, extent, room: room, isRounded: false)
  }

  func y(room: Int) -> Scale {
    let extent = data.yExtent(isLog: isLogY)
    return making(chart.yAxis, chart.yAxis.scale ?? .linear, extent, room: room, isRounded: true)
  }

  private func making(
    _ axis: Axis, _ scale: AxisScale, _ extent: Extent, room: Int, isRounded: Bool
  ) -> Scale {
    if let range = axis.range, range.isUsable(on: scale) {
      return .making(
        .init(scale, low: range.low, high: range.high, room: room, isRounded: false))
    }
    // Nothing that this axis can show: an empty one from 0 to 1, or from 0.1 to 1.
    let low = extent.isEmpty ? (scale == .log ? 0.1 : 0) : extent.low
    let high = extent.isEmpty ? 1 : extent.high
    return .making(.init(scale, low: low, high: high, room: room, isRounded: isRounded))
  }
}

extension Axis.Range {
  func isUsable(on scale: AxisScale) -> Bool {
    low < high && low.isFinite && high.isFinite && (scale != .log || low > 0)
  }
}

extension ChartData {
  /// True when all positions are whole numbers, where a tick at a half would mean nothing.
  var countsSteps: Bool {
    layers.allSatisfy { $0.x.allSatisfy { $0 == $0.rounded() && abs($0) < 1e9 } }
  }
}
