/// Stacked layers with a dense layer on top, perhaps an embedding below, and all that their training
/// needs, in places that are taken once: an update asks for no memory, whatever its number of
/// time-steps.
package final class NetworkEngine<Number: RecurrentNumber> {
  package let shape: NetworkShape
  package let steps: Int
  package let batch: Int
  /// Whether the network speaks after every time-step, or after the last.
  package let everyStep: Bool
  let levels: [LevelEngine<Number>]
  let kernels: Kernels<Number>
  let workers: Workers

  /// All weights and biases, in the order that `shape` says.
  package let parameters: Buffer<Number>
  package let gradient: Buffer<Number>
  /// steps × batch × inputs; with an embedding made from `tokens`.
  package let inputs: Buffer<Number>
  /// steps × batch with an embedding, else none.
  package let tokens: Buffer<Int>
  /// (steps or 1) × batch × outputs, and ∂L/∂ of them.
  package let outputs: Buffer<Number>
  package let slope: Buffer<Number>
  /// What the head's inputs are multiplied by when some are left out, and those that it then reads.
  let headMask: Buffer<Number>?
  let headInputs: Buffer<Number>?
  /// Vᵀ of the head for the kernels.
  let transposed: Buffer<Number>
  /// As many as the head reads at a time-step.
  let zeros: Buffer<Number>
  /// ∂L/∂ of the vectors of an embedding's tokens.
  private let inputGradient: Buffer<Number>

  /// - Parameters:
  ///   - parameters: as many as the shape says.
  ///   - width: of the registers to use; changes no bit.
  ///   - workers: the threads, each on its own sequences or units; changes no bit.
  package init(
    _ shape: NetworkShape, parameters: Buffer<Number>, steps: Int, batch: Int, everyStep: Bool,
    width: KernelWidth, workers: Workers
  ) {
    precondition(
      parameters.count == shape.parameterCount, "a network's parameters are of its size")
    self.shape = shape
    self.steps = steps
    self.batch = batch
    self.everyStep = everyStep
    self.parameters = parameters
    let kernels = Kernels<Number>(width)
    self.kernels = kernels
    self.workers = workers
    levels = shape.levels.indices.map { index in
      LevelEngine(
        shape.levels[index], drops: shape.drops[index],
        joinsEnds: shape.joinsEnds && !everyStep && index == shape.levels.count - 1,
        steps: steps, batch: batch, kernels: kernels, workers: workers)
    }
    func place(_ count: Int) -> Buffer<Number> { Buffer(repeating: 0, count: count) }
    gradient = place(parameters.count)
    inputs = place(steps * batch * shape.inputSize)
    tokens = Buffer(repeating: 0, count: shape.tokens == nil ? 0 : steps * batch)
    inputGradient = place(shape.tokens == nil ? 0 : inputs.count)
    let rows = (everyStep ? steps : 1) * batch
    outputs = place(rows * shape.outputs)
    slope = place(outputs.count)
    headMask = shape.drops[levels.count] ? place(rows * shape.topSize) : nil
    headInputs = shape.drops[levels.count] ? place(rows * shape.topSize) : nil
    zeros = place(shape.topSize)
    transposed = place(
      ProductShape.packedCount(rows: shape.outputs, columns: shape.topSize))
  }

  /// Masks of what each level reads and behind them the head's: what stays is 1 over its share.
  package var masks: [Buffer<Number>?] { levels.map(\.mask) + [headMask] }

  // MARK: - Forwards

  /// From `inputs`, or `tokens`, to `outputs`.
  package func run() {
    if shape.tokens != nil { lookUpTokens() }
    var (start, source) = (shape.embeddingCount, inputs.start)
    for level in levels {
      level.run(parameters.start + start, over: source)
      start += level.parameterCount
      source = level.hidden
    }
    runHead(over: source)
  }

  private func lookUpTokens() {
    let size = shape.inputSize
    for row in 0..<tokens.count {
      (inputs.start + row * size).update(
        from: parameters.start + tokens.start[row] * size, count: size)
    }
  }

  // MARK: - Backwards

  /// From `slope` to `gradient`: through the head, and down.
  package func goBack() {
    goBackThroughHead()
    var start = headStart
    for (index, level) in levels.enumerated().reversed() {
      start -= level.parameterCount
      let below = index == 0 ? nil : levels[index - 1]
      let asked = below?.slope ?? (shape.tokens == nil ? nil : inputGradient.start)
      level.goBack(
        parameters.start + start, over: below?.hidden ?? inputs.start,
        to: gradient.start + start, asked)
    }
    if shape.tokens != nil { addTokens() }
  }

  /// For each token the sum of ∂L/∂ its vector over its places, in the order of time.
  private func addTokens() {
    let size = shape.inputSize
    gradient.start.update(repeating: 0, count: shape.embeddingCount)
    for row in 0..<tokens.count {
      let (sum, part) = (
        gradient.start + tokens.start[row] * size, inputGradient.start + row * size
      )
      for feature in 0..<size { sum[feature] += part[feature] }
    }
  }

  // MARK: - States

  /// Of every layer after the last time-step: h, and c where there is one.
  package var finalStates: [(hidden: [Number], cell: [Number])] {
    levels.flatMap(\.layers).map { layer in
      (
        Array(layer.hidden.values.suffix(batch * layer.shape.hiddenSize)),
        Array(layer.cell.values.suffix(layer.cellGradient.count))
      )
    }
  }

  /// Where every layer starts: what `finalStates` were, or zero.
  package func start(from states: [(hidden: [Number], cell: [Number])]?) {
    for (index, layer) in levels.flatMap(\.layers).enumerated() {
      if let state = states?[index] {
        layer.hidden.begin(with: state.hidden)
        layer.cell.begin(with: state.cell)
      } else {
        layer.hidden.start.update(repeating: 0, count: batch * layer.shape.hiddenSize)
        layer.cell.start.update(repeating: 0, count: layer.cellGradient.count)
      }
    }
  }
}

extension LevelEngine {
  var parameterCount: Int { layers.reduce(0) { $0 + $1.shape.parameterCount } }
}

extension LayerEngine {
  /// h after every step, rows × hiddenSize.
  var hiddenAfter: UnsafeMutablePointer<Number> { hidden.start + batch * shape.hiddenSize }
}
