/// What a simple layer does to its sum.
public enum Activation: String, Hashable, Sendable, CaseIterable {
  case tanh, relu
}

/// The plain recurrent layer: h = act(x·W + b + h′·U + c) (Elman 1990).
public struct SimpleRNN: RecurrentLayer {
  public static let gates = 1
  public static let hasCellState = false

  public var weights: LayerWeights
  public var activation: Activation

  /// - Parameters:
  ///   - spectralRadius: scales a Gaussian recurrent matrix to this radius; nil draws all weights
  ///     from ±1/√hiddenSize.
  ///   - seed: of the weights.
  public init(
    inputSize: Int, hiddenSize: Int, activation: Activation = .tanh,
    spectralRadius: Double? = nil, seed: Int = 0
  ) {
    weights = LayerWeights(
      inputSize: inputSize, hiddenSize: hiddenSize, gates: Self.gates, seed: seed)
    self.activation = activation
    guard let spectralRadius else { return }
    var generator = SeededGenerator(seed: seed)
    for index in weights.recurrent.values.indices {
      weights.recurrent.values[index] = generator.gaussian()
    }
    let radius = weights.recurrent.spectralRadius
    weights.recurrent = weights.recurrent.scaled(by: spectralRadius / radius)
  }

  /// The matrix that takes one hidden state to the next, hiddenSize × hiddenSize.
  public var recurrentWeights: Matrix { weights.recurrent }

  public func step(_ step: StepPointers) {
    let H = step.hiddenSize
    for i in 0..<H { step.gates[i] = step.input[i] + step.recurrent[i] }
    switch activation {
    case .tanh: applyTanh(step.gates, count: H)
    case .relu: for i in 0..<H { step.gates[i] = max(step.gates[i], 0) }
    }
    step.hidden.update(from: step.gates, count: H)
  }

  /// ∂h/∂a is 1 − h² for tanh; for relu 1 above zero and 0 at and below it.
  public func stepBack(_ step: StepPointers, _ gradient: StepGradientPointers) {
    for i in 0..<step.hiddenSize {
      let h = step.hidden[i]
      let slope = activation == .tanh ? 1 - h * h : (h > 0 ? 1 : 0)
      let da = gradient.hidden[i] * slope
      gradient.input[i] = da
      gradient.recurrent[i] = da
      gradient.previousHidden[i] = 0
    }
  }
}
