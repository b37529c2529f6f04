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

  public init(
    loss: Loss = .meanSquaredError, optimizer: Optimizer = .adam(),
    schedule: LearningRateSchedule = .constant, clipping: GradientClipping = .none,
    truncation: Int? = nil
  ) {
    self.loss = loss
    self.optimizer = optimizer
    self.schedule = schedule
    self.clipping = clipping
    self.truncation = truncation
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

  public init(_ network: RecurrentNetwork, _ options: TrainingOptions = TrainingOptions()) {
    self.network = network
    self.options = options
    parameters = network.flat
    good = parameters
    optimizer = OptimizerState(options.optimizer, count: parameters.count)
  }

  /// Goes through a batch once: one update, or one for each piece with `truncation`.
  ///
  /// - Throws: what does not fit, or `explodedLoss`; the network then has the weights of the last
  ///   finite loss.
  public mutating func learn(
    _ inputs: SequenceBatch, _ answers: SequenceBatch
  ) throws(RecurrentError) {
    let piece = options.truncation ?? inputs.steps
    precondition(piece > 0, "a piece has one time-step or more, not \(piece)")
    guard piece < inputs.steps else {
      _ = try update(inputs, answers, from: nil)
      return
    }
    guard answers.steps == inputs.steps else {
      throw .wrongAnswers(
        found: [answers.steps, answers.batch, answers.features],
        expected: [inputs.steps, inputs.batch, answers.features])
    }
    var states: [LayerState]?
    for start in stride(from: 0, to: inputs.steps, by: piece) {
      let steps = start..<min(start + piece, inputs.steps)
      states = try update(inputs.part(steps), answers.part(steps), from: states)
    }
  }

  /// One update; gives the states after the last time-step.
  private mutating func update(
    _ inputs: SequenceBatch, _ answers: SequenceBatch, from states: [LayerState]?
  ) throws(RecurrentError) -> [LayerState] {
    let (outputs, runs) = try network.outputs(for: inputs, from: states)
    let error = try options.loss.evaluated(outputs, answers)
    guard error.loss.isFinite else {
      network.flat = good
      parameters = good
      throw .explodedLoss(update: losses.count)
    }
    good = parameters
    losses.append(error.loss)
    var gradient = network.gradients(of: runs, error.slope).parameters
    gradientNorms.append(options.clipping.apply(to: &gradient))
    optimizer.update(
      &parameters, gradient, factor: options.schedule.factor(at: optimizer.step))
    network.flat = parameters
    return runs.map(\.finalState)
  }
}
