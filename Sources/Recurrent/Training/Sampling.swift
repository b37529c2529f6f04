extension RecurrentNetwork {
  /// Goes on after `start`: each class is drawn from what the network says, and read next.
  ///
  /// - Parameters:
  ///   - start: classes that the network reads first, at least one.
  ///   - temperature: divides the outputs before the softmax: below 1 the likely becomes likelier,
  ///     at 0 the likeliest is taken.
  /// - Throws: `wrongFeatures` when inputs and outputs are not the same classes, `readsBackwards`
  ///   when a layer needs what is not yet written.
  public func generated(
    after start: [Int], count: Int, temperature: Double = 1, seed: Int = 0
  ) throws(RecurrentError) -> [Int] {
    precondition(!start.isEmpty, "a network goes on after one class or more")
    precondition(temperature >= 0, "a temperature is 0 or more, not \(temperature)")
    let classes = head.weights.columns
    let known = embedding?.tokens ?? layers.inputSize
    guard classes == known else { throw .wrongFeatures(found: classes, expected: known) }
    try layers.checkCarriesState()
    var generator = SeededGenerator(seed: seed)
    var next = start
    var states: [LayerState]?
    var result: [Int] = []
    while result.count < count {
      let inputs = try SequenceBatch(
        next.map { embedding == nil ? oneHot($0, of: classes) : [Double($0)] })
      let (outputs, runs) = try outputs(for: inputs, from: states)
      states = runs.map(\.finalState)
      let last = Array(outputs.values[outputs.range(of: outputs.steps - 1)])
      next = [drawn(last, temperature, &generator)]
      result += next
    }
    return result
  }

  private func drawn(
    _ outputs: [Double], _ temperature: Double, _ generator: inout SeededGenerator
  ) -> Int {
    guard temperature > 0 else {
      return outputs.indices.max { outputs[$0] < outputs[$1] } ?? 0
    }
    var rest = generator.uniform()
    for (index, probability) in softmax(outputs.map { $0 / temperature }).enumerated() {
      rest -= probability
      if rest < 0 { return index }
    }
    // Rounding may leave a hair behind the last one.
    return outputs.count - 1
  }

  /// The loss over sequences that belong to `seed`.
  public func loss(
    on task: any SequenceTask, _ loss: Loss, sequences: Int = 256, seed: Int
  ) throws(RecurrentError) -> Double {
    var generator = SeededGenerator(seed: seed)
    let drawn = task.batch(of: sequences, &generator)
    return try loss.evaluated(outputs(for: drawn.inputs).outputs, drawn.answers).loss
  }
}

extension NetworkTraining {
  /// Learns from one new batch for each step.
  public mutating func learn(
    _ task: any SequenceTask, steps: Int, batchSize: Int = 32, seed: Int = 0
  ) throws(RecurrentError) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<steps {
      let drawn = task.batch(of: batchSize, &generator)
      try learn(drawn.inputs, drawn.answers)
    }
  }
}
