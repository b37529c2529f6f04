import Recurrent

/// Milliseconds of one update of a network with one layer.
func stepMilliseconds(
  cell: String, hidden: Int, batch: Int, steps: Int, threads: Int, width: KernelWidth
) throws -> Double {
  let training = try FloatTraining(
    network(cell: cell, hidden: hidden), TrainingOptions(), workers: Workers(threads: threads),
    width: width)
  let (inputs, answers) = trainingBatch(steps: steps, batch: batch)
  return try median(threads: threads) { try training.learn(inputs, answers) }
}

/// One layer of 8 features, with one output.
func network(cell: String, hidden: Int) throws -> RecurrentNetwork {
  let layer: any RecurrentLayer =
    switch cell {
    case "lstm": LSTM(inputSize: 8, hiddenSize: hidden, seed: 1)
    case "gru": GRU(inputSize: 8, hiddenSize: hidden, seed: 1)
    case "rnn": SimpleRNN(inputSize: 8, hiddenSize: hidden, seed: 1)
    default: fatalError("there is no cell '\(cell)': lstm, gru or rnn")
    }
  return try RecurrentNetwork([layer], outputs: 1)
}

/// Gaussian numbers with an answer at every time-step.
func trainingBatch(steps: Int, batch: Int) -> (inputs: SequenceBatch, answers: SequenceBatch) {
  var generator = SeededGenerator(seed: 1)
  var inputs = SequenceBatch(steps: steps, batch: batch, features: 8)
  var answers = SequenceBatch(steps: steps, batch: batch, features: 1)
  for index in inputs.values.indices { inputs.values[index] = generator.gaussian() }
  for index in answers.values.indices { answers.values[index] = generator.gaussian() }
  return (inputs, answers)
}

/// Gflop/s of 32 × 256 by 256 × 128, packed: all of it stays in the second-level cache.
func productPeak() -> Double {
  let (rows, inner, columns) = (32, 256, 128)
  let a = Buffer<Float>(repeating: 0.5, count: rows * inner)
  let b = Buffer<Float>(repeating: 0.5, count: inner * columns)
  let out = Buffer<Float>(repeating: 0, count: rows * columns)
  let shape = ProductShape(rows: rows, columns: columns, inner: inner).packedSecond
  let time = median {
    for _ in 0..<1000 { Kernels.best.addProduct(shape, a.start, b.start, to: out.start) }
  }
  withExtendedLifetime((a, b, out)) {}
  return Double(2000 * rows * inner * columns) / time / 1e6
}
