extension RecurrentNetwork {
  /// Trains a copy of the network on new sequences of a task at each step.
  ///
  /// - Parameters:
  ///   - options: loss, optimiser, clipping and their like.
  ///   - watcher: is told of every step, and may stop the training; what it throws comes out here.
  /// - Returns: also when the loss explodes, with the last good weights.
  /// - Throws: `noSteps` and `emptyBatch` for a plan without any, `wrongFeatures` and
  ///   `wrongAnswers` for a task that does not fit, and what `watcher` throws.
  public func trained(
    on task: any SequenceTask, _ options: TrainingOptions = TrainingOptions(),
    plan: TrainingPlan, watcher: (TrainingProgress) throws -> TrainingDecision = { _ in .goOn }
  ) throws -> NetworkTrainingRun {
    guard plan.steps > 0 else { throw RecurrentError.noSteps(found: plan.steps) }
    guard plan.batchSize > 0 else { throw RecurrentError.emptyBatch }
    var process = TrainingProcess(self, task, options, plan)
    while process.ending == .finished, process.step < plan.steps {
      guard let progress = try process.makeStep() else { break }
      if try watcher(progress) == .stop { process.stop() }
    }
    return process.run
  }
}

/// A plan that is being carried out.
private struct TrainingProcess {
  private(set) var step = 0
  /// Why the last step was the last; `finished` as long as there is no other reason.
  private(set) var ending = TrainingEnding.finished
  private let task: any SequenceTask
  private let plan: TrainingPlan
  private var training: NetworkTraining
  private var generator: SeededGenerator
  private var evaluations: [Evaluation] = []
  private var evaluatedSteps: [Int] = []
  private var best: (network: RecurrentNetwork, index: Int)?

  init(
    _ network: RecurrentNetwork, _ task: any SequenceTask, _ options: TrainingOptions,
    _ plan: TrainingPlan
  ) {
    self.task = task
    self.plan = plan
    training = NetworkTraining(network, options)
    generator = SeededGenerator(seed: plan.seed)
  }

  var run: NetworkTrainingRun {
    NetworkTrainingRun(
      plan: plan, options: training.options, network: training.network,
      bestNetwork: best?.network ?? training.network, losses: training.losses,
      gradientNorms: training.gradientNorms, evaluations: evaluations,
      evaluatedSteps: evaluatedSteps, ending: ending)
  }

  /// - Returns: what to tell of the step; nil when a loss exploded.
  mutating func makeStep() throws(RecurrentError) -> TrainingProgress? {
    let drawn = task.batch(of: plan.batchSize, &generator)
    // New sequences: nothing of those before is to be carried on.
    training.resetState()
    step += 1
    do {
      try training.learn(drawn.inputs, drawn.answers)
    } catch .explodedLoss {
      ending = .explodedLoss(step: step)
      return nil
    }
    let evaluation = try evaluate()
    if let evaluation, !evaluation.loss.isFinite {
      training.restore()
      ending = .explodedLoss(step: step)
      return nil
    }
    return TrainingProgress(
      step: step, steps: plan.steps, loss: training.losses[training.losses.count - 1],
      evaluation: evaluation)
  }

  /// A reason that the training found itself stays.
  mutating func stop() {
    if ending == .finished, step < plan.steps { ending = .stopped(step: step) }
  }

  /// Measures when it is time; the last step is measured in any case.
  private mutating func evaluate() throws(RecurrentError) -> Evaluation? {
    guard let when = plan.evaluation, step % when.every == 0 || step == plan.steps else {
      return nil
    }
    let found = try training.network.evaluated(
      on: task, training.options.loss, sequences: when.sequences, seed: when.seed)
    guard found.loss.isFinite else { return found }
    evaluations.append(found)
    evaluatedSteps.append(step)
    if best.map({ found.loss < evaluations[$0.index].loss }) ?? true {
      best = (training.network, evaluations.count - 1)
    }
    if let target = when.target, found.loss <= target {
      ending = .reachedTarget(step: step)
    } else if let patience = when.patience, let best,
      evaluations.count - 1 - best.index >= patience
    {
      ending = .noBetter(step: step)
    }
    return found
  }
}
