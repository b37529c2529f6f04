/// A chaotic series whose next value is to be told at every time-step (Mackey & Glass 1977).
///
/// ẋ = 0.2·x(t−17)/(1 + x(t−17)¹⁰) − 0.1·x, by Euler steps of a tenth, one value for each unit of
/// time, after 200 units to forget the start, less its usual mean of 0.9.
public struct MackeyGlass: SequenceTask, Hashable {
  public let length: Int
  public var inputSize: Int { 1 }
  public var answersEveryStep: Bool { true }

  /// Euler steps in a unit of time, and units of time before the series begins.
  private static let substeps = 10
  private static let transient = 200
  private static let delay = 17

  public init(length: Int) {
    precondition(length >= 1, "a sequence has 1 time-step or more, not \(length)")
    self.length = length
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    let lag = Self.delay * Self.substeps
    var values = [Double](repeating: generator.uniform(0.5...1.3), count: lag + 1)
    for _ in 0..<(Self.transient + length) * Self.substeps {
      let (now, past) = (values[values.count - 1], values[values.count - 1 - lag])
      let slope = 0.2 * past / (1 + power(past, 10)) - 0.1 * now
      values.append(now + slope / Double(Self.substeps))
    }
    let start = lag + Self.transient * Self.substeps
    let series = (0...length).map { values[start + $0 * Self.substeps] - 0.9 }
    return (series.dropLast().map { [$0] }, Array(series.dropFirst()))
  }
}
