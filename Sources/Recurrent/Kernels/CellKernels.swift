// The cells forwards and backwards, in the letters of their papers: the definition that the
// compiled kernels repeat. Every number is read before anything is written in its place, so the
// derivatives may stand where the gates stood.

/// Where one time-step of one sequence finds and leaves its numbers; H numbers each, or G·H. A step
/// may be of some units only, from those on that the places begin with.
package struct StepPlaces<Number> {
  /// H, by which the gates of a unit are apart.
  let size: Int
  /// Units in this step.
  let count: Int
  /// x·W + b and h′·U + c.
  let input: UnsafePointer<Number>
  let recurrent: UnsafePointer<Number>
  /// The state before: c′ for an LSTM, h′ for a GRU.
  let before: UnsafePointer<Number>
  /// May be the place of `input`.
  let gates: UnsafeMutablePointer<Number>
  let hidden: UnsafeMutablePointer<Number>

  package init(
    size: Int, count: Int? = nil, input: UnsafePointer<Number>, recurrent: UnsafePointer<Number>,
    before: UnsafePointer<Number>, gates: UnsafeMutablePointer<Number>,
    hidden: UnsafeMutablePointer<Number>
  ) {
    self.size = size
    self.count = count ?? size
    self.input = input
    self.recurrent = recurrent
    self.before = before
    self.gates = gates
    self.hidden = hidden
  }
}

/// The same going back.
package struct StepBackPlaces<Number> {
  let size: Int
  let count: Int
  let gates: UnsafePointer<Number>
  /// As in `StepPlaces`.
  let before: UnsafePointer<Number>
  /// ∂L/∂h.
  let hidden: UnsafePointer<Number>
  /// ∂L/∂(x·W + b) and ∂L/∂(h′·U + c).
  let input: UnsafeMutablePointer<Number>
  let recurrent: UnsafeMutablePointer<Number>

  package init(
    size: Int, count: Int? = nil, gates: UnsafePointer<Number>, before: UnsafePointer<Number>,
    hidden: UnsafePointer<Number>, input: UnsafeMutablePointer<Number>,
    recurrent: UnsafeMutablePointer<Number>
  ) {
    self.size = size
    self.count = count ?? size
    self.gates = gates
    self.before = before
    self.hidden = hidden
    self.input = input
    self.recurrent = recurrent
  }
}

extension Kernels {
  /// i, f, o = σ(a), g = tanh(a); c = f ⊙ c′ + i ⊙ g; h = o ⊙ tanh(c).
  package func lstm(_ step: StepPlaces<Number>, cell: Target) {
    if width != .swift { return Number.lstm(width.rawValue, step, cell: cell) }
    let H = step.size
    for k in 0..<step.count {
      let i = Number.sigmoid(step.input[k] + step.recurrent[k])
      let f = Number.sigmoid(step.input[H + k] + step.recurrent[H + k])
      let g = Number.tanh(step.input[2 * H + k] + step.recurrent[2 * H + k])
      let o = Number.sigmoid(step.input[3 * H + k] + step.recurrent[3 * H + k])
      let c = f * step.before[k] + i * g
      step.gates[k] = i
      step.gates[H + k] = f
      step.gates[2 * H + k] = g
      step.gates[3 * H + k] = o
      cell[k] = c
      step.hidden[k] = o * Number.tanh(c)
    }
  }

  /// With t = tanh c: ∂h/∂o = t, ∂h/∂c = o(1 − t²); ∂c/∂i = g, ∂c/∂f = c′, ∂c/∂g = i, ∂c/∂c′ = f.
  ///
  /// - Parameters:
  ///   - cell: c.
  ///   - cellGradient: ∂L/∂c so far; gets h's part as well.
  ///   - before: ∂L/∂c′; may be the place of `cellGradient`.
  package func lstmBack(
    _ step: StepBackPlaces<Number>, cell: Source, cellGradient: Target, before: Target
  ) {
    if width != .swift {
      return Number.lstmBack(
        width.rawValue, step, cell: cell, cellGradient: cellGradient, before: before)
    }
    let H = step.size
    for k in 0..<step.count {
      let (i, f) = (step.gates[k], step.gates[H + k])
      let (g, o) = (step.gates[2 * H + k], step.gates[3 * H + k])
      let t = Number.tanh(cell[k])
      let dh = step.hidden[k]
      let dc = cellGradient[k] + dh * o * (1 - t * t)
      let deltas = (
        dc * g * i * (1 - i), dc * step.before[k] * f * (1 - f), dc * i * (1 - g * g),
        dh * t * o * (1 - o)
      )
      cellGradient[k] = dc
      before[k] = dc * f
      step.input[k] = deltas.0
      step.input[H + k] = deltas.1
      step.input[2 * H + k] = deltas.2
      step.input[3 * H + k] = deltas.3
    }
    guard step.recurrent != step.input else { return }
    for gate in 0..<4 {
      (step.recurrent + gate * H).update(from: step.input + gate * H, count: step.count)
    }
  }

  /// r, z = σ(a); n = tanh(x·W + b + r ⊙ (h′·U + c)); h = (1 − z) ⊙ n + z ⊙ h′.
  package func gru(_ step: StepPlaces<Number>) {
    if width != .swift { return Number.gru(width.rawValue, step) }
    let H = step.size
    for k in 0..<step.count {
      let r = Number.sigmoid(step.input[k] + step.recurrent[k])
      let z = Number.sigmoid(step.input[H + k] + step.recurrent[H + k])
      let n = Number.tanh(step.input[2 * H + k] + r * step.recurrent[2 * H + k])
      step.gates[k] = r
      step.gates[H + k] = z
      step.gates[2 * H + k] = n
      step.hidden[k] = (1 - z) * n + z * step.before[k]
    }
  }

  /// ∂h/∂n = 1 − z, ∂h/∂z = h′ − n, ∂h/∂h′ = z beside the products.
  ///
  /// - Parameters:
  ///   - product: h′·U + c; may be the place of `step.recurrent`.
  ///   - before: ∂L/∂h′ beside the products.
  package func gruBack(_ step: StepBackPlaces<Number>, product: Source, before: Target) {
    if width != .swift {
      return Number.gruBack(width.rawValue, step, product: product, before: before)
    }
    let H = step.size
    for k in 0..<step.count {
      let (r, z, n) = (step.gates[k], step.gates[H + k], step.gates[2 * H + k])
      let dh = step.hidden[k]
      let dn = dh * (1 - z) * (1 - n * n)
      let dz = dh * (step.before[k] - n) * z * (1 - z)
      let dr = dn * product[2 * H + k] * r * (1 - r)
      step.input[k] = dr
      step.input[H + k] = dz
      step.input[2 * H + k] = dn
      step.recurrent[k] = dr
      step.recurrent[H + k] = dz
      step.recurrent[2 * H + k] = dn * r
      before[k] = dh * z
    }
  }

  /// h = act(x·W + b + h′·U + c); the gates' place gets it too.
  package func simple(_ step: StepPlaces<Number>, _ activation: Activation) {
    for k in 0..<step.count { step.gates[k] = step.input[k] + step.recurrent[k] }
    switch activation {
    case .tanh: applyTanh(step.gates, count: step.count)
    case .relu: for k in 0..<step.count { step.gates[k] = max(step.gates[k], 0) }
    }
    step.hidden.update(from: step.gates, count: step.count)
  }

  /// ∂h/∂a is 1 − h² for tanh; for relu 1 above zero and 0 at and below it. The gates hold h.
  package func simpleBack(_ step: StepBackPlaces<Number>, _ activation: Activation) {
    switch activation {
    case .tanh:
      for k in 0..<step.count {
        let h = step.gates[k]
        step.input[k] = step.hidden[k] * (1 - h * h)
      }
    case .relu:
      for k in 0..<step.count { step.input[k] = step.hidden[k] * (step.gates[k] > 0 ? 1 : 0) }
    }
    step.recurrent.update(from: step.input, count: step.count)
  }
}
