import Recurrent

/// Learning in a stream that nobody cuts into sequences.
enum Breakdown {
  private static let units = 16
  private static let seeds = 1...4

  static func study() throws -> Study {
    let gate = try seeds.map { try continual(bias: 1, pieces: 1000, seed: $0) }
    let without = try seeds.map { try continual(bias: 100, pieces: 1000, seed: $0) }
    let patient = try seeds.map { try continual(bias: 100, pieces: 8000, seed: $0) }
    let cut = try seeds.map { try fromNothing(bias: 100, pieces: 1000, seed: $0) }
    let rows = [
      ("with a forget gate, bias 1", gate), ("without", without),
      ("without, after 8,000 pieces", patient), ("without, a state of 0 at each piece", cut),
    ].map { name, results in
      [name, short(results.map(\.cell).max() ?? 0, digits: 3), list(results.map(\.right))]
    }
    return Study(
      title: "A stream breaks what cannot forget",
      claim: """
        An LSTM whose state nobody resets may break down on a stream without marked ends, as the \
        state grows; with forget gates it solves such problems (Gers, Schmidhuber & Cummins 2000, \
        abstract).
        """,
      setup: """
        Strings of Reber's grammar between two T or two P, which of them has to be remembered. \
        Eight streams in 1,000 pieces of 50 letters, an update for each piece; the state goes on \
        from piece to piece, in the last row it starts from 0. \(units) units, \
        seeds \(seeds.lowerBound) to \(seeds.upperBound), Adam at a rate of 0.01, gradients clipped \
        to a length of 1. Then a stream of 20,000 letters of seed 5: the largest |c| at its end, and \
        how many of the closing letters in its last 5,000 are told. Guessing is right in 50 %.
        """,
      table: Table(headings: ["LSTM", "largest c", "right, %"], rows: rows),
      finding: finding(
        gate.allSatisfy { $0.right > 95 } && median(without) < 70 && median(cut) > 95,
        "With the gate every seed learns it. Without, a state that only grows leaves the networks "
          + "guessing, where the same networks learn from pieces that start at 0. It is the learning "
          + "that breaks down: a network that got it reads on in the stream, though its state grows."
          + patience(patient),
        otherwise: "see the table."))
  }

  /// What eight times as much of the stream changes.
  private static func patience(_ readings: [Reading]) -> String {
    let count = readings.filter { $0.right > 95 }.count
    return count == 0
      ? "" : " With eight times as many pieces \(count) of \(readings.count) learn it even so."
  }

  private struct Reading {
    /// The largest |c| at the end of the stream.
    var cell: Double
    /// Closing letters that were told, in percent.
    var right: Double
  }

  private static func list(_ shares: [Double]) -> String {
    shares.map { fixed($0, 0) }.joined(separator: " / ")
  }

  private static func median(_ readings: [Reading]) -> Double {
    readings.map(\.right).sorted()[readings.count / 2]
  }

  /// Learns in streams whose state is never set back.
  private static func continual(bias: Double, pieces: Int, seed: Int) throws -> Reading {
    try learned(bias: bias, seed: seed, truncation: 50) { training in
      try learn(&training, ReberGrammar(length: 50 * pieces, embedded: true), seed: 1000 * seed)
    }
  }

  /// Learns as many pieces, each from a state of 0.
  private static func fromNothing(bias: Double, pieces: Int, seed: Int) throws -> Reading {
    try learned(bias: bias, seed: seed) { training in
      for piece in 0..<pieces {
        let task = ReberGrammar(length: 50, embedded: true)
        try learn(&training, task, seed: 10_000 * seed + 8 * piece)
      }
    }
  }

  private static func learned(
    bias: Double, seed: Int, truncation: Int? = nil, _ learn: (inout NetworkTraining) throws -> Void
  ) throws -> Reading {
    let layer = LSTM(inputSize: 7, hiddenSize: units, forgetBias: bias, seed: seed)
    var training = NetworkTraining(
      try RecurrentNetwork([layer], outputs: 7, seed: seed + 100),
      TrainingOptions(
        loss: .softmaxCrossEntropy, optimizer: .adam(learningRate: 0.01), clipping: .norm(1),
        truncation: truncation))
    try learn(&training)
    return try read(by: training.network)
  }

  /// One batch of eight sequences.
  private static func learn(
    _ training: inout NetworkTraining, _ task: ReberGrammar, seed: Int
  ) throws {
    let seeds = seed..<(seed + 8)
    try training.learn(
      SequenceBatch(batch: seeds.map { task.example(seed: $0) }),
      SequenceBatch(batch: seeds.map { task.answers(seed: $0).map { [$0] } }))
  }

  private static func read(by network: RecurrentNetwork) throws -> Reading {
    let task = ReberGrammar(length: 20_000, embedded: true)
    let (letters, answers) = (task.example(seed: 5), task.answers(seed: 5))
    let (outputs, runs) = try network.outputs(for: SequenceBatch(letters))
    let asked = task.closings(in: letters, answers: answers).filter { $0 >= 15_000 }
    let told = asked.filter { step in
      (outputs[step, 0, 1] > outputs[step, 0, 2]) == (answers[step] == 1)
    }
    let last = runs[0].cell.sequence(0)[task.length - 1]
    return Reading(
      cell: last.map { abs($0) }.max() ?? 0,
      right: 100 * Double(told.count) / Double(asked.count))
  }
}
