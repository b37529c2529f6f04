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
    return lesson { () throws(RecurrentError) in
      try Loss.meanSquaredError.evaluated(outputs(drawn.inputs).outputs, drawn.answers).loss
    }
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
