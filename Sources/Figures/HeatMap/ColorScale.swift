import Drawing

/// Which colour stands for which number.
struct ColorScale: Sendable {
  let map: ColorMap
  let low: Double
  let high: Double
  let ticks: [Scale.Tick]
  let factor: String?

  init(_ heatMap: HeatMap, theme: Theme, room: Int) {
    var extent = Extent()
    for value in heatMap.finiteValues { extent.meet(value) }
    var low = extent.isEmpty ? 0 : extent.low
    var high = extent.isEmpty ? 1 : extent.high
    if let range = heatMap.range, range.isUsable(on: .linear) {
      (low, high) = (range.low, range.high)
    }
    let isDiverging = low < 0 && high > 0
    if isDiverging {
      // Zero is the middle colour, so both ends are equally far from it.
      high = max(high, -low)
      low = -high
    }
    (low, high) = Scale.apart(low, high)
    map = isDiverging ? theme.diverging : theme.sequential
    let scale = Scale.making(.init(.linear, low: low, high: high, room: room, isRounded: false))
    (self.low, self.high, ticks, factor) = (low, high, scale.ticks, scale.factor)
  }

  /// 0 at the low end and 1 at the high end.
  func share(_ value: Double) -> Double { (value / 2 - low / 2) / (high / 2 - low / 2) }

  func level(_ value: Double) -> Int? { value.isFinite ? map.level(share(value)) : nil }
}
