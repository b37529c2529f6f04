import Recurrent

/// A network of one layer that is trained until an evaluation is good enough.
struct Trial {
  var task: any SequenceTask
  var layer: any RecurrentLayer
  var steps: Int
  var batchSize = 16
  var target: Double
  var seed: Int

  struct Result {
    /// Sequences seen when the target was reached; nil when it was not.
    let sequences: Int?
    /// Of the last evaluation.
    let last: Evaluation
    let network: RecurrentNetwork
  }

  /// Adam at 0.01, gradients clipped to a length of 1, 256 other sequences every 100 steps.
  static let rules =
    "Adam at a rate of 0.01, all gradients together clipped to a length of 1, 256 sequences of "
    + "another seed measured every 100 steps"

  func run() throws -> Result {
    let classes = (task as? any ClassificationTask)?.classes
    let network = try RecurrentNetwork(
      parts: [.recurrent(layer, returnSequences: task.answersEveryStep)], outputs: classes ?? 1,
      seed: seed + 100)
    let run = try network.trained(
      on: task,
      TrainingOptions(
        loss: classes == nil ? .meanSquaredError : .softmaxCrossEntropy,
        optimizer: .adam(learningRate: 0.01), clipping: .norm(1)),
      plan: TrainingPlan(
        steps: steps, batchSize: batchSize, seed: seed,
        evaluation: EvaluationPlan(every: 100, seed: 999, target: target)))
    var reached: Int?
    if case .reachedTarget(let step) = run.ending { reached = step * batchSize }
    return Result(
      sequences: reached, last: run.evaluations[run.evaluations.count - 1], network: run.network)
  }
}

extension Trial.Result {
  /// Sequences to the target, or that it was not reached.
  var words: String { sequences.map(counted) ?? "–" }
}
