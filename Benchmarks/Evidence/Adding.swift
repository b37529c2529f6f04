import Recurrent

/// The adding problem over long lags.
enum Adding {
  private static let units = 16
  private static let baseline = 1.0 / 6

  static func study() throws -> Study {
    var rows: [[String]] = []
    var holds = true
    for length in [100, 200, 400] {
      let chrono = try results(length, 1...3) { lstm($0).withChronoBias(longest: length, seed: $0) }
      let simple = try results(length, 1...3) {
        SimpleRNN(inputSize: 2, hiddenSize: units, seed: $0)
      }
      rows.append(row(length, "LSTM, chrono", chrono, length == 100 ? "74,000 sequences" : ""))
      if length == 100 {
        rows.append(row(length, "LSTM, forget bias 1", try results(length, 1...3, lstm), ""))
      }
      rows.append(row(length, "SimpleRNN", simple, "0.167 to 0.177"))
      holds = holds && chrono.allSatisfy { $0.sequences != nil }
      holds = holds && simple.allSatisfy { abs($0.last.loss - baseline) < 0.02 }
    }
    let far = try results(1000, 1...1) { lstm($0).withChronoBias(longest: 1000, seed: $0) }
    rows.append(row(1000, "LSTM, chrono", far, "853,000 sequences"))
    holds = holds && far[0].sequences != nil
    return Study(
      title: "The adding problem",
      claim: """
        LSTMs learn to add two marked numbers among hundreds, simple layers do not (Hochreiter & \
        Schmidhuber 1997, experiment 4, table 7: 74,000 sequences at 100 time-steps, 853,000 at \
        1,000, in an older form of the task and to a stricter measure; Le, Jaitly & Hinton 2015, \
        150 to 400 time-steps). Who always answers 1 has a mean squared error of 0.1767 there and \
        of 0.167 in Arjovsky, Shah & Bengio 2016; two numbers from 0 to 1 have a variance of \
        1/12 each, so it is 1/6.
        """,
      setup: """
        \(units) units, batches of 16, 1,500 steps at most (24,000 sequences), seeds 1 to 3, at 1,000 \
        time-steps seed 1. Chrono's biases are for the length of the task. \(Trial.rules). The \
        table gives sequences until the error is below 0.01 (– where it never was), and the last \
        error.
        """,
      table: Table(
        headings: ["time-steps", "layer", "sequences to 0.01", "last error", "published"],
        rows: rows),
      finding: finding(
        holds,
        "Every LSTM with chrono's biases gets below 0.01, at 1,000 time-steps as well, and every "
          + "simple layer stays at the \(fixed(baseline, 4)) of who answers 1, within what 256 "
          + "sequences and its noise allow.",
        otherwise: "see the table."))
  }

  private static func lstm(_ seed: Int) -> LSTM {
    LSTM(inputSize: 2, hiddenSize: units, seed: seed)
  }

  private static func results(
    _ length: Int, _ seeds: ClosedRange<Int>, _ layer: (Int) -> any RecurrentLayer
  ) throws -> [Trial.Result] {
    try seeds.map { seed in
      try Trial(
        task: AddingProblem(length: length), layer: layer(seed), steps: 1500, target: 0.01,
        seed: seed
      ).run()
    }
  }

  private static func row(
    _ length: Int, _ name: String, _ results: [Trial.Result], _ published: String
  ) -> [String] {
    [
      counted(length), name, results.map(\.words).joined(separator: " / "),
      results.map { fixed($0.last.loss, 4) }.joined(separator: " / "), published,
    ]
  }
}
