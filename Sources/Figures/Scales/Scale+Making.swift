extension Scale {
  /// What a scale is made for.
  package struct Request: Hashable, Sendable {
    package var scale: AxisScale
    /// The finite values to show.
    package var low: Double
    package var high: Double
    /// How many labels have room.
    package var room: Int
    /// Whether the ends may move out to the next ticks.
    package var isRounded: Bool

    package init(_ scale: AxisScale, low: Double, high: Double, room: Int, isRounded: Bool) {
      (self.scale, self.low, self.high) = (scale, low, high)
      (self.room, self.isRounded) = (room, isRounded)
    }
  }

  /// A scale that shows all that is asked for, also when all values are equal.
  package static func making(_ request: Request) -> Scale {
    switch request.scale {
    case .linear, .band: linear(request, wholeOnly: false)
    case .timeStep: linear(request, wholeOnly: true)
    case .log: logarithmic(request)
    case .symlog: symmetricLogarithmic(request)
    }
  }

  /// One place per name; the ends are half a place outside the first and the last.
  package static func naming(_ names: [String]) -> Scale {
    Scale(
      .identity, from: -0.5, to: Double(names.count) - 0.5,
      ticks: names.enumerated().map { Tick(value: Double($0.offset), label: $0.element) })
  }

  private static func linear(_ request: Request, wholeOnly: Bool) -> Scale {
    var (low, high) = apart(request.low, request.high, least: wholeOnly ? 1 : nil)
    var ticks = LinearTicks(
      from: low, to: high, atMost: request.room, wholeOnly: wholeOnly, outside: request.isRounded)
    if request.isRounded {
      (low, high) = roundedOut(low, high, ticks)
      ticks = LinearTicks(from: low, to: high, atMost: request.room, wholeOnly: wholeOnly)
    }
    let (labels, factor) = NumberText.labels(of: ticks)
    return Scale(
      .identity, from: low, to: high,
      ticks: zip(ticks.values, labels).map { Tick(value: $0, label: $1) }, factor: factor)
  }

  /// The ends moved out to the ticks beyond them, or by a little where the tick is so far that
  /// more than half an interval would stay empty.
  private static func roundedOut(
    _ low: Double, _ high: Double, _ ticks: LinearTicks
  ) -> (low: Double, high: Double) {
    let below = ticks.value(ticks.multiples.lowerBound)
    let above = ticks.value(ticks.multiples.upperBound)
    let step = ticks.value(1)
    let farthest = step * 0.6
    let margin = step * 0.15
    return (
      low: (low - below > farthest ? low - margin : min(low, below)).clamped,
      high: (above - high > farthest ? high + margin : max(high, above)).clamped
    )
  }

  /// Ends that can be told apart: equal ones, and those that agree in twelve digits, move out by a
  /// tenth, or by 1 around zero.
  static func apart(
    _ low: Double, _ high: Double, least: Double? = nil
  ) -> (low: Double, high: Double) {
    let size = max(abs(low), abs(high))
    let smallest = max(size * 1e-12, .leastNormalMagnitude * 1e20)
    guard high / 2 - low / 2 < smallest else { return (low, high) }
    let margin = least ?? (size < smallest * 10 ? 1 : size / 10)
    return ((low - margin).clamped, (high + margin).clamped)
  }

  private static func logarithmic(_ request: Request) -> Scale {
    var low = max(request.low, .leastNormalMagnitude * 1e10)
    var high = max(request.high, low)
    if high / low < 1.0001 { (low, high) = (low / 2, (high * 2).clamped) }
    if request.isRounded { (low, high) = (roundedDown(low), roundedUp(high)) }
    return Scale(
      .logarithm, from: low, to: high,
      ticks: LogarithmicTicks.ticks(from: low, to: high, room: request.room))
  }

  private static func symmetricLogarithmic(_ request: Request) -> Scale {
    let largest = max(abs(request.low), abs(request.high))
    // Numbers this close to zero have no powers of ten between them and it.
    guard largest > .leastNormalMagnitude * 1e20 else { return linear(request, wholeOnly: false) }
    let top = Decimal.exponent(of: largest)
    let threshold = Decimal.power(top - 2)
    var (low, high) = (request.low, request.high)
    if request.isRounded {
      low = low < 0 ? -roundedUp(-low) : min(low, 0)
      high = high > 0 ? roundedUp(high) : max(high, 0)
    }
    let sizes = (top - 2...top + 1).map(Decimal.power)
    let values = sizes.reversed().map { -$0 } + [0] + sizes
    let ticks = values.filter { low <= $0 && $0 <= high }.map { value in
      Tick(value: value, label: value == 0 ? "0" : NumberText.power(of: value))
    }
    return Scale(.symmetricLogarithm(threshold: threshold), from: low, to: high, ticks: ticks)
  }

  /// The next of 1, 2, 5 · 10^n at or below `value`: an end of a logarithmic axis.
  private static func roundedDown(_ value: Double) -> Double {
    let power = Decimal.power(Decimal.exponent(of: value))
    // A value that is a round number but for rounding stays where it is.
    return [5, 2].first { value >= $0 * power * (1 - 1e-9) }.map { $0 * power } ?? power
  }

  private static func roundedUp(_ value: Double) -> Double {
    let power = Decimal.power(Decimal.exponent(of: value))
    let round = [1, 2, 5].first { value <= $0 * power * (1 + 1e-9) } ?? 10
    return (round * power).clamped
  }
}

extension Double {
  /// The nearest finite number: what is added to the largest ones must not make them infinite.
  fileprivate var clamped: Double {
    Swift.min(.greatestFiniteMagnitude, Swift.max(-.greatestFiniteMagnitude, self))
  }
}
