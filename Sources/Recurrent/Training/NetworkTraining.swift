/// How a network is trained.
public struct TrainingOptions: Hashable, Sendable {
  public var loss = Loss.meanSquaredError
  public var optimizer = Optimizer.adam()
  public var schedule = LearningRateSchedule.constant
  public var clipping = GradientClipping.none
  /// Truncated backpropagation (Williams & Peng 1990): the sequence is walked in pieces of this
  /// many time-steps, one update for each; the state goes on, the gradient does not. Nil goes back
  /// to the start.
  public var truncation: Int?
  /// Whether a batch has the next part of the sequences of the batch before: the state goes on, the
  /// gradient does not. `NetworkTraining.resetState()` starts new sequences.
  public var stateful = false
  /// Of what dropout leaves out.
  public var seed = 0

  public init(
    loss: Loss = .meanSquaredError, optimizer: Optimizer = .adam(),
    schedule: LearningRateSchedule = .constant, clipping: GradientClipping = .none,
    truncation: Int? = nil, stateful: Bool = false, seed: Int = 0
  ) {
    self.loss = loss
    self.optimizer = optimizer
    self.schedule = schedule
    self.clipping = clipping
    self.truncation = truncation
    self.stateful = stateful
    self.seed = seed
  }
}

/// A network in training: a value that holds all that the next update depends on.
public struct NetworkTraining: Sendable {
  /// With the weights after the last good update.
  public private(set) var network: RecurrentNetwork
  public let options: TrainingOptions
  /// The loss of each update's data before it.
  public private(set) var losses: [Double] = []
  /// The length of all gradients together before clipping.
  public private(set) var gradientNorms: [Double] = []
  private var parameters: [Double]
  private var good: [Double]
  private var optimizer: OptimizerState
  private var generator: SeededGenerator
  /// Where the next batch starts when the training is stateful.
  private var states: [LayerState]?

  public init(_ network: RecurrentNetwork, _ options: TrainingOptions = TrainingOptions()) {
    self.network = network
    self.options = options
    parameters = network.parameters
    good = parameters
    optimizer = OptimizerState(options.optimizer, count: parameters.count)
    generator = SeededGenerator(seed: options.seed)
  }

  /// Goes through a batch once: one update, or one for each piece with `truncation`.
  ///
  /// - Throws: what does not fit or is not finite, which leaves the training as it was; or
  ///   `explodedLoss`, and the network then has the weights of the last finite loss.
  public mutating func learn(
    _ inputs: SequenceBatch, _ answers: SequenceBatch
  ) throws(RecurrentError) {
    try network.check(inputs, answers, options)
    if options.stateful { try network.layers.check(states, fit: inputs) }
    let piece = min(options.truncation ?? inputs.steps, inputs.steps)
    precondition(piece > 0, "a piece has one time-step or more, not \(piece)")
    var carried = options.stateful ? states : nil
    for start in stride(from: 0, to: inputs.steps, by: piece) {
      let steps = start..<min(start + piece, inputs.steps)
      let whole = steps.count == inputs.steps
      carried = try update(
        whole ? inputs : inputs.part(steps), whole ? answers : answers.part(steps),
        from: carried)
    }
    if options.stateful { states = carried }
  }

  /// Forgets what a stateful training carried on: the next batch starts new sequences.
  public mutating func resetState() { states = nil }

  /// Goes back to the weights of the last finite loss.
  mutating func restore() {
    network.parameters = good
    parameters = good
  }

  /// One update; gives the states after the last time-step.
  private mutating func update(
    _ inputs: SequenceBatch, _ answers: SequenceBatch, from states: [LayerState]?
  ) throws(RecurrentError) -> [LayerState] {
    let masks = network.dropoutMasks(for: inputs, &generator)
    let run = try network.run(over: inputs, from: states, masks)
    let error = try options.loss.evaluated(run.outputs, answers)
    guard error.loss.isFinite else {
      restore()
      throw .explodedLoss(update: losses.count)
    }
    good = parameters
    losses.append(error.loss)
    var gradient = network.gradients(of: run, error.slope).parameters
    gradientNorms.append(options.clipping.apply(to: &gradient))
    optimizer.update(
      &parameters, gradient, factor: options.schedule.factor(at: optimizer.step))
    network.parameters = parameters
    return run.layers.map(\.finalState)
  }
}

extension RecurrentNetwork {
  /// What can be wrong with a batch before it is learnt from.
  func check(
    _ inputs: SequenceBatch, _ answers: SequenceBatch, _ options: TrainingOptions
  ) throws(RecurrentError) {
    guard inputs.batch > 0 else { throw .emptyBatch }
    guard inputs.steps > 0 else { throw .emptySequence }
    if let place = inputs.firstNotFinite {
      throw .notFinite(step: place.step, feature: place.feature, sequence: place.sequence)
    }
    if let place = answers.firstNotFinite {
      throw .answerNotFinite(step: place.step, sequence: place.sequence)
    }
    if !returnSequences, answers.steps == inputs.steps, inputs.steps > 1 {
      throw .answersNeedSequences(steps: inputs.steps)
    }
    let inPieces = (options.truncation ?? inputs.steps) < inputs.steps
    if inPieces, answers.steps != inputs.steps {
      throw .wrongAnswers(
        found: [answers.steps, answers.batch, answers.features],
        expected: [inputs.steps, inputs.batch, answers.features])
    }
    if inPieces || options.stateful { try layers.checkCarriesState() }
  }
}
