import Recurrent
import Testing

/// Whatever a network is made of, single precision goes the way of `NetworkTraining`.
@Suite("networks in single precision")
struct FloatNetworkTests {
  private func lstm(_ inputs: Int, _ units: Int, _ seed: Int) -> LSTM {
    LSTM(inputSize: inputs, hiddenSize: units, seed: seed)
  }

  private func gru(_ inputs: Int, _ units: Int, _ seed: Int) -> GRU {
    GRU(inputSize: inputs, hiddenSize: units, seed: seed)
  }

  private func numbers(_ seed: Int, steps: Int, features: Int, tokens: Int? = nil) -> SequenceBatch
  {
    var generator = SeededGenerator(seed: seed)
    var result = SequenceBatch(steps: steps, batch: 4, features: features)
    for index in result.values.indices {
      result.values[index] =
        tokens.map { Double(generator.integer(below: $0)) } ?? generator.gaussian()
    }
    return result
  }

  /// Six updates by both; batches of 11 time-steps with answers to all of them, or to the last.
  private func compare(
    _ network: RecurrentNetwork, _ options: TrainingOptions, answers: Int = 11, reset: Bool = false,
    location: SourceLocation = #_sourceLocation
  ) throws {
    var options = options
    options.optimizer = .sgd(learningRate: 0.1, momentum: 0.5)
    var double = NetworkTraining(network, options)
    let single = try FloatTraining(
      network, options, workers: Workers(threads: 2, leastWork: 0, leastStep: 0),
      width: KernelWidth.available.last!)
    let features = network.inputSize
    for update in 0..<6 {
      let inputs = numbers(update, steps: 11, features: features, tokens: network.embedding?.tokens)
      let wanted = numbers(100 + update, steps: answers, features: network.outputSize)
      try double.learn(inputs, wanted)
      try single.learn(inputs, wanted)
      if reset, update == 3 {
        double.resetState()
        single.resetState()
      }
    }
    #expect(single.losses.count == double.losses.count, sourceLocation: location)
    #expect(distance(single.losses, double.losses) < 1e-5, sourceLocation: location)
    #expect(
      distance(single.network.parameters, double.network.parameters) < 1e-5,
      sourceLocation: location)
    #expect(
      distance(double.network.parameters, network.parameters) > 1e-3, sourceLocation: location)
  }

  @Test("a sequence in pieces, the last one shorter")
  func truncation() throws {
    let network = try RecurrentNetwork([gru(3, 9, 1), lstm(9, 7, 2)], outputs: 2)
    try compare(network, TrainingOptions(truncation: 4))
    try compare(network, TrainingOptions(truncation: 1))
  }

  @Test("a state that goes on from batch to batch until it is forgotten")
  func stateful() throws {
    let network = try RecurrentNetwork([gru(3, 9, 1), lstm(9, 7, 2)], outputs: 2)
    try compare(network, TrainingOptions(stateful: true), reset: true)
    try compare(network, TrainingOptions(stateful: true), answers: 1)
    try compare(network, TrainingOptions(truncation: 4, stateful: true), reset: true)
  }

  @Test("a state that goes on belongs to as many sequences")
  func changedBatch() throws {
    let training = try FloatTraining(
      try RecurrentNetwork([gru(3, 9, 1)], outputs: 2), TrainingOptions(stateful: true))
    let answers = numbers(1, steps: 5, features: 2)
    try training.learn(numbers(0, steps: 5, features: 3), answers)
    let parameters = training.network.parameters
    #expect(throws: RecurrentError.changedBatch(found: 3, expected: 4)) {
      try training.learn(SequenceBatch(steps: 5, batch: 3, features: 3), answers)
    }
    #expect(training.network.parameters == parameters)
  }

  @Test("the same numbers are left out for the same seed", arguments: [true, false])
  func dropout(sequences: Bool) throws {
    let network = try RecurrentNetwork(
      parts: [
        .dropout(0.3), .recurrent(lstm(3, 9, 1)), .dropout(0.5),
        .recurrent(gru(9, 7, 2), returnSequences: sequences), .dropout(0.2),
      ], outputs: 2)
    try compare(network, TrainingOptions(seed: 5), answers: sequences ? 11 : 1)
    if sequences { try compare(network, TrainingOptions(seed: 6), answers: 1) }
  }

  @Test("an embedding learns its vectors, and tokens without one are named")
  func embedding() throws {
    let network = try RecurrentNetwork(
      parts: [.embedding(Embedding(tokens: 6, size: 5, seed: 3)), .recurrent(lstm(5, 9, 1))],
      outputs: 2)
    try compare(network, TrainingOptions())
    let training = try FloatTraining(network)
    var inputs = numbers(0, steps: 5, features: 1, tokens: 6)
    inputs[2, 1, 0] = 6
    #expect(throws: RecurrentError.wrongToken(found: 6, step: 2, sequence: 1, tokens: 6)) {
      try training.learn(inputs, numbers(1, steps: 5, features: 2))
    }
  }

  @Test("layers that read both ways, seen at every time-step or at both ends")
  func bothWays() throws {
    for sequences in [true, false] {
      let network = try RecurrentNetwork(
        parts: [
          .bidirectional(lstm(3, 9, 1), lstm(3, 6, 2)),
          .bidirectional(gru(15, 5, 3), gru(15, 8, 4), returnSequences: sequences),
        ], outputs: 2)
      try compare(network, TrainingOptions(), answers: sequences ? 11 : 1)
      if sequences { try compare(network, TrainingOptions(), answers: 1) }
    }
  }

  @Test("all of it together")
  func together() throws {
    let network = try RecurrentNetwork(
      parts: [
        .embedding(Embedding(tokens: 6, size: 5, seed: 3)), .dropout(0.2),
        .bidirectional(lstm(5, 9, 1), gru(5, 6, 2)), .dropout(0.3),
        .recurrent(SimpleRNN(inputSize: 15, hiddenSize: 8, seed: 4)), .dropout(0.1),
      ], outputs: 2)
    try compare(network, TrainingOptions(clipping: .norm(0.5), seed: 9))
  }
}
