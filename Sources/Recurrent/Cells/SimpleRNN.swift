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
    Kernels.best.simple(step.places(before: step.previousHidden), activation)
  }

  public func stepBack(_ step: StepPointers, _ gradient: StepGradientPointers) {
    Kernels.best.simpleBack(
      step.placesBack(before: step.previousHidden, gradient), activation)
    gradient.previousHidden.update(repeating: 0, count: step.hiddenSize)
  }
}
