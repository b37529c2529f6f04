/// Labelled powers of ten with minor ticks between; more digits are labelled on short axes.
enum LogarithmicTicks {
  static func ticks(from low: Double, to high: Double, room: Int) -> [Scale.Tick] {
    let first = Decimal.exponent(of: low)
    let last = Decimal.exponent(of: high)
    let decades = Decimal.logarithm(high) - Decimal.logarithm(low)
    // Less than one decade: equal steps read better than a single power.
    if decades < 1 { return shortAxis(from: low, to: high, room: room) }
    let digits = decades < 2 && room >= 5 ? [1, 2, 5] : [1]
    let step = stride(of: last - first, room: room)
    // Nine ticks in the height of two labels would run together.
    let minor = decades * 2 > Double(room) ? [1, 2, 5] : Array(1...9)
    var ticks: [Scale.Tick] = []
    for exponent in first...last {
      for digit in 1...9 {
        let value = self.value(digit, exponent)
        guard value >= low * (1 - 1e-12), value <= high * (1 + 1e-12) else { continue }
        let isLabelled = digits.contains(digit) && (digit > 1 || exponent.isMultiple(of: step))
        if isLabelled {
          ticks.append(Scale.Tick(value: value, label: NumberText.power(digit, exponent)))
        } else if step == 1 ? minor.contains(digit) : digit == 1 {
          ticks.append(Scale.Tick(value: value, label: nil))
        }
      }
    }
    return ticks
  }

  private static func shortAxis(from low: Double, to high: Double, room: Int) -> [Scale.Tick] {
    let ticks = LinearTicks(from: low, to: high, atMost: room)
    let (labels, factor) = NumberText.labels(of: ticks)
    return zip(ticks.values, labels).map { value, label in
      Scale.Tick(value: value, label: label + (factor.map { " " + $0 } ?? ""))
    }
  }

  private static func stride(of decades: Int, room: Int) -> Int {
    [1, 2, 3, 5, 10, 20, 50, 100].first { decades / $0 <= max(2, room) } ?? 200
  }

  private static func value(_ digit: Int, _ exponent: Int) -> Double {
    exponent < 0
      ? Double(digit) / Decimal.power(-exponent) : Double(digit) * Decimal.power(exponent)
  }
}
