/// The gated recurrent unit (Cho et al. 2014), its reset gate acting after the product (PyTorch's
/// and Keras's `reset_after` form) or before it (the paper's).
///
/// ```text
/// r, z = σ(x·W + b + h′·U + c)            reset and update gate
/// n    = tanh(x·W + b + r ⊙ (h′·U + c))   candidate, reset after the product
/// n    = tanh(x·W + b + (r ⊙ h′)·U + c)   candidate, reset before it
/// h    = (1 − z) ⊙ n + z ⊙ h′
/// ```
/// The blocks of the weights stand in the order r, z, n, as in PyTorch.
public struct GRU: RecurrentLayer {
  public static let gates = 3
  public static let hasCellState = false

  public var weights: LayerWeights
  /// Whether the reset gate acts on the product h′·U + c, or on h′ before it.
  public let resetAfter: Bool

  /// - Parameters:
  ///   - resetAfter: false for the form of the paper, Keras's `reset_after=False`.
  ///   - seed: of the weights.
  public init(inputSize: Int, hiddenSize: Int, resetAfter: Bool = true, seed: Int = 0) {
    weights = LayerWeights(
      inputSize: inputSize, hiddenSize: hiddenSize, gates: Self.gates, seed: seed)
    self.resetAfter = resetAfter
  }

  public func step(_ step: StepPointers) {
    guard resetAfter else { return stepWithResetBefore(step) }
    Kernels.best.gru(step.places(before: step.previousHidden))
  }

  public func stepBack(_ step: StepPointers, _ gradient: StepGradientPointers) {
    guard resetAfter else { return stepBackWithResetBefore(step, gradient) }
    Kernels.best.gruBack(
      step.placesBack(before: step.previousHidden, gradient), product: step.recurrent,
      before: gradient.previousHidden)
  }
}

// MARK: - Reset before the product

extension GRU {
  private func stepWithResetBefore(_ step: StepPointers) {
    let H = step.hiddenSize
    for k in 0..<2 * H { step.gates[k] = step.input[k] + step.recurrent[k] }
    applySigmoid(step.gates, count: 2 * H)
    // The product waits where h will be, which nothing has read yet.
    multiplyAfterReset(step, to: step.hidden)
    for k in 0..<H { step.gates[2 * H + k] = step.input[2 * H + k] + step.hidden[k] }
    applyTanh(step.gates + 2 * H, count: H)
    for k in 0..<H {
      let (z, n) = (step.gates[H + k], step.gates[2 * H + k])
      step.hidden[k] = (1 - z) * n + z * step.previousHidden[k]
    }
  }

  /// ∂h/∂n = 1 − z, ∂h/∂z = h′ − n, ∂h/∂h′ = z beside the product, through which r and h′ reach n.
  private func stepBackWithResetBefore(_ step: StepPointers, _ gradient: StepGradientPointers) {
    let H = step.hiddenSize
    for k in 0..<H {
      let (z, n) = (step.gates[H + k], step.gates[2 * H + k])
      let dh = gradient.hidden[k]
      let dz = dh * (step.previousHidden[k] - n) * z * (1 - z)
      gradient.input[H + k] = dz
      gradient.input[2 * H + k] = dh * (1 - z) * (1 - n * n)
      gradient.recurrent[H + k] = dz
      gradient.previousHidden[k] = dh * z
    }
    goBackBeforeReset(step, gradient)
  }

  /// (r ⊙ h′)·U + c of the candidate's block.
  private func multiplyAfterReset(_ step: StepPointers, to sums: UnsafeMutablePointer<Double>) {
    let H = step.hiddenSize
    for k in 0..<H { sums[k] = weights.recurrentBias[2 * H + k] }
    weights.recurrent.values.withUnsafeBufferPointer { U in
      for j in 0..<H {
        let factor = step.gates[j] * step.previousHidden[j]
        let row = U.baseAddress! + j * 3 * H + 2 * H
        for k in 0..<H { sums[k] += factor * row[k] }
      }
    }
  }

  /// With s = r ⊙ h′: ∂L/∂s = ∂L/∂n·Uᵀ, from which ∂s/∂r = h′ and ∂s/∂h′ = r.
  private func goBackBeforeReset(_ step: StepPointers, _ gradient: StepGradientPointers) {
    let H = step.hiddenSize
    weights.recurrent.values.withUnsafeBufferPointer { U in
      for j in 0..<H {
        let row = U.baseAddress! + j * 3 * H + 2 * H
        var ds = 0.0
        for k in 0..<H { ds += gradient.input[2 * H + k] * row[k] }
        let r = step.gates[j]
        let dr = ds * step.previousHidden[j] * r * (1 - r)
        gradient.input[j] = dr
        gradient.recurrent[j] = dr
        // The candidate did not use h′·U + c.
        gradient.recurrent[2 * H + j] = 0
        gradient.previousHidden[j] += ds * r
      }
    }
  }

  /// ∂L/∂U = Σ (r ⊙ h′)ᵀ·∂L/∂n and ∂L/∂c = Σ ∂L/∂n of the candidate's block.
  public func addOwnGradients(
    of run: Unrolling, deltas: [Double], to sums: inout LayerWeights
  ) {
    guard !resetAfter else { return }
    let (H, rows) = (hiddenSize, run.inputs.steps * run.inputs.batch)
    var reset = run.hiddenBefore
    var candidates = [Double](repeating: 0, count: rows * H)
    for row in 0..<rows {
      for k in 0..<H {
        reset[row * H + k] *= run.gates.values[row * 3 * H + k]
        candidates[row * H + k] = deltas[row * 3 * H + 2 * H + k]
      }
    }
    var product = [Double](repeating: 0, count: H * H)
    addTransposedProduct(reset, candidates, rows: rows, inner: H, to: &product)
    var bias = [Double](repeating: 0, count: H)
    addRows(candidates, to: &bias)
    for k in 0..<H {
      for j in 0..<H { sums.recurrent[j, 2 * H + k] += product[j * H + k] }
      sums.recurrentBias[2 * H + k] += bias[k]
    }
  }
}
