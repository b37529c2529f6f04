import Recurrent
import Testing

@Suite("networks of parts")
struct NetworkTests {
  private func random(
    steps: Int, batch: Int, features: Int, seed: Int
  ) -> SequenceBatch {
    var generator = SeededGenerator(seed: seed)
    var result = SequenceBatch(steps: steps, batch: batch, features: features)
    for index in result.values.indices { result.values[index] = generator.gaussian() }
    return result
  }

  private func tokens(_ values: [[Double]]) throws -> SequenceBatch {
    try SequenceBatch(batch: values.map { $0.map { [$0] } })
  }

  private func parts(returnSequences: Bool) -> [NetworkPart] {
    [
      .embedding(Embedding(tokens: 5, size: 3, seed: 1)),
      .bidirectional(
        LSTM(inputSize: 3, hiddenSize: 4, seed: 2), GRU(inputSize: 3, hiddenSize: 2, seed: 3)),
      .bidirectional(
        GRU(inputSize: 6, hiddenSize: 3, seed: 4), LSTM(inputSize: 6, hiddenSize: 4, seed: 5),
        returnSequences: returnSequences),
    ]
  }

  @Test(
    "one step of descent moves every parameter by its measured slope", arguments: [true, false])
  func slopes(returnSequences: Bool) throws {
    let network = try RecurrentNetwork(
      parts: parts(returnSequences: returnSequences), outputs: 2, seed: 6)
    let inputs = try tokens([[0, 3, 3, 1], [4, 0, 2, 0]])
    let answers = random(steps: returnSequences ? 4 : 1, batch: 2, features: 2, seed: 7)
    // With a rate of 1, the weights lose their gradient.
    var training = NetworkTraining(
      network, TrainingOptions(optimizer: .sgd(learningRate: 1)))
    try training.learn(inputs, answers)
    let found = zip(network.parameters, training.network.parameters).map { $0 - $1 }
    #expect(found.count == network.parameterCount)
    let h = 1e-5
    func loss(_ index: Int, _ change: Double) throws -> Double {
      var moved = network
      moved.parameters[index] += change
      return try Loss.meanSquaredError.evaluated(moved.outputs(for: inputs).outputs, answers).loss
    }
    let measured = try found.indices.map { (try loss($0, h) - loss($0, -h)) / (2 * h) }
    #expect(distance(found, measured) < 1e-8)
  }

  @Test("both directions stand side by side, and the level above reads both")
  func bidirectional() throws {
    let forward = LSTM(inputSize: 2, hiddenSize: 3, seed: 1)
    let backward = GRU(inputSize: 2, hiddenSize: 4, seed: 2)
    let top = SimpleRNN(inputSize: 7, hiddenSize: 5, seed: 3)
    let stack = try StackedLayers(levels: [.bothWays(forward, backward), .forward(top)])
    let inputs = random(steps: 4, batch: 2, features: 2, seed: 4)
    let runs = try stack.unrolled(over: inputs)
    #expect(runs.count == 3)
    #expect(runs[2].inputs.features == 7)
    let back = try backward.unrolled(over: inputs.reversedInTime()).hidden.reversedInTime()
    #expect(runs[2].inputs[1, 1, 2] == (try forward.unrolled(over: inputs).hidden[1, 1, 2]))
    #expect(runs[2].inputs[1, 1, 3] == back[1, 1, 0])
    #expect(throws: RecurrentError.wrongFeatures(found: 7, expected: 3)) {
      try StackedLayers(levels: [
        .bothWays(forward, backward), .forward(SimpleRNN(inputSize: 3, hiddenSize: 5)),
      ])
    }
  }

  @Test("an embedding is a one-hot input times its vectors")
  func embedding() throws {
    let embedding = Embedding(tokens: 4, size: 3, seed: 1)
    let found = try embedding.outputs(for: tokens([[2, 0], [1, 2]]))
    for (place, token) in [(0, 2), (1, 1), (2, 0), (3, 2)] {
      for feature in 0..<3 {
        #expect(found.values[place * 3 + feature] == embedding.vectors[token, feature])
      }
    }
    #expect(throws: RecurrentError.wrongToken(found: 4, step: 1, sequence: 0, tokens: 4)) {
      try embedding.outputs(for: tokens([[2, 4]]))
    }
    #expect(throws: RecurrentError.wrongToken(found: 0.5, step: 0, sequence: 0, tokens: 4)) {
      try embedding.outputs(for: tokens([[0.5]]))
    }
    #expect(throws: RecurrentError.wrongFeatures(found: 2, expected: 1)) {
      try embedding.outputs(for: SequenceBatch(steps: 1, batch: 1, features: 2))
    }
  }

  @Test("a network with an embedding writes as one that reads one-hot rows")
  func generation() throws {
    var embedding = Embedding(tokens: 4, size: 4)
    embedding.vectors = Matrix(rows: 4, columns: 4)
    for token in 0..<4 { embedding.vectors[token, token] = 1 }
    let layer = LSTM(inputSize: 4, hiddenSize: 6, seed: 1)
    func network(_ first: [NetworkPart]) -> RecurrentNetwork {
      RecurrentNetwork(
        first + [.recurrent(layer, returnSequences: first.isEmpty)], outputs: 4, seed: 2)
    }
    let read = try network([.embedding(embedding)])
      .generated(after: [1, 3], count: 12, temperature: 2, seed: 3)
    #expect(try read == network([]).generated(after: [1, 3], count: 12, temperature: 2, seed: 3))
  }

  @Test("a network that gives its last time-step learns what one that gives all of them learns")
  func lastOnly() throws {
    func losses(_ returnSequences: Bool) throws -> [Double] {
      let network = try RecurrentNetwork(
        parts: [
          .recurrent(
            LSTM(inputSize: 2, hiddenSize: 5, seed: 1), returnSequences: returnSequences)
        ], outputs: 1, seed: 2)
      var training = NetworkTraining(network)
      try training.learn(AddingProblem(length: 9), steps: 5, batchSize: 3, seed: 3)
      return training.losses
    }
    let (all, last) = (try losses(true), try losses(false))
    #expect(all == last)
  }

  @Test("what dropout leaves is scaled so that the mean stays")
  func dropoutMean() {
    var generator = SeededGenerator(seed: 1)
    let masks = DropoutMasks(
      [(rate: 0, steps: 2, width: 3), (rate: 0.2, steps: 100, width: 50)], batch: 4, &generator)
    var ones = SequenceBatch(steps: 2, batch: 4, features: 3)
    for index in ones.values.indices { ones.values[index] = 1 }
    let before = ones
    masks.apply(to: &ones, at: 0)
    #expect(ones == before)
    var many = SequenceBatch(steps: 100, batch: 4, features: 50)
    for index in many.values.indices { many.values[index] = 1 }
    masks.apply(to: &many, at: 1)
    #expect(many.values.allSatisfy { $0 == 0 || $0 == 1.25 })
    // Three standard errors of 20,000 draws with a variance of 0.25.
    #expect(abs(many.values.reduce(0, +) / 20_000 - 1) < 0.011)
  }

  @Test("dropout is the same for one seed, and off when predicting")
  func dropout() throws {
    func network(_ rate: Double) throws -> RecurrentNetwork {
      try RecurrentNetwork(
        parts: [
          .dropout(rate), .recurrent(GRU(inputSize: 3, hiddenSize: 8, seed: 1)), .dropout(rate),
          .recurrent(GRU(inputSize: 8, hiddenSize: 8, seed: 2), returnSequences: false),
          .dropout(rate),
        ], outputs: 1, seed: 3)
    }
    let inputs = random(steps: 6, batch: 4, features: 3, seed: 4)
    let answers = random(steps: 1, batch: 4, features: 1, seed: 5)
    func losses(_ rate: Double, seed: Int) throws -> [Double] {
      var training = NetworkTraining(try network(rate), TrainingOptions(seed: seed))
      for _ in 0..<3 { try training.learn(inputs, answers) }
      return training.losses
    }
    let (one, again, other) = (
      try losses(0.5, seed: 1), try losses(0.5, seed: 1), try losses(0.5, seed: 2)
    )
    #expect(one == again)
    #expect(one != other)
    #expect(try losses(0, seed: 1) == losses(0, seed: 2))
    #expect(
      try network(0.5).outputs(for: inputs).outputs == network(0).outputs(for: inputs).outputs)
    #expect(throws: RecurrentError.wrongDropout(rate: 1)) { try network(1) }
  }

  @Test("the gradient under dropout is that of the loss with the same numbers left out")
  func dropoutSlopes() throws {
    let network = try RecurrentNetwork(
      parts: [
        .dropout(0.3), .recurrent(LSTM(inputSize: 3, hiddenSize: 4, seed: 1)), .dropout(0.4),
        .bidirectional(
          GRU(inputSize: 4, hiddenSize: 3, seed: 2), GRU(inputSize: 4, hiddenSize: 3, seed: 3)),
        .dropout(0.5),
      ], outputs: 1, seed: 3)
    let inputs = random(steps: 5, batch: 3, features: 3, seed: 4)
    let answers = random(steps: 5, batch: 3, features: 1, seed: 5)
    /// The loss of the first update tells what the masks of one seed make of the weights.
    func update(_ network: RecurrentNetwork) throws -> (loss: Double, after: [Double]) {
      var training = NetworkTraining(
        network, TrainingOptions(optimizer: .sgd(learningRate: 1), seed: 9))
      try training.learn(inputs, answers)
      return (training.losses[0], training.network.parameters)
    }
    let found = zip(network.parameters, try update(network).after).map { $0 - $1 }
    let h = 1e-5
    func loss(_ index: Int, _ change: Double) throws -> Double {
      var moved = network
      moved.parameters[index] += change
      return try update(moved).loss
    }
    let measured = try found.indices.map { (try loss($0, h) - loss($0, -h)) / (2 * h) }
    #expect(distance(found, measured) < 1e-8)
  }
}
