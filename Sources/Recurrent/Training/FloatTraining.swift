/// A network in training in single precision: the same formulas as `NetworkTraining`, several times
/// as fast, to seven digits. The same bits on every machine and for any number of threads.
///
/// It is a workshop and not a value: it works in places that it keeps, and `network` is a copy of
/// what it has come to. It takes all networks but those with peepholes, or with GRU layers that
/// reset before the product.
public final class FloatTraining {
  public let options: TrainingOptions
  /// The loss of each update's data before it.
  public private(set) var losses: [Double] = []
  private var start: RecurrentNetwork
  private let shape: NetworkShape
  private let parameters: Buffer<Float>
  private let good: Buffer<Float>
  private let optimizer: EngineOptimizer<Float>
  private var generator: SeededGenerator
  /// Where the next batch starts when the training is stateful.
  private var states: States?
  /// The last ones used first: a sequence in pieces ends with a shorter one.
  private var engines: [NetworkEngine<Float>] = []
  private typealias States = [(hidden: [Float], cell: [Float])]
  private let width: KernelWidth
  private let workers: Workers

  /// - Parameters:
  ///   - threads: to work on; they share out a batch's sequences or a single one's units.
  /// - Throws: `onlyInDouble` with the name of what single precision does not know.
  public convenience init(
    _ network: RecurrentNetwork, _ options: TrainingOptions = TrainingOptions(), threads: Int = 1
  ) throws(RecurrentError) {
    try self.init(network, options, workers: Workers(threads: threads), width: .widest)
  }

  /// - Parameter width: of the registers to use; changes no bit.
  package init(
    _ network: RecurrentNetwork, _ options: TrainingOptions, workers: Workers, width: KernelWidth
  ) throws(RecurrentError) {
    shape = try network.shape()
    generator = SeededGenerator(seed: options.seed)
    self.options = options
    self.width = width
    self.workers = workers
    start = network
    let numbers = network.parameters.map { Float($0) }
    parameters = Buffer(numbers)
    good = Buffer(numbers)
    optimizer = EngineOptimizer(
      options.optimizer, count: numbers.count, width: width, workers: workers)
  }

  /// The network with the weights after the last good update, exactly.
  public var network: RecurrentNetwork {
    var result = start
    result.parameters = parameters.values.map { Double($0) }
    return result
  }

  /// Goes through a batch once: one update, or one for each piece with `truncation`.
  ///
  /// - Throws: what does not fit or is not finite, which leaves the training as it was; or
  ///   `explodedLoss`, and the network then has the weights of the last finite loss.
  public func learn(
    _ inputs: SequenceBatch, _ answers: SequenceBatch
  ) throws(RecurrentError) {
    try check(inputs, answers)
    let piece = min(options.truncation ?? inputs.steps, inputs.steps)
    precondition(piece > 0, "a piece has one time-step or more, not \(piece)")
    guard piece < inputs.steps else {
      let end = try update(inputs, answers, from: states)
      if options.stateful { states = end.finalStates }
      return
    }
    var carried = states
    for start in stride(from: 0, to: inputs.steps, by: piece) {
      let steps = start..<min(start + piece, inputs.steps)
      carried = try update(inputs.part(steps), answers.part(steps), from: carried).finalStates
    }
    if options.stateful { states = carried }
  }

  /// Forgets what a stateful training carried on: the next batch starts new sequences.
  public func resetState() { states = nil }

  private func check(
    _ inputs: SequenceBatch, _ answers: SequenceBatch
  ) throws(RecurrentError) {
    guard inputs.features == start.inputSize else {
      throw .wrongFeatures(found: inputs.features, expected: start.inputSize)
    }
    try start.check(inputs, answers, options)
    guard answers.steps == 1 || answers.steps == inputs.steps else {
      throw .wrongAnswers(
        found: [answers.steps, answers.batch, answers.features],
        expected: [inputs.steps, inputs.batch, answers.features])
    }
    guard let states else { return }
    let batch = states[0].hidden.count / start.layers.layers[0].hiddenSize
    guard batch == inputs.batch else {
      throw .changedBatch(found: inputs.batch, expected: batch)
    }
  }

  /// One update; gives the engine that made it.
  private func update(
    _ inputs: SequenceBatch, _ answers: SequenceBatch, from states: States?
  ) throws(RecurrentError) -> NetworkEngine<Float> {
    let engine = engine(for: inputs, answers)
    try fill(engine, inputs)
    engine.start(from: states)
    engine.run()
    var outputs = SequenceBatch(
      steps: engine.everyStep ? inputs.steps : 1, batch: inputs.batch, features: shape.outputs)
    for index in outputs.values.indices {
      outputs.values[index] = Double(engine.outputs.start[index])
    }
    let error = try options.loss.evaluated(outputs, answers)
    guard error.loss.isFinite else {
      parameters.copy(good)
      throw .explodedLoss(update: losses.count)
    }
    good.copy(parameters)
    losses.append(error.loss)
    engine.slope.begin(with: error.slope.values)
    engine.goBack()
    clip(engine.gradient)
    optimizer.update(
      parameters, engine.gradient, factor: options.schedule.factor(at: optimizer.step))
    return engine
  }

  /// What the engine reads, and what it leaves out.
  private func fill(
    _ engine: NetworkEngine<Float>, _ inputs: SequenceBatch
  ) throws(RecurrentError) {
    if let embedding = start.embedding {
      for (row, token) in try embedding.tokens(in: inputs).enumerated() {
        engine.tokens.start[row] = token
      }
    } else {
      engine.inputs.begin(with: inputs.values)
    }
    let masks = start.dropoutMasks(for: inputs, &generator)
    for (level, place) in engine.masks.enumerated() {
      guard let place, let mask = masks[level] else { continue }
      // A head that reads once reads the last time-step.
      place.begin(with: mask.values.suffix(place.count))
    }
  }

  /// The engine for batches of this size: one of the last two, or a new one.
  private func engine(
    for inputs: SequenceBatch, _ answers: SequenceBatch
  ) -> NetworkEngine<Float> {
    let everyStep = answers.steps > 1 || inputs.steps == 1
    let known = engines.firstIndex {
      $0.steps == inputs.steps && $0.batch == inputs.batch && $0.everyStep == everyStep
    }
    let engine =
      known.map { engines.remove(at: $0) }
      ?? NetworkEngine(
        shape, parameters: parameters, steps: inputs.steps, batch: inputs.batch,
        everyStep: everyStep, width: width, workers: workers)
    engines = [engine] + engines.prefix(1)
    return engine
  }

  /// As `GradientClipping`, whose sums of squares no `Float` can leave the range of here: they are
  /// summed in Double.
  private func clip(_ gradient: Buffer<Float>) {
    switch options.clipping {
    case .none: break
    case .norm(let bound):
      var sum = 0.0
      for index in 0..<gradient.count {
        let value = Double(gradient.start[index])
        sum += value * value
      }
      let factor = Float(bound / (sum.squareRoot() + 1e-6))
      guard factor < 1 else { break }
      for index in 0..<gradient.count { gradient.start[index] *= factor }
    case .value(let bound):
      let bound = Float(bound)
      for index in 0..<gradient.count {
        gradient.start[index] = min(max(gradient.start[index], -bound), bound)
      }
    }
  }
}
