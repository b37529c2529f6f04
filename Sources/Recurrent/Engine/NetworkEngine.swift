/// Stacked layers with a dense layer on top, and all that their training needs, in places that are
/// taken once: an update asks for no memory, whatever its number of time-steps.
package final class NetworkEngine<Number: RecurrentNumber> {
  package let steps: Int
  package let batch: Int
  package let outputSize: Int
  /// Whether the network speaks after every time-step, or after the last.
  package let everyStep: Bool
  let layers: [LayerEngine<Number>]
  private let kernels: Kernels<Number>
  let workers: Workers

  /// All weights and biases: the layers' from the bottom up, then the head's.
  package let parameters: Buffer<Number>
  package let gradient: Buffer<Number>
  /// steps × batch × inputs.
  package let inputs: Buffer<Number>
  /// (steps or 1) × batch × outputs, and ∂L/∂ of them.
  package let outputs: Buffer<Number>
  package let slope: Buffer<Number>
  /// Vᵀ of the head for the kernels.
  private let transposed: Buffer<Number>

  /// - Parameters:
  ///   - shapes: the lowest layer first; each takes as many features as the one below gives.
  ///   - parameters: as many as `parameterCount` says.
  ///   - width: of the registers to use; changes no bit.
  ///   - workers: the threads, each on its own sequences; changes no bit.
  package init(
    _ shapes: [LayerShape], outputs outputSize: Int, parameters: Buffer<Number>, steps: Int,
    batch: Int, everyStep: Bool, width: KernelWidth, workers: Workers
  ) {
    precondition(
      parameters.count == Self.parameterCount(shapes, outputs: outputSize),
      "a network's parameters are of its size")
    self.steps = steps
    self.batch = batch
    self.outputSize = outputSize
    self.everyStep = everyStep
    self.parameters = parameters
    let kernels = Kernels<Number>(width)
    self.kernels = kernels
    self.workers = workers
    layers = shapes.map { shape in
      LayerEngine(shape, steps: steps, batch: batch, kernels: kernels, workers: workers)
    }
    gradient = Buffer(repeating: 0, count: parameters.count)
    inputs = Buffer(repeating: 0, count: steps * batch * shapes[0].inputSize)
    outputs = Buffer(repeating: 0, count: (everyStep ? steps : 1) * batch * outputSize)
    slope = Buffer(repeating: 0, count: outputs.count)
    transposed = Buffer(
      repeating: 0,
      count: ProductShape.packedCount(
        rows: outputSize, columns: shapes[shapes.count - 1].hiddenSize))
  }

  package static func parameterCount(_ shapes: [LayerShape], outputs: Int) -> Int {
    let top = shapes[shapes.count - 1].hiddenSize
    return shapes.reduce(0) { $0 + $1.parameterCount } + (top + 1) * outputs
  }

  private var top: LayerEngine<Number> { layers[layers.count - 1] }
  private var topSize: Int { top.shape.hiddenSize }
  /// Where the head's weights stand; its biases are behind them.
  private var headStart: Int { parameters.count - (topSize + 1) * outputSize }
  private var biasStart: Int { parameters.count - outputSize }
  /// The rows that the head reads begin here.
  private var firstRow: Int { everyStep ? 0 : (steps - 1) * batch }

  // MARK: - Forwards

  /// From `inputs` to `outputs`.
  package func run() {
    var (start, source) = (0, inputs.start)
    for layer in layers {
      layer.run(parameters.start + start, over: source)
      start += layer.shape.parameterCount
      source = layer.hiddenAfter
    }
    let (rows, count) = (outputs.count / outputSize, outputSize)
    workers.split(rows, work: outputs.count * topSize) { part in
      kernels.setProduct(
        ProductShape(rows: part.count, columns: count, inner: topSize),
        top.hiddenAfter + (firstRow + part.lowerBound) * topSize, parameters.start + headStart,
        plus: parameters.start + biasStart, to: outputs.start + part.lowerBound * count)
    }
  }

  // MARK: - Backwards

  /// From `slope` to `gradient`: ∂L/∂h = ∂L/∂y·Vᵀ, ∂L/∂V = Σ hᵀ·∂L/∂y, ∂L/∂b = Σ ∂L/∂y, and down.
  package func goBack() {
    goBackThroughHead()
    var start = headStart
    for (index, layer) in layers.enumerated().reversed() {
      start -= layer.shape.parameterCount
      layer.goBack(parameters.start + start)
      let source = index == 0 ? inputs.start : layers[index - 1].hiddenAfter
      layer.setGradients(of: source, to: gradient.start + start)
      guard index > 0 else { break }
      layer.setInputGradients(
        parameters.start + start, to: layers[index - 1].hiddenGradient.start)
    }
  }

  private func goBackThroughHead() {
    let (rows, count) = (outputs.count / outputSize, outputSize)
    let hidden = top.hiddenAfter + firstRow * topSize
    let incoming = top.hiddenGradient
    incoming.start.update(repeating: 0, count: firstRow * topSize)
    packTransposed(
      parameters.start + headStart, rows: topSize, columns: count, into: transposed.start)
    workers.split(rows, work: outputs.count * topSize) { part in
      kernels.setProduct(
        ProductShape(rows: part.count, columns: topSize, inner: count).packedSecond,
        slope.start + part.lowerBound * count, transposed.start, plus: top.zeros.start,
        to: incoming.start + (firstRow + part.lowerBound) * topSize)
    }
    // Vᵀ's gradient, whose columns are many: (∂L/∂y)ᵀ·h has the same sums. The place of Vᵀ is free.
    kernels.setProduct(
      ProductShape(rows: count, columns: topSize, inner: rows).transposedFirst, slope.start,
      hidden, plus: top.zeros.start, to: transposed.start)
    for unit in 0..<topSize {
      for k in 0..<count {
        gradient.start[headStart + unit * count + k] = transposed.start[k * topSize + unit]
      }
    }
    (gradient.start + biasStart).update(repeating: 0, count: count)
    for row in 0..<rows {
      for k in 0..<count { gradient.start[biasStart + k] += slope.start[row * count + k] }
    }
  }
}

extension LayerEngine {
  /// h after every step, rows × hiddenSize.
  var hiddenAfter: UnsafeMutablePointer<Number> { hidden.start + batch * shape.hiddenSize }
}
