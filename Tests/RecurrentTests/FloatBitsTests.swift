import Recurrent
import Testing

@Suite("training in single precision")
struct FloatBitsTests {
  private let layers: [any RecurrentLayer] = [
    SimpleRNN(inputSize: 3, hiddenSize: 21, seed: 1),
    LSTM(inputSize: 3, hiddenSize: 21, seed: 2), GRU(inputSize: 3, hiddenSize: 21, seed: 3),
  ]

  /// Sequences of Gaussian numbers, and answers after every time-step or the last.
  private func batch(
    _ seed: Int, answers: Int, steps: Int = 12, batch: Int = 5
  ) -> (SequenceBatch, SequenceBatch) {
    var generator = SeededGenerator(seed: seed)
    var inputs = SequenceBatch(steps: steps, batch: batch, features: 3)
    var answers = SequenceBatch(steps: answers, batch: batch, features: 2)
    for index in inputs.values.indices { inputs.values[index] = generator.gaussian() }
    for index in answers.values.indices { answers.values[index] = generator.gaussian() }
    return (inputs, answers)
  }

  /// The layer with another on top of it.
  private func network(_ layer: any RecurrentLayer) throws -> RecurrentNetwork {
    try RecurrentNetwork(
      [layer, LSTM(inputSize: 21, hiddenSize: 17, seed: 4)], outputs: 2, seed: 5)
  }

  private func trained(
    _ network: RecurrentNetwork, steps: Int, width: KernelWidth = .swift, threads: Int = 1,
    clipping: GradientClipping = .none
  ) throws -> FloatTraining {
    let training = try FloatTraining(
      network, TrainingOptions(optimizer: .adam(learningRate: 0.01), clipping: clipping),
      workers: Workers(threads: threads, leastWork: 0), width: width)
    for step in 0..<steps {
      let (inputs, answers) = batch(step, answers: step.isMultiple(of: 3) ? 1 : 12)
      try training.learn(inputs, answers)
    }
    return training
  }

  private func hash(_ values: [Double]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in values {
      for byte in 0..<4 {
        hash ^= UInt64(Float(value).bitPattern >> (8 * byte)) & 0xff
        hash &*= 0x100_0000_01b3
      }
    }
    return hash
  }

  @Test("twenty updates give one hash, whatever the registers and the number of threads")
  func sameBits() throws {
    for (layer, expected) in zip(layers, expectedHashes) {
      let network = try network(layer)
      for width in KernelWidth.available {
        for threads in [1, 2, 3] {
          let end = try trained(
            network, steps: 20, width: width, threads: threads, clipping: .norm(0.5))
          #expect(hash(end.network.parameters) == expected, "\(width), \(threads) threads")
        }
      }
    }
  }

  private let expectedHashes: [UInt64] = [
    14_045_217_300_858_493_214, 11_830_294_554_480_119_410, 3_688_919_723_038_610_633,
  ]

  @Test("one long sequence has the same bits when threads share out its units", arguments: 0..<3)
  func sharedUnits(index: Int) throws {
    let layer: any RecurrentLayer = [
      SimpleRNN(inputSize: 3, hiddenSize: 48, seed: 1), LSTM(inputSize: 3, hiddenSize: 48, seed: 2),
      GRU(inputSize: 3, hiddenSize: 48, seed: 3),
    ][index]
    let network = try RecurrentNetwork(
      [layer, LSTM(inputSize: 48, hiddenSize: 32, seed: 4)], outputs: 2, seed: 5)
    let trained = { (width: KernelWidth, threads: Int, batch: Int) in
      let training = try FloatTraining(
        network, TrainingOptions(optimizer: .adam(learningRate: 0.01)),
        workers: Workers(threads: threads, leastWork: 0, leastStep: 0), width: width)
      for step in 0..<3 {
        let (inputs, answers) = self.batch(step, answers: 40, steps: 40, batch: batch)
        try training.learn(inputs, answers)
      }
      return training.network.parameters
    }
    for batch in [1, 2] {
      let expected = try trained(.swift, 1, batch)
      for width in KernelWidth.available {
        for threads in [2, 3, 4] {
          #expect(try trained(width, threads, batch) == expected, "\(width), \(threads) threads")
        }
      }
    }
  }

  @Test("who comes late to a team has nothing to do, and who is there waits for nobody else")
  func teams() throws {
    let team = Team()
    var first = try #require(team.join(of: 2))
    #expect((first.number, first.count) == (0, 1))
    first.endStep()
    #expect(team.join(of: 2) == nil)
  }

  @Test("the engine in Double has the bits of the network's own training", arguments: 0..<3)
  func double(index: Int) throws {
    let network = try network(layers[index])
    var training = NetworkTraining(
      network, TrainingOptions(optimizer: .adam(learningRate: 0.01)))
    let parameters = Buffer(network.parameters)
    let engine = NetworkEngine<Double>(
      try network.shape(), parameters: parameters, steps: 12, batch: 5, everyStep: true,
      width: .swift, workers: Workers(threads: 1))
    let optimizer = EngineOptimizer<Double>(
      .adam(learningRate: 0.01), count: parameters.count, width: .swift,
      workers: Workers(threads: 1))
    for step in 0..<4 {
      let (inputs, answers) = batch(step, answers: 12)
      try training.learn(inputs, answers)
      engine.inputs.copy(Buffer(inputs.values))
      engine.run()
      var outputs = answers
      outputs.values = engine.outputs.values
      engine.slope.copy(
        Buffer(try Loss.meanSquaredError.evaluated(outputs, answers).slope.values))
      engine.goBack()
      optimizer.update(parameters, engine.gradient)
    }
    #expect(parameters.values == training.network.parameters)
  }

  @Test("single precision stays with Double to five digits over some updates", arguments: 0..<3)
  func close(index: Int) throws {
    let network = try network(layers[index])
    for clipping in [GradientClipping.none, .norm(0.1), .value(0.01)] {
      var double = NetworkTraining(
        network, TrainingOptions(optimizer: .sgd(learningRate: 0.1), clipping: clipping))
      let other = try FloatTraining(network, double.options)
      for step in 0..<3 {
        let (inputs, answers) = batch(step, answers: 12)
        try double.learn(inputs, answers)
        try other.learn(inputs, answers)
      }
      #expect(distance(other.network.parameters, double.network.parameters) < 1e-5)
      #expect(distance(other.losses, double.losses) < 1e-5)
    }
  }

  @Test("an exploding loss leaves the last good weights; what single precision lacks is named")
  func errors() throws {
    let network = try network(layers[0])
    let training = try FloatTraining(
      network, TrainingOptions(optimizer: .sgd(learningRate: 1e300)))
    let (inputs, answers) = batch(1, answers: 12)
    try training.learn(inputs, answers)
    #expect(throws: RecurrentError.explodedLoss(update: 1)) {
      try training.learn(inputs, answers)
    }
    #expect(training.network.parameters == network.parameters.map { Double(Float($0)) })
    let before = try RecurrentNetwork(
      [GRU(inputSize: 3, hiddenSize: 4, resetAfter: false)], outputs: 1)
    #expect(throws: RecurrentError.onlyInDouble("a layer that resets before the product")) {
      _ = try FloatTraining(before)
    }
    var broken = inputs
    broken[3, 1, 2] = .infinity
    #expect(throws: RecurrentError.notFinite(step: 3, feature: 2, sequence: 1)) {
      try training.learn(broken, answers)
    }
    #expect(throws: RecurrentError.wrongFeatures(found: 2, expected: 3)) {
      try training.learn(SequenceBatch(steps: 2, batch: 1, features: 2), answers)
    }
  }
}
