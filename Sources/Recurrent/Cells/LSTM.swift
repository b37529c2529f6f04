/// Long short-term memory with a forget gate (Hochreiter & Schmidhuber 1997; Gers, Schmidhuber &
/// Cummins 2000).
///
/// ```text
/// i, f, o = σ(x·W + b + h′·U + c)      input, forget and output gate
/// g       = tanh(x·W + b + h′·U + c)   candidate
/// c       = f ⊙ c′ + i ⊙ g             cell state
/// h       = o ⊙ tanh(c)                hidden state
/// ```
/// The blocks of the weights stand in the order i, f, g, o, as in PyTorch and Keras.
public struct LSTM: RecurrentLayer {
  public static let gates = 4
  public static let hasCellState = true

  public var weights: LayerWeights

  /// - Parameters:
  ///   - forgetBias: what the forget gate starts from; at 1 it begins mostly open (Jozefowicz,
  ///     Zaremba & Sutskever 2015), at 0 half closed.
  ///   - seed: of the weights.
  public init(inputSize: Int, hiddenSize: Int, forgetBias: Double = 1, seed: Int = 0) {
    weights = LayerWeights(
      inputSize: inputSize, hiddenSize: hiddenSize, gates: Self.gates, seed: seed)
    for unit in 0..<hiddenSize { weights.inputBias[hiddenSize + unit] = forgetBias }
  }

  public func step(_ step: StepPointers) {
    let H = step.hiddenSize
    for k in 0..<4 * H { step.gates[k] = step.input[k] + step.recurrent[k] }
    applySigmoid(step.gates, count: 2 * H)
    applyTanh(step.gates + 2 * H, count: H)
    applySigmoid(step.gates + 3 * H, count: H)
    for k in 0..<H {
      let c = step.gates[H + k] * step.previousCell[k] + step.gates[k] * step.gates[2 * H + k]
      step.cell[k] = c
      step.hidden[k] = c
    }
    applyTanh(step.hidden, count: H)
    for k in 0..<H { step.hidden[k] = step.gates[3 * H + k] * step.hidden[k] }
  }

  /// With t = tanh c: ∂h/∂o = t, ∂h/∂c = o(1 − t²); ∂c/∂i = g, ∂c/∂f = c′, ∂c/∂g = i, ∂c/∂c′ = f;
  /// σ′ = σ(1 − σ), tanh′ = 1 − tanh².
  public func stepBack(_ step: StepPointers, _ gradient: StepGradientPointers) {
    let H = step.hiddenSize
    // tanh c stands for a moment where the step's last word to h′ will be: an LSTM's states meet
    // only through the products, so that word is 0.
    gradient.previousHidden.update(from: step.cell, count: H)
    applyTanh(gradient.previousHidden, count: H)
    for k in 0..<H {
      let (i, f) = (step.gates[k], step.gates[H + k])
      let (g, o) = (step.gates[2 * H + k], step.gates[3 * H + k])
      let t = gradient.previousHidden[k]
      let dh = gradient.hidden[k]
      let dc = gradient.cell[k] + dh * o * (1 - t * t)
      gradient.cell[k] = dc
      gradient.input[k] = dc * g * i * (1 - i)
      gradient.input[H + k] = dc * step.previousCell[k] * f * (1 - f)
      gradient.input[2 * H + k] = dc * i * (1 - g * g)
      gradient.input[3 * H + k] = dh * t * o * (1 - o)
      gradient.previousCell[k] = dc * f
      gradient.previousHidden[k] = 0
    }
    gradient.recurrent.update(from: gradient.input, count: 4 * H)
  }
}
