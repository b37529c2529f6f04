import Recurrent
import Testing

@Suite("training")
struct TrainingTests {
  /// FNV-1a over the bits of numbers.
  private func hash(_ values: [Double]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in values {
      for byte: UInt64 in 0..<8 {
        hash ^= (value.bitPattern >> (8 * byte)) & 0xff
        hash &*= 0x100_0000_01b3
      }
    }
    return hash
  }

  private func losses(_ layer: any RecurrentLayer) -> [Double] {
    SequenceModel(layer, seed: 1)
      .trained(on: AddingProblem(length: 12), steps: 20, batchSize: 8, seed: 3).losses
  }

  @Test("twenty steps give the same bits in every build")
  func bits() {
    let rnn = losses(SimpleRNN(inputSize: 2, hiddenSize: 7, spectralRadius: 0.9, seed: 7))
    let lstm = losses(LSTM(inputSize: 2, hiddenSize: 7, seed: 7))
    let gru = losses(GRU(inputSize: 2, hiddenSize: 7, seed: 7))
    #expect(hash(rnn + lstm + gru) == 4_534_555_655_310_180_159)
  }

  @Test("a training whose loss explodes stops and keeps the last good weights")
  func explosion() {
    let task = AddingProblem(length: 5)
    let model = SequenceModel(LSTM(inputSize: 2, hiddenSize: 4, seed: 1), seed: 1)
    let run = model.trained(on: task, steps: 10, batchSize: 4, learningRate: 1e300, seed: 1)
    #expect(run.stoppedEarly)
    #expect(run.losses.count == 1)
    let sequence = task.example(seed: 9)
    #expect(run.model.predictions(for: sequence) == model.predictions(for: sequence))
  }

  @Test("an LSTM learns to add where guessing stays at one sixth")
  func adding() {
    let task = AddingProblem(length: 10)
    let model = SequenceModel(LSTM(inputSize: 2, hiddenSize: 16, seed: 7), seed: 1)
    let run = model.trained(on: task, steps: 400, batchSize: 16, seed: 3)
    #expect(run.model.loss(on: task, seed: 5) < 0.02)
  }

  @Test("gradients start at one, and a shape that does not fit is named")
  func shapes() {
    let lstm = LSTM(inputSize: 2, hiddenSize: 32, forgetBias: 5, seed: 7)
    let norms = lstm.gradientNorms(steps: 60)
    #expect(norms.count == 61)
    #expect(abs(norms[0] - 1) < 1e-14)
    #expect(throws: RecurrentError.wrongFeatures(found: 1, expected: 2)) {
      try lstm.traced([[1], [2]])
    }
    #expect(throws: RecurrentError.emptySequence) { try lstm.traced([]) }
    #expect(throws: RecurrentError.notFinite(step: 1, feature: 0)) {
      try lstm.traced([[1, 0], [.nan, 0]])
    }
  }
}
