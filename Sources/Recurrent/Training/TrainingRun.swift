/// What came of a training: a value, the same for the same model, task and seed.
public struct TrainingRun: Sendable {
  /// The model with the weights of the last step, or of the last good one.
  public internal(set) var model: SequenceModel
  /// The loss of each step's batch before its update.
  public internal(set) var losses: [Double] = []
  /// Whether a loss was no longer a finite number; the model has the weights of the last finite one.
  public internal(set) var stoppedEarly = false
  /// Of the batches.
  public internal(set) var seed = 0

  /// The step with the smallest loss.
  public var bestStep: Int { losses.indices.min { losses[$0] < losses[$1] } ?? 0 }
}

extension SequenceModel {
  /// Trains a copy of the model: mean squared error, Adam, gradients clipped by their norm.
  ///
  /// - Parameters:
  ///   - steps: updates, each from a new batch.
  ///   - batchSize: sequences in a batch.
  ///   - clipNorm: the largest length of all gradients together.
  ///   - seed: of the batches.
  public func trained(
    on task: any SequenceTask, steps: Int, batchSize: Int = 32, learningRate: Double = 0.01,
    clipNorm: Double = 1, seed: Int = 0
  ) -> TrainingRun {
    trained(
      on: task, steps: steps, batchSize: batchSize, learningRate: learningRate,
      clipNorm: clipNorm, seed: seed, checkpoint: {})
  }

  /// The same, asking between any two steps whether to go on: `checkpoint` throws when not.
  public func trained<Failure: Error>(
    on task: any SequenceTask, steps: Int, batchSize: Int, learningRate: Double,
    clipNorm bound: Double, seed: Int, checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> TrainingRun {
    precondition(task.inputSize == layer.inputSize, "the layer takes \(task.inputSize) features")
    var result = TrainingRun(model: self, seed: seed)
    var generator = SeededGenerator(seed: seed)
    var parameters = flat
    // The newest weights that are known to give a finite loss.
    var good = parameters
    var optimiser = OptimizerState(
      .adam(learningRate: learningRate), count: parameters.count)
    for _ in 0..<steps {
      try checkpoint()
      let drawn = task.batch(of: batchSize, &generator)
      let run = lesson { () throws(RecurrentError) in try result.model.outputs(drawn.inputs) }
      let error = lesson { () throws(RecurrentError) in
        try Loss.meanSquaredError.evaluated(run.outputs, drawn.answers)
      }
      guard error.loss.isFinite else {
        result.stoppedEarly = true
        result.model.flat = good
        break
      }
      good = parameters
      result.losses.append(error.loss)
      var gradient = result.model.gradient(of: run.run, error.slope)
      _ = Recurrent.clipNorm(&gradient, to: bound)
      optimiser.update(&parameters, gradient)
      result.model.flat = parameters
    }
    return result
  }
}
