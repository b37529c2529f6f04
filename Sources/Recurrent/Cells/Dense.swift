/// A layer without memory: y = h·W + b at every time-step.
public struct Dense: Hashable, Sendable {
  /// inputSize × outputSize.
  public var weights: Matrix
  public var bias: [Double]

  /// Weights from ±1/√inputSize, as PyTorch draws them; biases zero.
  public init(inputSize: Int, outputSize: Int, seed: Int = 0) {
    precondition(inputSize > 0 && outputSize > 0, "a layer has inputs and outputs")
    weights = Matrix(rows: inputSize, columns: outputSize)
    bias = [Double](repeating: 0, count: outputSize)
    var generator = SeededGenerator(seed: seed)
    let bound = 1 / Double(inputSize).squareRoot()
    for index in weights.values.indices {
      weights.values[index] = generator.uniform(-bound...bound)
    }
  }

  public var parameterCount: Int { weights.values.count + bias.count }

  func outputs(for inputs: SequenceBatch) -> SequenceBatch {
    var result = SequenceBatch(
      steps: inputs.steps, batch: inputs.batch, features: weights.columns)
    let rows = inputs.steps * inputs.batch
    for row in 0..<rows {
      result.values.replaceSubrange(row * bias.count..<(row + 1) * bias.count, with: bias)
    }
    addProduct(
      inputs.values, weights.values, rows: rows, inner: weights.rows, to: &result.values)
    return result
  }

  /// ∂L/∂h = ∂L/∂y·Wᵀ; ∂L/∂W = Σ hᵀ·∂L/∂y; ∂L/∂b = Σ ∂L/∂y.
  func gradients(
    for inputs: SequenceBatch, _ slope: SequenceBatch
  ) -> (layer: Dense, inputs: SequenceBatch) {
    let rows = inputs.steps * inputs.batch
    var sums = self
    sums.flat = [Double](repeating: 0, count: parameterCount)
    addTransposedProduct(
      inputs.values, slope.values, rows: rows, inner: weights.rows, to: &sums.weights.values)
    for row in 0..<rows {
      for column in bias.indices { sums.bias[column] += slope.values[row * bias.count + column] }
    }
    var back = SequenceBatch(steps: inputs.steps, batch: inputs.batch, features: weights.rows)
    addProduct(
      slope.values, weights.transposed.values, rows: rows, inner: bias.count, to: &back.values)
    return (sums, back)
  }

  var flat: [Double] {
    get { weights.values + bias }
    set {
      weights.values = Array(newValue.prefix(weights.values.count))
      bias = Array(newValue.dropFirst(weights.values.count))
    }
  }
}
