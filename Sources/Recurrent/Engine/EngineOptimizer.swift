/// An optimiser on its way, for numbers of either type: `OptimizerState` in places taken once.
package final class EngineOptimizer<Number: RecurrentNumber> {
  package let optimizer: Optimizer
  /// Updates made.
  package private(set) var step = 0
  private let first: Buffer<Number>
  private let second: Buffer<Number>
  private let kernels: Kernels<Number>
  private let workers: Workers

  /// - Parameters:
  ///   - count: the number of parameters.
  ///   - width: of the registers to use; changes no bit.
  ///   - workers: the threads; changes no bit.
  package init(_ optimizer: Optimizer, count: Int, width: KernelWidth, workers: Workers) {
    self.optimizer = optimizer
    first = Buffer(repeating: 0, count: count)
    second = Buffer(repeating: 0, count: count)
    kernels = Kernels(width)
    self.workers = workers
  }

  /// - Parameter factor: of the learning rate, from a schedule.
  package func update(
    _ parameters: Buffer<Number>, _ gradient: Buffer<Number>, factor: Double = 1
  ) {
    precondition(
      parameters.count == first.count && gradient.count == first.count,
      "an optimiser of \(first.count) numbers got \(gradient.count) slopes")
    step += 1
    let rate = Number(optimizer.learningRate * factor)
    // Divisions and a root take as long as some ten multiplications.
    workers.split(parameters.count, by: 16, work: 10 * parameters.count) { part in
      let (p, g) = (parameters.start + part.lowerBound, gradient.start + part.lowerBound)
      let (m, v) = (first.start + part.lowerBound, second.start + part.lowerBound)
      switch optimizer {
      case .sgd(_, let momentum): descend(p, g, m, part.count, rate, Number(momentum))
      case .rmsProp(_, let decay): divideByRoot(p, g, v, part.count, rate, Number(decay))
      case .adam:
        kernels.adam(
          p, g, (m, v), count: part.count, rate: rate,
          corrections: (Number(1 - power(0.9, step)), Number(1 - power(0.999, step))))
      }
    }
  }

  private func descend(
    _ parameters: UnsafeMutablePointer<Number>, _ gradient: UnsafePointer<Number>,
    _ velocity: UnsafeMutablePointer<Number>, _ count: Int, _ rate: Number, _ momentum: Number
  ) {
    for index in 0..<count {
      velocity[index] = momentum * velocity[index] + gradient[index]
      parameters[index] -= rate * velocity[index]
    }
  }

  private func divideByRoot(
    _ parameters: UnsafeMutablePointer<Number>, _ gradient: UnsafePointer<Number>,
    _ squares: UnsafeMutablePointer<Number>, _ count: Int, _ rate: Number, _ decay: Number
  ) {
    for index in 0..<count {
      let g = gradient[index]
      squares[index] = decay * squares[index] + (1 - decay) * (g * g)
      parameters[index] -= rate * g / (squares[index].squareRoot() + 1e-8)
    }
  }
}
