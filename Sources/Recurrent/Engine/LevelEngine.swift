/// One floor of a stack at work: a layer, or two that read both ways and stand side by side above.
final class LevelEngine<Number: RecurrentNumber> {
  /// The second reads from the end, in its own order of time.
  let layers: [LayerEngine<Number>]
  /// What the inputs are multiplied by when some are left out.
  let mask: Buffer<Number>?
  private let masked: Buffer<Number>?
  private let sides: BothWays<Number>?
  private let inputSize: Int
  private let rows: Int

  /// - Parameter joinsEnds: as `NetworkShape` says.
  init(
    _ shapes: [LayerShape], drops: Bool, joinsEnds: Bool, steps: Int, batch: Int,
    kernels: Kernels<Number>, workers: Workers
  ) {
    layers = shapes.map { shape in
      LayerEngine(shape, steps: steps, batch: batch, kernels: kernels, workers: workers)
    }
    inputSize = shapes[0].inputSize
    rows = steps * batch
    mask = drops ? Buffer(repeating: 1, count: rows * inputSize) : nil
    masked = drops ? Buffer(repeating: 0, count: rows * inputSize) : nil
    sides =
      shapes.count == 2
      ? BothWays(shapes, steps: steps, batch: batch, joinsEnds: joinsEnds) : nil
  }

  /// What the level gives, and where ∂L/∂ of it is asked for.
  var hidden: UnsafeMutablePointer<Number> { sides?.hidden.start ?? layers[0].hiddenAfter }
  var slope: UnsafeMutablePointer<Number> {
    sides?.slope.start ?? layers[0].hiddenGradient.start
  }

  func run(_ parameters: UnsafePointer<Number>, over inputs: UnsafePointer<Number>) {
    let read = masked?.start ?? UnsafeMutablePointer(mutating: inputs)
    if let mask { multiply(inputs, mask.start, count: rows * inputSize, into: read) }
    layers[0].run(parameters, over: read)
    guard let sides else { return }
    sides.reverse(read, to: sides.inputs.start)
    layers[1].run(parameters + layers[0].shape.parameterCount, over: sides.inputs.start)
    sides.join(layers[0].hiddenAfter, layers[1].hiddenAfter)
  }

  /// From `slope` to ∂L/∂ of the parameters, and of the inputs when somebody asks for it.
  func goBack(
    _ parameters: UnsafePointer<Number>, over inputs: UnsafePointer<Number>,
    to gradient: UnsafeMutablePointer<Number>, _ inputGradient: UnsafeMutablePointer<Number>?
  ) {
    sides?.part(to: layers[0].hiddenGradient.start, layers[1].hiddenGradient.start)
    let read = masked.map { UnsafePointer($0.start) } ?? inputs
    var start = 0
    for (index, layer) in layers.enumerated() {
      layer.goBack(parameters + start)
      let source = index == 0 ? read : UnsafePointer(sides!.inputs.start)
      layer.setGradients(of: source, to: gradient + start)
      start += layer.shape.parameterCount
    }
    guard let inputGradient else { return }
    layers[0].setInputGradients(parameters, to: inputGradient)
    if let sides {
      // What the second layer read is no longer asked for.
      layers[1].setInputGradients(
        parameters + layers[0].shape.parameterCount, to: sides.inputs.start)
      sides.addReversed(sides.inputs.start, to: inputGradient)
    }
    if let mask {
      multiply(inputGradient, mask.start, count: rows * inputSize, into: inputGradient)
    }
  }
}

/// Where two layers that read the same from both ends find it and leave what they say.
private final class BothWays<Number: RecurrentNumber> {
  /// What the second layer reads.
  let inputs: Buffer<Number>
  /// Both hidden states side by side, and ∂L/∂ of them.
  let hidden: Buffer<Number>
  let slope: Buffer<Number>
  private let inputSize: Int
  private let sizes: (Int, Int)
  private let steps: Int
  private let batch: Int
  private let joinsEnds: Bool

  init(_ shapes: [LayerShape], steps: Int, batch: Int, joinsEnds: Bool) {
    inputSize = shapes[0].inputSize
    sizes = (shapes[0].hiddenSize, shapes[1].hiddenSize)
    self.steps = steps
    self.batch = batch
    self.joinsEnds = joinsEnds
    let rows = steps * batch
    inputs = Buffer(repeating: 0, count: rows * inputSize)
    hidden = Buffer(repeating: 0, count: rows * (sizes.0 + sizes.1))
    slope = Buffer(repeating: 0, count: hidden.count)
  }

  /// The second layer's row that stands beside a row of the first.
  private func row(beside row: Int) -> Int {
    joinsEnds ? row : reversed(row)
  }

  /// The same sequence's row as far from the end as this one is from the start.
  private func reversed(_ row: Int) -> Int {
    (steps - 1 - row / batch) * batch + row % batch
  }

  func reverse(_ source: UnsafePointer<Number>, to place: UnsafeMutablePointer<Number>) {
    for row in 0..<steps * batch {
      (place + reversed(row) * inputSize).update(from: source + row * inputSize, count: inputSize)
    }
  }

  func addReversed(_ source: UnsafePointer<Number>, to place: UnsafeMutablePointer<Number>) {
    for row in 0..<steps * batch {
      let (to, from) = (place + row * inputSize, source + reversed(row) * inputSize)
      for feature in 0..<inputSize { to[feature] += from[feature] }
    }
  }

  func join(_ first: UnsafePointer<Number>, _ second: UnsafePointer<Number>) {
    for row in 0..<steps * batch {
      let place = hidden.start + row * (sizes.0 + sizes.1)
      place.update(from: first + row * sizes.0, count: sizes.0)
      (place + sizes.0).update(from: second + self.row(beside: row) * sizes.1, count: sizes.1)
    }
  }

  func part(
    to first: UnsafeMutablePointer<Number>, _ second: UnsafeMutablePointer<Number>
  ) {
    for row in 0..<steps * batch {
      let place = slope.start + row * (sizes.0 + sizes.1)
      (first + row * sizes.0).update(from: place, count: sizes.0)
      (second + self.row(beside: row) * sizes.1).update(from: place + sizes.0, count: sizes.1)
    }
  }
}

/// out = a ⊙ b; `out` may be `a`.
func multiply<Number: RecurrentNumber>(
  _ a: UnsafePointer<Number>, _ b: UnsafePointer<Number>, count: Int,
  into out: UnsafeMutablePointer<Number>
) {
  for index in 0..<count { out[index] = a[index] * b[index] }
}
