/// Adam (Kingma & Ba 2015): steps scaled by running means of the gradient and of its square.
///
/// β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ added to the root; both means corrected for their start at zero.
struct Adam: Hashable, Sendable {
  let learningRate: Double
  private var step = 0
  private var first: [Double]
  private var second: [Double]

  init(learningRate: Double, count: Int) {
    self.learningRate = learningRate
    first = [Double](repeating: 0, count: count)
    second = first
  }

  mutating func update(_ parameters: inout [Double], _ gradient: [Double]) {
    step += 1
    let firstCorrection = 1 - power(0.9, step)
    let secondCorrection = 1 - power(0.999, step)
    for index in parameters.indices {
      let g = gradient[index]
      first[index] = 0.9 * first[index] + 0.1 * g
      second[index] = 0.999 * second[index] + 0.001 * (g * g)
      let mean = first[index] / firstCorrection
      let root = (second[index] / secondCorrection).squareRoot()
      parameters[index] -= learningRate * mean / (root + 1e-8)
    }
  }

  /// By squaring: log₂ n multiplications.
  private func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var square = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}

/// Scales all gradients together so that their length is at most `bound` (Pascanu, Mikolov &
/// Bengio 2013); gives the length before. As in PyTorch, 10⁻⁶ is added to it.
func clipNorm(_ gradient: inout [Double], to bound: Double) -> Double {
  let length = norm(of: gradient[...])
  let factor = bound / (length + 1e-6)
  if factor < 1 { for index in gradient.indices { gradient[index] *= factor } }
  return length
}
