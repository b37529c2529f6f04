/// How long a network is trained on a task, and when that is enough.
public struct TrainingPlan: Hashable, Sendable {
  /// Batches at most, each of new sequences: one or more.
  public var steps: Int
  /// Sequences in a batch.
  public var batchSize: Int
  /// Of the batches.
  public var seed: Int
  /// When the network is measured on other sequences; nil for never.
  public var evaluation: EvaluationPlan?

  public init(
    steps: Int, batchSize: Int = 32, seed: Int = 0, evaluation: EvaluationPlan? = nil
  ) {
    self.steps = steps
    self.batchSize = batchSize
    self.seed = seed
    self.evaluation = evaluation
  }
}

/// When a network in training is measured on sequences that it is not trained on, and when that
/// ends the training.
public struct EvaluationPlan: Hashable, Sendable {
  /// Steps between two evaluations.
  public var every: Int
  public var sequences: Int
  /// Of the sequences, which are the same each time; not that of the batches.
  public var seed: Int
  /// Stops when so many evaluations in a row are no better than the best (Prechelt 1998); nil goes
  /// on.
  public var patience: Int?
  /// Stops as soon as an evaluation's loss is this or below; nil goes on.
  public var target: Double?

  public init(
    every: Int = 100, sequences: Int = 256, seed: Int = 1, patience: Int? = nil,
    target: Double? = nil
  ) {
    precondition(every > 0, "an evaluation follows one step or more, not \(every)")
    self.every = every
    self.sequences = sequences
    self.seed = seed
    self.patience = patience
    self.target = target
  }
}

/// Why a training ended; steps are counted from 1, so they are steps made.
public enum TrainingEnding: Hashable, Sendable {
  /// All steps are made.
  case finished
  /// An evaluation reached the target.
  case reachedTarget(step: Int)
  /// The patience was at its end.
  case noBetter(step: Int)
  /// Who watched the training stopped it.
  case stopped(step: Int)
  /// A loss was not a finite number; the network has the weights of the last finite one.
  case explodedLoss(step: Int)
}

/// What can be told after a step.
public struct TrainingProgress: Hashable, Sendable {
  /// Steps made, from 1.
  public let step: Int
  public let steps: Int
  /// Of the step's batch before its last update.
  public let loss: Double
  /// When the step ended with one.
  public let evaluation: Evaluation?
}

/// What a watcher says to a training.
public enum TrainingDecision: Hashable, Sendable {
  case goOn, stop
}

/// What came of a network's training: a value, the same for the same network, task and plan.
public struct NetworkTrainingRun: Sendable {
  public let plan: TrainingPlan
  public let options: TrainingOptions
  /// With the weights after the last step, or of the last finite loss.
  public let network: RecurrentNetwork
  /// With the weights of the best evaluation; without evaluations the same as `network`.
  public let bestNetwork: RecurrentNetwork
  /// The loss of each update's data before it.
  public let losses: [Double]
  /// The length of all gradients together before clipping, for each update.
  public let gradientNorms: [Double]
  /// In the order of `evaluatedSteps`.
  public let evaluations: [Evaluation]
  /// Steps made at each evaluation.
  public let evaluatedSteps: [Int]
  public let ending: TrainingEnding

  /// Steps made when the evaluation was best; nil without evaluations.
  public var bestStep: Int? { bestEvaluation.map { evaluatedSteps[$0] } }

  /// The first of the smallest losses.
  var bestEvaluation: Int? {
    evaluations.indices.min { evaluations[$0].loss < evaluations[$1].loss }
  }
}
