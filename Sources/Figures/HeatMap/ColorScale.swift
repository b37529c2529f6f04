import Drawing

/// Which colour stands for which number.
struct ColorScale: Sendable {
  let map: ColorMap
  let low: Double
  let high: Double
  let ticks: [Scale.Tick]
  let factor: String?

  /// - range: the ends; nil for the smallest and the largest value.
  /// - room: how many labels have room beside the colour bar.
  init(_ values: [Double], range: Axis.Range?, theme: Theme, room: Int) {
    var extent = Extent()
    for value in values { extent.meet(value) }
    var low = extent.isEmpty ? 0 : extent.low
    var high = extent.isEmpty ? 1 : extent.high
    if let range, range.isUsable(on: .linear) {
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
    let scale = Self.scale(low, high, room: room)
    (self.low, self.high, ticks, factor) = (low, high, scale.ticks, scale.factor)
  }

  /// A colour bar with one number on it tells nothing, so a short one has finer steps.
  private static let fewestTicks = 3

  private static func scale(_ low: Double, _ high: Double, room: Int) -> Scale {
    var scale = Scale.making(.init(.linear, low: low, high: high, room: room, isRounded: false))
    for finer in 1...3 where scale.ticks.count < fewestTicks {
      scale = .making(.init(.linear, low: low, high: high, room: room + finer, isRounded: false))
    }
    return scale
  }

  /// 0 at the low end and 1 at the high end.
  func share(_ value: Double) -> Double { (value / 2 - low / 2) / (high / 2 - low / 2) }

  func level(_ value: Double) -> Int? { value.isFinite ? map.level(share(value)) : nil }
}
