/// A network in training in single precision: the same formulas as `NetworkTraining`, several times
/// as fast, to seven digits. The same bits on every machine and for any number of threads.
///
/// It is a workshop and not a value: it works in places that it keeps, and `network` is a copy of
/// what it has come to. It takes stacked SimpleRNN, LSTM and GRU layers without peepholes, dropout,
/// embeddings or second directions.
public final class FloatTraining {
  public let options: TrainingOptions
  /// The loss of each update's data before it.
  public private(set) var losses: [Double] = []
  private var start: RecurrentNetwork
  private let shapes: [LayerShape]
  private let parameters: Buffer<Float>
  private let good: Buffer<Float>
  private let optimizer: EngineOptimizer<Float>
  private var engine: NetworkEngine<Float>?
  private let width: KernelWidth
  private let workers: Workers

  /// - Parameters:
  ///   - threads: to work on; a batch is shared out by its sequences.
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
    shapes = try network.shapes()
    if options.truncation != nil { throw .onlyInDouble("truncated backpropagation") }
    if options.stateful { throw .onlyInDouble("a state that is carried on") }
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

  /// Goes through a batch once: one update.
  ///
  /// - Throws: what does not fit or is not finite, which leaves the training as it was; or
  ///   `explodedLoss`, and the network then has the weights of the last finite loss.
  public func learn(
    _ inputs: SequenceBatch, _ answers: SequenceBatch
  ) throws(RecurrentError) {
    let engine = try engine(for: inputs, answers)
    for (index, value) in inputs.values.enumerated() { engine.inputs.start[index] = Float(value) }
    engine.run()
    var outputs = SequenceBatch(
      steps: answers.steps, batch: inputs.batch, features: engine.outputSize)
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
    for (index, value) in error.slope.values.enumerated() {
      engine.slope.start[index] = Float(value)
    }
    engine.goBack()
    clip(engine.gradient)
    optimizer.update(
      parameters, engine.gradient, factor: options.schedule.factor(at: optimizer.step))
  }

  /// The engine for batches of this size: the last one, or a new one.
  private func engine(
    for inputs: SequenceBatch, _ answers: SequenceBatch
  ) throws(RecurrentError) -> NetworkEngine<Float> {
    guard inputs.batch > 0 else { throw .emptyBatch }
    guard inputs.steps > 0 else { throw .emptySequence }
    guard inputs.features == start.inputSize else {
      throw .wrongFeatures(found: inputs.features, expected: start.inputSize)
    }
    if let place = inputs.firstNotFinite {
      throw .notFinite(step: place.step, feature: place.feature, sequence: place.sequence)
    }
    if let place = answers.firstNotFinite {
      throw .answerNotFinite(step: place.step, sequence: place.sequence)
    }
    let everyStep = answers.steps > 1 || inputs.steps == 1
    if !start.returnSequences, everyStep, inputs.steps > 1 {
      throw .answersNeedSequences(steps: inputs.steps)
    }
    guard !everyStep || answers.steps == inputs.steps else {
      throw .wrongAnswers(
        found: [answers.steps, answers.batch, answers.features],
        expected: [inputs.steps, inputs.batch, answers.features])
    }
    if let engine, engine.steps == inputs.steps, engine.batch == inputs.batch,
      engine.everyStep == everyStep
    {
      return engine
    }
    let new = NetworkEngine(
      shapes, outputs: start.outputSize, parameters: parameters, steps: inputs.steps,
      batch: inputs.batch, everyStep: everyStep, width: width, workers: workers)
    engine = new
    return new
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

extension RecurrentNetwork {
  /// The layers for the engine.
  package func shapes() throws(RecurrentError) -> [LayerShape] {
    if embedding != nil { throw .onlyInDouble("an embedding") }
    if dropout.contains(where: { $0 > 0 }) { throw .onlyInDouble("dropout") }
    var result: [LayerShape] = []
    if layers.readsBackwards.contains(true) { throw .onlyInDouble("a second direction") }
    for layer in layers.layers {
      let cell: Cell
      switch layer {
      case let layer as SimpleRNN: cell = .simple(layer.activation)
      case let layer as LSTM where !layer.hasPeepholes: cell = .lstm
      case let layer as GRU where layer.resetAfter: cell = .gru
      case is LSTM: throw .onlyInDouble("a layer with peepholes")
      default: throw .onlyInDouble("a layer that resets before the product")
      }
      result.append(
        LayerShape(cell, inputSize: layer.inputSize, hiddenSize: layer.hiddenSize))
    }
    return result
  }
}
