/// A recurrent layer with a dense layer of one output on its hidden state.
public struct SequenceModel: Sendable {
  public internal(set) var layer: any RecurrentLayer
  /// One weight for each hidden unit, and a bias behind them.
  var head: [Double]

  public init(_ layer: any RecurrentLayer, seed: Int = 0) {
    self.layer = layer
    var generator = SeededGenerator(seed: seed)
    let bound = 1 / Double(layer.hiddenSize).squareRoot()
    head = (0..<layer.hiddenSize).map { _ in generator.uniform(-bound...bound) } + [0]
  }

  public var parameterCount: Int { layer.parameterCount + head.count }

  /// What the model says after each time-step of one sequence.
  public func predictions(for sequence: [[Double]]) -> [Double] {
    lesson { () throws(RecurrentError) in
      try outputs(SequenceBatch(sequence)).outputs.values
    }
  }

  public func trace(_ sequence: [[Double]]) -> StateTrace { layer.trace(sequence) }

  /// The mean squared error over 256 sequences that belong to `seed`.
  public func loss(on task: any SequenceTask, seed: Int) -> Double {
    var generator = SeededGenerator(seed: seed)
    let drawn = task.batch(of: 256, &generator)
    let run = lesson { () throws(RecurrentError) in try outputs(drawn.inputs) }
    return meanSquaredError(run.outputs, drawn.answers).loss
  }

  // MARK: - Forwards and backwards

  /// The layer's run and the head's output at every time-step: steps × batch × 1.
  func outputs(
    _ inputs: SequenceBatch
  ) throws(RecurrentError) -> (run: Unrolling, outputs: SequenceBatch) {
    let run = try layer.unrolled(over: inputs)
    var outputs = SequenceBatch(steps: inputs.steps, batch: inputs.batch, features: 1)
    let size = layer.hiddenSize
    for row in outputs.values.indices {
      var sum = head[size]
      for unit in 0..<size { sum += head[unit] * run.hidden.values[row * size + unit] }
      outputs.values[row] = sum
    }
    return (run, outputs)
  }

  /// All parameters' gradients, the layer's first, for ∂L/∂output at every time-step.
  func gradient(of run: Unrolling, _ outputs: SequenceBatch) -> [Double] {
    let size = layer.hiddenSize
    var hidden = SequenceBatch(steps: outputs.steps, batch: outputs.batch, features: size)
    var headGradient = [Double](repeating: 0, count: head.count)
    for (row, slope) in outputs.values.enumerated() where slope != 0 {
      for unit in 0..<size {
        hidden.values[row * size + unit] = slope * head[unit]
        headGradient[unit] += slope * run.hidden.values[row * size + unit]
      }
      headGradient[size] += slope
    }
    return layer.gradients(of: run, hidden: hidden).weights.flat + headGradient
  }

  var flat: [Double] {
    get { layer.weights.flat + head }
    set {
      let count = layer.parameterCount
      layer.weights.flat = Array(newValue.prefix(count))
      head = Array(newValue.dropFirst(count))
    }
  }
}

/// The mean of (output − answer)² and its derivative by every output; when there is one answer for
/// each sequence, only the last output counts.
func meanSquaredError(
  _ outputs: SequenceBatch, _ answers: SequenceBatch
) -> (loss: Double, slope: SequenceBatch) {
  var slope = SequenceBatch(steps: outputs.steps, batch: outputs.batch, features: 1)
  let offset = (outputs.steps - answers.steps) * outputs.batch
  let count = Double(answers.values.count)
  var sum = 0.0
  for (index, answer) in answers.values.enumerated() {
    let error = outputs.values[offset + index] - answer
    sum += error * error
    slope.values[offset + index] = 2 * error / count
  }
  return (sum / count, slope)
}
