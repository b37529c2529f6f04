// Twenty updates of every cell in both precisions, as hashes of all weights. Compiled together with
// the core's files, so that it runs wherever Swift does: `scripts/same-bits` says where.

private let steps = 11
private let batch = 5

@_cdecl("same_bits")
public func sameBits(_ index: Int32) -> UInt64 {
  switch index {
  case 0: trained(SimpleRNN(inputSize: 3, hiddenSize: 19, seed: 1))
  case 1: trained(LSTM(inputSize: 3, hiddenSize: 19, seed: 2))
  case 2: trained(LSTM(inputSize: 3, hiddenSize: 19, peepholes: true, seed: 3))
  case 3: trained(GRU(inputSize: 3, hiddenSize: 19, seed: 4))
  case 4: trained(GRU(inputSize: 3, hiddenSize: 19, resetAfter: false, seed: 5))
  case 5: trained(.simple(.tanh), below: .simple(.relu))
  case 6: trained(.lstm, below: .gru)
  case 7: trained(.gru, below: .lstm)
  default: 0
  }
}

/// Sequences and answers of one update.
private func drawn(_ update: Int, outputs: Int) -> (SequenceBatch, SequenceBatch) {
  var generator = SeededGenerator(seed: update)
  var inputs = SequenceBatch(steps: steps, batch: batch, features: 3)
  var answers = SequenceBatch(steps: steps, batch: batch, features: outputs)
  for index in inputs.values.indices { inputs.values[index] = generator.gaussian() }
  for index in answers.values.indices { answers.values[index] = generator.uniform() }
  return (inputs, answers)
}

// MARK: - Double, by the cells

/// The answers are for the hidden states themselves.
private func trained<Layer: RecurrentLayer>(_ start: Layer) -> UInt64 {
  var layer = start
  var parameters = layer.weights.flat
  var optimizer = OptimizerState(.adam(learningRate: 0.01), count: parameters.count)
  for update in 0..<20 {
    let (inputs, answers) = drawn(update, outputs: layer.hiddenSize)
    guard let run = try? layer.unrolled(over: inputs),
      let error = try? Loss.meanSquaredError.evaluated(run.hidden, answers)
    else { return 0 }
    var gradient = layer.gradients(of: run, hidden: error.slope).weights.flat
    _ = clipNorm(&gradient, to: 0.5)
    optimizer.update(&parameters, gradient)
    layer.weights.flat = parameters
  }
  return hash(parameters) { $0.bitPattern }
}

// MARK: - Float, by the engine

/// Two layers and a head, whose answers are probabilities.
private func trained(_ cell: Cell, below: Cell) -> UInt64 {
  let shape = NetworkShape(
    [
      LayerShape(below, inputSize: 3, hiddenSize: 19),
      LayerShape(cell, inputSize: 19, hiddenSize: 17),
    ], outputs: 2)
  let count = shape.parameterCount
  var generator = SeededGenerator(seed: 9)
  let parameters = Buffer((0..<count).map { _ in Float(generator.uniform(-0.3...0.3)) })
  let engine = NetworkEngine<Float>(
    shape, parameters: parameters, steps: steps, batch: batch, everyStep: true, width: .widest,
    workers: Workers(threads: 1))
  let optimizer = EngineOptimizer<Float>(
    .adam(learningRate: 0.01), count: count, width: .widest, workers: Workers(threads: 1))
  for update in 0..<20 {
    let (inputs, answers) = drawn(update, outputs: 2)
    engine.inputs.begin(with: inputs.values.map { Float($0) })
    engine.run()
    var outputs = answers
    outputs.values = engine.outputs.values.map { Double($0) }
    guard let error = try? Loss.binaryCrossEntropy.evaluated(outputs, answers) else { return 0 }
    engine.slope.begin(with: error.slope.values.map { Float($0) })
    engine.goBack()
    optimizer.update(parameters, engine.gradient)
  }
  return hash(parameters.values) { UInt64($0.bitPattern) }
}

/// Fowler, Noll & Vo's hash, number by number.
private func hash<Number>(_ values: [Number], _ bits: (Number) -> UInt64) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for value in values {
    hash ^= bits(value)
    hash &*= 0x100_0000_01b3
  }
  return hash
}
