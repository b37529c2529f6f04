import Recurrent

/// The adding problem to the criterion of Hochreiter & Schmidhuber 1997, experiment 4, with 100
/// time-steps: an LSTM of 16 units, one sequence an update, Adam.
///
/// Solved is: a mean error below 0.01, and 2000 sequences in a row with an error below 0.04.
struct AddingRun {
  let sequences: Int
  let seconds: Double
  /// Answers off by more than 0.04, of 2560 fresh sequences.
  let wrong: Int

  private static let most = 400_000

  init(seed: Int) throws {
    let network = try RecurrentNetwork(
      [LSTM(inputSize: 2, hiddenSize: 16, forgetBias: 5, seed: seed)], outputs: 1, seed: seed)
    let training = try FloatTraining(
      network,
      TrainingOptions(optimizer: .adam(learningRate: 2e-3), clipping: .norm(1)))
    var generator = SeededGenerator(seed: seed)
    var (count, inARow, mean) = (0, 0, 0.2)
    let time = try milliseconds {
      while count < Self.most, inARow < 2000 || mean >= 0.01 {
        let (inputs, answers) = Self.sequence(&generator)
        try training.learn(inputs, answers)
        count += 1
        let error = training.losses[training.losses.count - 1].squareRoot()
        mean = 0.9995 * mean + 0.0005 * error
        inARow = error < 0.04 ? inARow + 1 : 0
      }
    }
    (sequences, seconds) = (count, time / 1000)
    let solved = training.network
    wrong = try (0..<2560).filter { _ in
      let (inputs, answers) = Self.sequence(&generator)
      let outputs = try solved.outputs(for: inputs).outputs
      return abs(outputs[99, 0, 0] - answers[0, 0, 0]) > 0.04
    }.count
  }

  /// Numbers from −1 to 1; marks: 1 beside two of them, one among the first ten and the other in
  /// the first half, −1 at both ends, 0 elsewhere. The answer is 0.5 + (x₁ + x₂)/4, where a number
  /// under the mark of an end counts 0.
  private static func sequence(
    _ generator: inout SeededGenerator
  ) -> (SequenceBatch, SequenceBatch) {
    var inputs = SequenceBatch(steps: 100, batch: 1, features: 2)
    for step in 0..<100 { inputs[step, 0, 0] = generator.uniform(-1...1) }
    let first = generator.integer(below: 10)
    var second = first
    while second == first { second = generator.integer(below: 49) }
    inputs[0, 0, 1] = -1
    inputs[99, 0, 1] = -1
    var sum = 0.0
    for step in [first, second] {
      if step > 0 { sum += inputs[step, 0, 0] }
      inputs[step, 0, 1] = 1
    }
    var answers = SequenceBatch(steps: 1, batch: 1, features: 1)
    answers[0, 0, 0] = 0.5 + sum / 4
    return (inputs, answers)
  }
}
