import Diagnostics
import Lab
import Scripting
import Testing

@Suite("networks in a block")
struct NetworkTests {
  private func run(_ program: String) -> (printed: String, mistakes: [String]) {
    let block = PageBlock(
      text: program, path: "lstm.md", start: SourcePosition(line: 1, column: 1))
    let done = PageRunner().run(LessonPage(path: "lstm.md", items: [.block(block)]))
    return (done.value.blocks[0].printed, done.diagnostics.map(\.description))
  }

  @Test("a network is made of parts, and answers a sequence or a batch of them")
  func parts() {
    let (printed, mistakes) = run(
      """
      let network = RecurrentNetwork([
        .embedding(Embedding(tokens: 5, size: 3, seed: 1)),
        .recurrent(LSTM(inputSize: 3, hiddenSize: 4, peepholes: true, seed: 1)),
        .dropout(0.1),
        .bidirectional(
          GRU(inputSize: 4, hiddenSize: 3, seed: 2),
          GRU(inputSize: 4, hiddenSize: 3, resetAfter: false, seed: 3), returnSequences: false),
      ], outputs: 2, seed: 5)
      let one = network.predictions(for: [[0], [4]])
      let batch = network.predictions(for: [[[0], [4]], [[1], [2]]])
      print(network.returnSequences, one.count, one[0].count, batch.count, batch[0] == one)
      """)
    #expect(mistakes == [])
    #expect(printed == "false 1 2 2 true\n")
  }

  @Test("training is watched on the way, and its best network kept")
  func training() {
    let (printed, mistakes) = run(
      """
      let network = RecurrentNetwork(
        [.recurrent(LSTM(inputSize: 8, hiddenSize: 8, seed: 1), returnSequences: false)],
        outputs: TemporalOrder(length: 10).classes, seed: 2)
      let run = network.training(
        on: TemporalOrder(length: 10), steps: 20, loss: .softmaxCrossEntropy, batchSize: 8,
        evaluateEvery: 10, seed: 3)
      print(run.losses.count, run.evaluatedSteps, run.bestStep != nil)
      print(run.evaluations[0].accuracy != nil, run.gradientNorms.count)
      """)
    #expect(mistakes == [])
    #expect(printed == "20 [10, 20] true\ntrue 20\n")
  }

  @Test("a stateful network goes on where it was, until it is reset")
  func stateful() {
    let (printed, mistakes) = run(
      """
      let network = RecurrentNetwork(
        [.recurrent(SimpleRNN(inputSize: 1, hiddenSize: 4, seed: 7))], outputs: 1)
      let whole = network.predictions(for: [[1], [2], [3]])
      var reader = network.stateful()
      let first = reader.predictions(for: [[1], [2]])
      let rest = reader.predictions(for: [[3]])
      reader.resetState()
      print(first + rest == whole, reader.predictions(for: [[3]]) == rest)
      """)
    #expect(mistakes == [])
    #expect(printed == "true false\n")
  }

  @Test(
    "what does not fit is said at the call",
    arguments: [
      (
        """
        let lower = LSTM(inputSize: 1, hiddenSize: 12)
        let n = RecurrentNetwork([.recurrent(lower, returnSequences: false), .recurrent(lower)], outputs: 1)
        """, "lstm.md:2:9: error: part 0 gives only its last time-step"
      ),
      (
        "let n = RecurrentNetwork([], outputs: 1)", "lstm.md:1:9: error: "
      ),
      (
        "let e = Embedding(tokens: 100_000, size: 4_096)",
        "lstm.md:1:9: error: this block made more"
      ),
      (
        "let j = LSTM(inputSize: 1, hiddenSize: 2).jacobian(of: 3, by: 1, over: [[1], [2]])",
        "lstm.md:1:43: error: time-steps 1 to 3 are not in a sequence of 2"
      ),
      (
        "let t = CopyingMemory(delay: 0)", "lstm.md:1:"
      ),
      (
        """
        let n = RecurrentNetwork([.recurrent(LSTM(inputSize: 1, hiddenSize: 2))], outputs: 1)
        let e = n.evaluation(on: RecallFirst(length: 10_000), sequences: 4096, seed: 1)
        """, "lstm.md:2:11: error: this block made more"
      ),
    ])
  func mistakes(program: String, words: String) {
    let mistakes = run(program).mistakes.filter { $0.contains("error") }
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.hasPrefix(words) == true, "\(mistakes)")
  }
}
