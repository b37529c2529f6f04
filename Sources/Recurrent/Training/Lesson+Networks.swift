// What a lesson's program calls does not throw: a mistake stops it with the words of the error.

extension RecurrentNetwork {
  /// Builds a network from its parts, the first at the bottom, and a dense layer on top.
  ///
  /// As `init(parts:outputs:seed:)`, which throws instead.
  public init(_ parts: [NetworkPart], outputs: Int, seed: Int = 0) {
    self = lesson { () throws(RecurrentError) in
      try RecurrentNetwork(parts: parts, outputs: outputs, seed: seed)
    }
  }

  /// What the network says to one sequence, time-steps × features.
  ///
  /// - Returns: time-steps × outputs, or one row when the top layer gives its last time-step only.
  public func predictions(for sequence: [[Double]]) -> [[Double]] {
    lesson { () throws(RecurrentError) in
      try outputs(for: SequenceBatch(sequence)).outputs.sequence(0)
    }
  }

  /// What the network says to several sequences of one length: (batch, time-steps, features).
  ///
  /// - Returns: (batch, time-steps, outputs), with one time-step when the top layer gives its last
  ///   one only.
  public func predictions(for batch: [[[Double]]]) -> [[[Double]]] {
    lesson { () throws(RecurrentError) in
      let outputs = try outputs(for: SequenceBatch(batch: batch)).outputs
      return (0..<outputs.batch).map(outputs.sequence)
    }
  }

  /// How well the network does on sequences of a task that belong to `seed`.
  public func evaluation(
    on task: any SequenceTask, loss: Loss = .meanSquaredError, sequences: Int = 256, seed: Int
  ) -> Evaluation {
    lesson { () throws(RecurrentError) in
      try evaluated(on: task, loss, sequences: sequences, seed: seed)
    }
  }

  /// Trains a copy of the network: Adam, gradients clipped by their norm, 256 other sequences
  /// measured every `evaluateEvery` steps.
  ///
  /// - Parameters:
  ///   - steps: updates at most, each from a new batch.
  ///   - clipNorm: the largest length of all gradients together.
  ///   - patience: stops after so many evaluations in a row that are no better; nil goes on.
  ///   - seed: of the batches and of what dropout leaves out.
  public func training(
    on task: any SequenceTask, steps: Int, loss: Loss = .meanSquaredError, batchSize: Int = 32,
    learningRate: Double = 0.01, clipNorm: Double = 1, evaluateEvery: Int = 50,
    patience: Int? = nil, seed: Int = 0
  ) -> NetworkTrainingRun {
    let options = TrainingOptions(
      loss: loss, optimizer: .adam(learningRate: learningRate), clipping: .norm(clipNorm),
      seed: seed)
    let plan = TrainingPlan(
      steps: steps, batchSize: batchSize, seed: seed,
      evaluation: EvaluationPlan(every: evaluateEvery, seed: seed &+ 1, patience: patience))
    do {
      return try trained(on: task, options, plan: plan)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// The network as one that goes on where the sequence before ended.
  public func stateful() -> StatefulNetwork {
    lesson { () throws(RecurrentError) in try StatefulNetwork(self) }
  }
}

extension StatefulNetwork {
  /// Goes on over the next part of one sequence, time-steps × features.
  ///
  /// - Returns: time-steps × outputs, or one row when the top layer gives its last time-step only.
  public mutating func predictions(for part: [[Double]]) -> [[Double]] {
    lesson { () throws(RecurrentError) in
      try outputs(for: SequenceBatch(part)).sequence(0)
    }
  }
}
