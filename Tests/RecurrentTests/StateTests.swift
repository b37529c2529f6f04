import Recurrent
import Testing

@Suite("states that go on, and what is wrong with a network's food")
struct StateTests {
  private func network(_ returnSequences: Bool = true) throws -> RecurrentNetwork {
    try RecurrentNetwork(
      parts: [
        .recurrent(LSTM(inputSize: 2, hiddenSize: 4, seed: 1)),
        .recurrent(GRU(inputSize: 4, hiddenSize: 3, seed: 2), returnSequences: returnSequences),
      ], outputs: 1, seed: 3)
  }

  @Test("parts of a sequence, batch after batch, give what the whole gives, until a reset")
  func stateful() throws {
    let whole = try SequenceBatch(batch: [
      AddingProblem(length: 9).example(seed: 1), AddingProblem(length: 9).example(seed: 2),
    ])
    var stateful = try StatefulNetwork(network())
    let first = try stateful.outputs(for: whole.part(0..<4))
    let second = try stateful.outputs(for: whole.part(4..<9))
    #expect(first.values + second.values == (try network().outputs(for: whole).outputs.values))
    #expect(throws: RecurrentError.changedBatch(found: 1, expected: 2)) {
      try stateful.outputs(for: SequenceBatch(AddingProblem(length: 3).example(seed: 1)))
    }
    stateful.resetState()
    #expect(try stateful.outputs(for: whole.part(0..<4)) == first)
  }

  @Test("a stateful training goes on where truncation would, and starts anew after a reset")
  func training() throws {
    let task = SineForecast(length: 12)
    let inputs = try SequenceBatch(task.example(seed: 1))
    let answers = try SequenceBatch(task.answers(seed: 1).map { [$0] })
    let network = try RecurrentNetwork([LSTM(inputSize: 1, hiddenSize: 3, seed: 1)], outputs: 1)
    var truncated = NetworkTraining(network, TrainingOptions(truncation: 6))
    try truncated.learn(inputs, answers)
    var stateful = NetworkTraining(network, TrainingOptions(stateful: true))
    try stateful.learn(inputs.part(0..<6), answers.part(0..<6))
    try stateful.learn(inputs.part(6..<12), answers.part(6..<12))
    #expect(stateful.losses == truncated.losses)
    stateful.resetState()
    try truncated.learn(inputs, answers)
    try stateful.learn(inputs.part(0..<6), answers.part(0..<6))
    #expect(stateful.losses[2] == truncated.losses[2])
  }

  @Test("a layer that reads backwards cannot carry a state on")
  func backwards() throws {
    let network = try RecurrentNetwork(
      parts: [
        .bidirectional(GRU(inputSize: 1, hiddenSize: 2), GRU(inputSize: 1, hiddenSize: 2))
      ], outputs: 1)
    #expect(throws: RecurrentError.readsBackwards) { try StatefulNetwork(network) }
    var training = NetworkTraining(network, TrainingOptions(truncation: 2))
    let inputs = SequenceBatch(steps: 4, batch: 1, features: 1)
    #expect(throws: RecurrentError.readsBackwards) { try training.learn(inputs, inputs) }
    #expect(
      RecurrentError.readsBackwards.description
        == "a layer that reads backwards begins at the end, so no state can be carried on to the "
        + "next part of a sequence: give whole sequences, or leave out the backward layer")
  }

  @Test("a layer that stands on one that gives only its last time-step is told what to do")
  func needsSequences() throws {
    let error = #expect(throws: RecurrentError.self) {
      try RecurrentNetwork(
        parts: [
          .recurrent(LSTM(inputSize: 2, hiddenSize: 4), returnSequences: false),
          .recurrent(LSTM(inputSize: 4, hiddenSize: 4)),
        ], outputs: 1)
    }
    #expect(
      error?.description
        == "part 0 gives only its last time-step, (batch, 4), and the layer above reads (batch, "
        + "time-steps, 4): let it give all of them with 'returnSequences: true'")
    let narrow = #expect(throws: RecurrentError.self) {
      try RecurrentNetwork(
        parts: [
          .bidirectional(LSTM(inputSize: 2, hiddenSize: 4), GRU(inputSize: 2, hiddenSize: 3)),
          .dropout(0.1), .recurrent(LSTM(inputSize: 4, hiddenSize: 4)),
        ], outputs: 1)
    }
    #expect(
      narrow?.description
        == "part 2 takes 4 features at each time-step, and what is below gives (batch, "
        + "time-steps, 7): make it with 'inputSize: 7'")
    #expect(throws: RecurrentError.noLayers) { try RecurrentNetwork(parts: [], outputs: 1) }
    #expect(throws: RecurrentError.misplacedEmbedding(part: 1)) {
      try RecurrentNetwork(
        parts: [
          .recurrent(GRU(inputSize: 1, hiddenSize: 1)), .embedding(Embedding(tokens: 2, size: 1)),
        ], outputs: 1)
    }
  }

  @Test("batches that do not fit are named with their shapes")
  func batches() throws {
    #expect(throws: RecurrentError.emptyBatch) { try SequenceBatch(batch: []) }
    #expect(throws: RecurrentError.unevenSteps(sequence: 1, found: 1, expected: 2)) {
      try SequenceBatch(batch: [[[1], [2]], [[1]]])
    }
    #expect(
      throws: RecurrentError.unevenFeatures(step: 0, found: 2, expected: 1, sequence: 1)
    ) { try SequenceBatch(batch: [[[1]], [[1, 2]]]) }
    let error = #expect(throws: RecurrentError.self) {
      try SequenceBatch(batch: [[[1]], [[.infinity]]])
    }
    #expect(error?.description == "feature 0 of time-step 0 in sequence 1 is not a finite number")
    #expect(
      RecurrentError.notFinite(step: 1, feature: 0).description
        == "feature 0 of time-step 1 is not a finite number")
  }

  @Test("data that are not finite stop an update before it begins")
  func notFinite() throws {
    var training = NetworkTraining(try network())
    var inputs = SequenceBatch(steps: 3, batch: 2, features: 2)
    var answers = SequenceBatch(steps: 1, batch: 2, features: 1)
    inputs[2, 1, 0] = .nan
    #expect(throws: RecurrentError.notFinite(step: 2, feature: 0, sequence: 1)) {
      try training.learn(inputs, answers)
    }
    inputs[2, 1, 0] = 0
    answers[0, 1, 0] = .infinity
    #expect(throws: RecurrentError.answerNotFinite(step: 0, sequence: 1)) {
      try training.learn(inputs, answers)
    }
    #expect(training.losses.isEmpty)
    #expect(throws: RecurrentError.emptyBatch) {
      try training.learn(SequenceBatch(steps: 3, batch: 0, features: 2), answers)
    }
    var last = NetworkTraining(try network(false))
    #expect(throws: RecurrentError.answersNeedSequences(steps: 3)) {
      try last.learn(inputs, SequenceBatch(steps: 3, batch: 2, features: 1))
    }
  }
}
