/// A rule that turns gradients into steps.
public enum Optimizer: Hashable, Sendable {
  /// v = momentum·v + g; w = w − rate·v, as PyTorch has it (momentum 0 is plain descent).
  case sgd(learningRate: Double = 0.01, momentum: Double = 0)
  /// Steps over the root of a running mean of squares (Hinton 2012); ε = 10⁻⁸ beside the root.
  case rmsProp(learningRate: Double = 0.001, decay: Double = 0.99)
  /// Running means of the gradient and its square (Kingma & Ba 2015).
  ///
  /// β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ added to the root; both means corrected for their start at
  /// zero.
  case adam(learningRate: Double = 0.001)

  public var learningRate: Double {
    switch self {
    case .sgd(let rate, _), .rmsProp(let rate, _), .adam(let rate): rate
    }
  }
}

/// An optimiser on its way: what it remembers of the gradients before.
public struct OptimizerState: Hashable, Sendable {
  public let optimizer: Optimizer
  /// Updates made.
  public private(set) var step = 0
  private var first: [Double]
  private var second: [Double]

  /// - Parameter count: the number of parameters.
  public init(_ optimizer: Optimizer, count: Int) {
    self.optimizer = optimizer
    first = [Double](repeating: 0, count: count)
    second = first
  }

  /// - Parameter factor: of the learning rate, from a schedule.
  public mutating func update(
    _ parameters: inout [Double], _ gradient: [Double], factor: Double = 1
  ) {
    precondition(
      parameters.count == first.count && gradient.count == first.count,
      "an optimiser of \(first.count) numbers got \(gradient.count) slopes")
    step += 1
    // Times 1 is exact: without a schedule the rate keeps its bits.
    let rate = optimizer.learningRate * factor
    switch optimizer {
    case .sgd(_, let momentum): descend(&parameters, gradient, rate, momentum)
    case .rmsProp(_, let decay): divideByRoot(&parameters, gradient, rate, decay)
    case .adam: adam(&parameters, gradient, rate)
    }
  }

  private mutating func descend(
    _ parameters: inout [Double], _ gradient: [Double], _ rate: Double, _ momentum: Double
  ) {
    for index in parameters.indices {
      first[index] = momentum * first[index] + gradient[index]
      parameters[index] -= rate * first[index]
    }
  }

  private mutating func divideByRoot(
    _ parameters: inout [Double], _ gradient: [Double], _ rate: Double, _ decay: Double
  ) {
    for index in parameters.indices {
      let g = gradient[index]
      second[index] = decay * second[index] + (1 - decay) * (g * g)
      parameters[index] -= rate * g / (second[index].squareRoot() + 1e-8)
    }
  }

  private mutating func adam(
    _ parameters: inout [Double], _ gradient: [Double], _ rate: Double
  ) {
    let firstCorrection = 1 - power(0.9, step)
    let secondCorrection = 1 - power(0.999, step)
    for index in parameters.indices {
      let g = gradient[index]
      first[index] = 0.9 * first[index] + 0.1 * g
      second[index] = 0.999 * second[index] + 0.001 * (g * g)
      let mean = first[index] / firstCorrection
      let root = (second[index] / secondCorrection).squareRoot()
      parameters[index] -= rate * mean / (root + 1e-8)
    }
  }
}

/// By squaring: log₂ n multiplications.
func power(_ base: Double, _ exponent: Int) -> Double {
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
