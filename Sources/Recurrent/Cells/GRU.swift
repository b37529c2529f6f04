/// The gated recurrent unit, its reset gate acting after the product (Cho et al. 2014; PyTorch's and
/// Keras's `reset_after` form).
///
/// ```text
/// r, z = σ(x·W + b + h′·U + c)         reset and update gate
/// n    = tanh(x·W + b + r ⊙ (h′·U + c))   candidate
/// h    = (1 − z) ⊙ n + z ⊙ h′
/// ```
/// The blocks of the weights stand in the order r, z, n, as in PyTorch.
public struct GRU: RecurrentLayer {
  public static let gates = 3
  public static let hasCellState = false

  public var weights: LayerWeights

  public init(inputSize: Int, hiddenSize: Int, seed: Int = 0) {
    weights = LayerWeights(
      inputSize: inputSize, hiddenSize: hiddenSize, gates: Self.gates, seed: seed)
  }

  public func step(_ step: StepPointers) {
    let H = step.hiddenSize
    for k in 0..<2 * H { step.gates[k] = step.input[k] + step.recurrent[k] }
    applySigmoid(step.gates, count: 2 * H)
    for k in 2 * H..<3 * H {
      step.gates[k] = step.input[k] + step.gates[k - 2 * H] * step.recurrent[k]
    }
    applyTanh(step.gates + 2 * H, count: H)
    for k in 0..<H {
      let (z, n) = (step.gates[H + k], step.gates[2 * H + k])
      step.hidden[k] = (1 - z) * n + z * step.previousHidden[k]
    }
  }

  /// ∂h/∂n = 1 − z, ∂h/∂z = h′ − n, ∂h/∂h′ = z beside the products; the candidate's product reaches
  /// n through r.
  public func stepBack(_ step: StepPointers, _ gradient: StepGradientPointers) {
    let H = step.hiddenSize
    for k in 0..<H {
      let (r, z, n) = (step.gates[k], step.gates[H + k], step.gates[2 * H + k])
      let dh = gradient.hidden[k]
      let dn = dh * (1 - z) * (1 - n * n)
      let dz = dh * (step.previousHidden[k] - n) * z * (1 - z)
      let dr = dn * step.recurrent[2 * H + k] * r * (1 - r)
      gradient.input[k] = dr
      gradient.input[H + k] = dz
      gradient.input[2 * H + k] = dn
      gradient.recurrent[k] = dr
      gradient.recurrent[H + k] = dz
      gradient.recurrent[2 * H + k] = dn * r
      gradient.previousHidden[k] = dh * z
    }
  }
}
