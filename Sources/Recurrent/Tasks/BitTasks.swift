/// Whether the ones so far are odd in number: 1 if so, at every time-step.
///
/// Train with `Loss.binaryCrossEntropy`; guessing has a loss of ln 2.
public struct Parity: SequenceTask, Hashable {
  public let length: Int
  public var inputSize: Int { 1 }
  public var answersEveryStep: Bool { true }

  public init(length: Int) {
    precondition(length >= 1, "a sequence has 1 time-step or more, not \(length)")
    self.length = length
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    let bits = (0..<length).map { _ in generator.integer(below: 2) }
    var odd = 0
    let answers = bits.map { bit -> Double in
      odd ^= bit
      return Double(odd)
    }
    return (bits.map { [Double($0)] }, answers)
  }
}

/// Whether the first two bits differ, asked after a stretch of noise.
///
/// Features: a number that is 0 or 1 at the first two time-steps and noise from 0 to 1 after them.
/// Train with `Loss.binaryCrossEntropy`; guessing has a loss of ln 2.
public struct DelayedXOR: SequenceTask, Hashable {
  public let length: Int
  public var inputSize: Int { 1 }
  public var answersEveryStep: Bool { false }

  public init(length: Int) {
    precondition(length >= 2, "two bits need 2 time-steps or more, not \(length)")
    self.length = length
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    let (first, second) = (generator.integer(below: 2), generator.integer(below: 2))
    let noise = (2..<length).map { _ in [generator.uniform()] }
    return ([[Double(first)], [Double(second)]] + noise, [Double(first ^ second)])
  }
}
