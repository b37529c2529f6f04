/// Long short-term memory with a forget gate (Hochreiter & Schmidhuber 1997; Gers, Schmidhuber &
/// Cummins 2000).
///
/// ```text
/// i, f, o = σ(x·W + b + h′·U + c)      input, forget and output gate
/// g       = tanh(x·W + b + h′·U + c)   candidate
/// c       = f ⊙ c′ + i ⊙ g             cell state
/// h       = o ⊙ tanh(c)                hidden state
/// ```
/// With peepholes (Gers & Schmidhuber 2000) the gates see the cell state as well: i and f get
/// p ⊙ c′ and o gets p ⊙ c before their σ. Unlike there, gradients go through peepholes.
///
/// The blocks of the weights stand in the order i, f, g, o, as in PyTorch and Keras.
public struct LSTM: RecurrentLayer {
  public static let gates = 4
  public static let hasCellState = true

  public var weights: LayerWeights

  /// - Parameters:
  ///   - forgetBias: what the forget gate starts from; at 1 it begins mostly open (Jozefowicz,
  ///     Zaremba & Sutskever 2015), at 0 half closed.
  ///   - peepholes: whether the gates see the cell state; their weights are drawn from
  ///     ±1/√hiddenSize, and the others stay what they are without.
  ///   - seed: of the weights.
  public init(
    inputSize: Int, hiddenSize: Int, forgetBias: Double = 1, peepholes: Bool = false, seed: Int = 0
  ) {
    weights = LayerWeights(
      inputSize: inputSize, hiddenSize: hiddenSize, gates: Self.gates, seed: seed,
      peepholes: peepholes ? 3 * hiddenSize : 0)
    for unit in 0..<hiddenSize { weights.inputBias[hiddenSize + unit] = forgetBias }
  }

  /// Whether the gates see the cell state.
  public var hasPeepholes: Bool { !weights.peepholes.isEmpty }

  public func step(_ step: StepPointers) {
    guard hasPeepholes else {
      return Kernels.best.lstm(step.places(before: step.previousCell), cell: step.cell)
    }
    stepWithPeepholes(step)
  }

  public func stepBack(_ step: StepPointers, _ gradient: StepGradientPointers) {
    guard !hasPeepholes else { return stepBackWithPeepholes(step, gradient) }
    Kernels.best.lstmBack(
      step.placesBack(before: step.previousCell, gradient), cell: step.cell,
      cellGradient: gradient.cell, before: gradient.previousCell)
    // The states of two steps meet only through the products.
    gradient.previousHidden.update(repeating: 0, count: step.hiddenSize)
  }
}

// MARK: - Peepholes

extension LSTM {
  private func stepWithPeepholes(_ step: StepPointers) {
    let H = step.hiddenSize
    for k in 0..<4 * H { step.gates[k] = step.input[k] + step.recurrent[k] }
    peep(step.previousCell, block: 0, to: step.gates, count: H)
    peep(step.previousCell, block: 1, to: step.gates + H, count: H)
    applySigmoid(step.gates, count: 2 * H)
    applyTanh(step.gates + 2 * H, count: H)
    for k in 0..<H {
      let c = step.gates[H + k] * step.previousCell[k] + step.gates[k] * step.gates[2 * H + k]
      step.cell[k] = c
      step.hidden[k] = c
    }
    peep(step.cell, block: 2, to: step.gates + 3 * H, count: H)
    applySigmoid(step.gates + 3 * H, count: H)
    applyTanh(step.hidden, count: H)
    for k in 0..<H { step.hidden[k] = step.gates[3 * H + k] * step.hidden[k] }
  }

  /// As without, and ∂o/∂c, ∂i/∂c′ and ∂f/∂c′ give the cell states p times their deltas.
  private func stepBackWithPeepholes(_ step: StepPointers, _ gradient: StepGradientPointers) {
    let (H, p) = (step.hiddenSize, weights.peepholes)
    for k in 0..<H {
      let (i, f) = (step.gates[k], step.gates[H + k])
      let (g, o) = (step.gates[2 * H + k], step.gates[3 * H + k])
      let t = tanh(step.cell[k])
      let dh = gradient.hidden[k]
      let delta = dh * t * o * (1 - o)
      let dc = gradient.cell[k] + dh * o * (1 - t * t) + delta * p[2 * H + k]
      let (di, df) = (dc * g * i * (1 - i), dc * step.previousCell[k] * f * (1 - f))
      gradient.cell[k] = dc
      gradient.input[k] = di
      gradient.input[H + k] = df
      gradient.input[2 * H + k] = dc * i * (1 - g * g)
      gradient.input[3 * H + k] = delta
      gradient.previousCell[k] = dc * f + (di * p[k] + df * p[H + k])
      gradient.previousHidden[k] = 0
    }
    gradient.recurrent.update(from: gradient.input, count: 4 * H)
  }

  /// gate += p ⊙ cell, before the gate's activation.
  private func peep(
    _ cell: UnsafePointer<Double>, block: Int, to gate: UnsafeMutablePointer<Double>, count: Int
  ) {
    weights.peepholes.withUnsafeBufferPointer { peepholes in
      for k in 0..<count { gate[k] += peepholes[block * count + k] * cell[k] }
    }
  }

  /// ∂L/∂p = Σ ∂L/∂(gate's sum) ⊙ the cell state that the gate saw.
  public func addOwnGradients(
    of run: Unrolling, deltas: [Double], to sums: inout LayerWeights
  ) {
    guard hasPeepholes else { return }
    let (H, before) = (hiddenSize, run.cellBefore)
    for row in 0..<run.inputs.steps * run.inputs.batch {
      let delta = row * 4 * H
      for k in 0..<H {
        sums.peepholes[k] += deltas[delta + k] * before[row * H + k]
        sums.peepholes[H + k] += deltas[delta + H + k] * before[row * H + k]
        sums.peepholes[2 * H + k] += deltas[delta + 3 * H + k] * run.cell.values[row * H + k]
      }
    }
  }
}
