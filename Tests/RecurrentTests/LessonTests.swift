import Recurrent
import Testing

@Suite("networks in lessons")
struct LessonTests {
  private let network = RecurrentNetwork(
    [
      .embedding(Embedding(tokens: 4, size: 3, seed: 1)),
      .recurrent(LSTM(inputSize: 3, hiddenSize: 5, seed: 2)),
      .recurrent(GRU(inputSize: 5, hiddenSize: 4, seed: 3)),
    ], outputs: 2, seed: 4)

  @Test("predictions have the shapes that the checklist names")
  func shapes() {
    let sequences: [[[Double]]] = [[[0], [1], [2]], [[3], [3], [0]]]
    let all = network.predictions(for: sequences)
    #expect(all.count == 2 && all[0].count == 3 && all[0][0].count == 2)
    #expect(all[1] == network.predictions(for: sequences[1]))
    let last = RecurrentNetwork(
      [.recurrent(GRU(inputSize: 1, hiddenSize: 2), returnSequences: false)], outputs: 3)
    let found = last.predictions(for: sequences)
    #expect(found.map { [$0.count, $0[0].count] } == [[1, 3], [1, 3]])
  }

  @Test("a stateful network reads a sequence in parts as in one piece")
  func stateful() {
    let sequence: [[Double]] = [[0], [1], [2], [3], [1]]
    var reader = network.stateful()
    let parts =
      reader.predictions(for: Array(sequence[..<2]))
      + reader.predictions(for: Array(sequence[2...]))
    #expect(parts == network.predictions(for: sequence))
    reader.resetState()
    #expect(reader.predictions(for: sequence) == parts)
  }

  @Test("a training keeps its seed, its losses and its best weights")
  func training() {
    let network = RecurrentNetwork(
      [.recurrent(GRU(inputSize: 1, hiddenSize: 4, seed: 1)), .dropout(0.1)], outputs: 1, seed: 2)
    let run = network.training(
      on: SineForecast(length: 10), steps: 60, batchSize: 8, evaluateEvery: 20, seed: 3)
    #expect(run.plan.seed == 3 && run.losses.count == 60 && run.evaluatedSteps == [20, 40, 60])
    let before = network.evaluation(on: SineForecast(length: 10), seed: 4).loss
    #expect(run.bestNetwork.evaluation(on: SineForecast(length: 10), seed: 4).loss < before / 2)
  }
}
