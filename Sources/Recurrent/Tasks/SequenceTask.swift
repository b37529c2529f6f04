/// Sequences and what is to be learned from them, made from a generator.
public protocol SequenceTask: Sendable {
  /// Features at each time-step.
  var inputSize: Int { get }
  /// Time-steps of each sequence.
  var length: Int { get }
  /// Whether there is an answer at every time-step, or one at the last.
  var answersEveryStep: Bool { get }
  /// One sequence, time-steps × features, and its answers: one, or one for each time-step.
  func draw(_ generator: inout SeededGenerator) -> (sequence: [[Double]], answers: [Double])
}

extension SequenceTask {
  /// The sequence that belongs to a seed.
  public func example(seed: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return draw(&generator).sequence
  }

  /// The answers that belong to a seed.
  public func answers(seed: Int) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return draw(&generator).answers
  }

  /// Several sequences as a batch, with their answers: (steps or 1) × batch.
  func batch(
    of size: Int, _ generator: inout SeededGenerator
  ) -> (inputs: SequenceBatch, answers: SequenceBatch) {
    var inputs = SequenceBatch(steps: length, batch: size, features: inputSize)
    var answers = SequenceBatch(steps: answersEveryStep ? length : 1, batch: size, features: 1)
    for index in 0..<size {
      let drawn = draw(&generator)
      for (step, row) in drawn.sequence.enumerated() {
        for (feature, value) in row.enumerated() { inputs[step, index, feature] = value }
      }
      for (step, answer) in drawn.answers.enumerated() { answers[step, index, 0] = answer }
    }
    return (inputs, answers)
  }
}

/// Two of many numbers are marked; the answer is their sum (Hochreiter & Schmidhuber 1997, in the
/// form of Le, Jaitly & Hinton 2015).
///
/// Features: a number from 0 to 1, and a mark. One mark stands in each half. Always answering 1
/// has a mean squared error of 1/6.
public struct AddingProblem: SequenceTask, Hashable {
  public let length: Int
  public var inputSize: Int { 2 }
  public var answersEveryStep: Bool { false }

  public init(length: Int) {
    precondition(length >= 2, "two numbers to add need 2 time-steps or more, not \(length)")
    self.length = length
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    var sequence = (0..<length).map { _ in [generator.uniform(), 0] }
    let half = length / 2
    let first = generator.integer(below: half)
    let second = half + generator.integer(below: length - half)
    sequence[first][1] = 1
    sequence[second][1] = 1
    return (sequence, [sequence[first][0] + sequence[second][0]])
  }
}

/// The first number has to be said again after a stretch of noise.
///
/// Features: a number that is −1 or 1 at the first step and small noise after it.
public struct RecallFirst: SequenceTask, Hashable {
  public let length: Int
  public var inputSize: Int { 1 }
  public var answersEveryStep: Bool { false }

  public init(length: Int) {
    precondition(length >= 1, "a sequence has 1 time-step or more, not \(length)")
    self.length = length
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    let first: Double = generator.integer(below: 2) == 0 ? -1 : 1
    let rest = (1..<length).map { _ in [generator.uniform(-0.2...0.2)] }
    return ([[first]] + rest, [first])
  }
}

/// A sine of unknown phase and period, whose next value is to be told at every time-step.
public struct SineForecast: SequenceTask, Hashable {
  public let length: Int
  /// The standard deviation of what is added to what the model sees.
  public let noise: Double
  public var inputSize: Int { 1 }
  public var answersEveryStep: Bool { true }

  public init(length: Int, noise: Double = 0) {
    precondition(length >= 1, "a sequence has 1 time-step or more, not \(length)")
    self.length = length
    self.noise = noise
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    let period = generator.uniform(12...24)
    let phase = generator.uniform(0...2 * pi)
    let wave = (0...length).map { sin(2 * pi * Double($0) / period + phase) }
    let seen = wave.dropLast().map { [$0 + noise * generator.gaussian()] }
    return (seen, Array(wave.dropFirst()))
  }
}
