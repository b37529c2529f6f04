import Recurrent
import Testing

@Suite("tasks")
struct TaskTests {
  private let tasks: [any SequenceTask] = [
    CopyingMemory(delay: 5), TemporalOrder(length: 20), Parity(length: 9), DelayedXOR(length: 6),
    MackeyGlass(length: 30), ReberGrammar(length: 40), CharacterText(length: 25),
  ]

  @Test("every task draws what its sizes say, and the same for one seed")
  func sizes() {
    for task in tasks {
      let sequence = task.example(seed: 3)
      #expect(sequence.count == task.length)
      #expect(sequence.allSatisfy { $0.count == task.inputSize })
      #expect(task.answers(seed: 3).count == (task.answersEveryStep ? task.length : 1))
      #expect(task.example(seed: 3) == sequence)
      #expect(task.example(seed: 4) != sequence)
    }
  }

  @Test("answers are right")
  func answers() {
    let bits = Parity(length: 9).example(seed: 1).map { Int($0[0]) }
    let parity = Parity(length: 9).answers(seed: 1)
    for step in bits.indices {
      #expect(Int(parity[step]) == bits[...step].reduce(0, +) % 2)
    }
    let xor = DelayedXOR(length: 6).example(seed: 2)
    #expect(DelayedXOR(length: 6).answers(seed: 2) == [xor[0][0] == xor[1][0] ? 0 : 1])
    let order = TemporalOrder(length: 20).example(seed: 5)
    let marks = order.filter { $0[0] == 1 || $0[1] == 1 }.map { $0[1] }
    #expect(marks.count == 2)
    #expect(TemporalOrder(length: 20).answers(seed: 5) == [2 * marks[0] + marks[1]])
    let copy = CopyingMemory(delay: 5)
    let shown = copy.example(seed: 6).prefix(10).map { Double($0.firstIndex(of: 1)!) }
    #expect(Array(copy.answers(seed: 6).suffix(10)) == shown)
    #expect(abs(copy.baseline - 10 * 2.0794415416798357 / 25) < 1e-14)
  }

  @Test("letters follow Reber's grammar, and the series stays where it belongs")
  func series() {
    let letters = ReberGrammar(length: 60).example(seed: 1).map {
      ReberGrammar.letters[$0.firstIndex(of: 1)!]
    }
    #expect(letters[0] == "B")
    #expect(ReberGrammar.accepts(String(letters)))
    #expect(!ReberGrammar.accepts("BTX" + "T" + "B"))
    let series = MackeyGlass(length: 300).answers(seed: 1)
    #expect(series.allSatisfy { abs($0) < 0.6 })
    #expect(series.max()! - series.min()! > 0.5)
  }

  @Test("an embedded string ends with the letter that opened it")
  func embedded() {
    let task = ReberGrammar(length: 200, embedded: true)
    let (example, answers) = (task.example(seed: 1), task.answers(seed: 1))
    let letters = example.map { ReberGrammar.letters[$0.firstIndex(of: 1)!] }
    let closings = task.closings(in: example, answers: answers)
    #expect(closings.count > 8)
    var start = 0
    for end in closings {
      #expect(letters[start] == "B")
      #expect(ReberGrammar.accepts(String(letters[(start + 2)...end])))
      #expect(letters[end] == "E")
      #expect(ReberGrammar.letters[Int(answers[end])] == letters[start + 1])
      start = end + 3
    }
    #expect(Set(closings.map { answers[$0] }) == [1, 2])
  }

  @Test("a network learns the grammar and writes by it")
  func grammar() throws {
    let task = ReberGrammar(length: 30)
    let network = try RecurrentNetwork(
      [LSTM(inputSize: 7, hiddenSize: 12, seed: 1)], outputs: 7, seed: 2)
    var training = NetworkTraining(
      network,
      TrainingOptions(
        loss: .softmaxCrossEntropy, optimizer: .adam(learningRate: 0.02), clipping: .norm(1)))
    try training.learn(task, steps: 150, batchSize: 16, seed: 3)
    let before = try network.loss(on: task, .softmaxCrossEntropy, seed: 9)
    let after = try training.network.loss(on: task, .softmaxCrossEntropy, seed: 9)
    // Six of about eight letters of a string are a choice of two: below 0.55 nats on the whole.
    #expect(before > 1.8)
    #expect(after < 0.65)
    let written = try training.network.generated(
      after: [0], count: 30, temperature: 0.25, seed: 5)
    #expect(ReberGrammar.accepts("B" + String(written.map { ReberGrammar.letters[$0] })))
  }

  @Test("saliency gives every time-step its part")
  func saliency() throws {
    let network = try RecurrentNetwork([GRU(inputSize: 2, hiddenSize: 4, seed: 1)], outputs: 1)
    let inputs = try SequenceBatch(AddingProblem(length: 8).example(seed: 1))
    let answers = try SequenceBatch([AddingProblem(length: 8).answers(seed: 1)])
    let found = try network.saliency(of: inputs, answers, loss: .meanSquaredError)
    #expect(found.count == 8)
    #expect(found.allSatisfy { $0 > 0 })
  }
}
