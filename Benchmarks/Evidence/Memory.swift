import Recurrent

/// Symbols that have to be kept over a stretch.
enum Memory {
  static func copying() throws -> Study {
    let task = CopyingMemory(delay: 20)
    func trial(_ layer: any RecurrentLayer) throws -> Trial.Result {
      try Trial(task: task, layer: layer, steps: 2000, batchSize: 32, target: 0.01, seed: 1).run()
    }
    let (inputs, units) = (task.inputSize, 32)
    let lstm = LSTM(inputSize: inputs, hiddenSize: units, seed: 1)
    let results = [
      ("SimpleRNN", try trial(SimpleRNN(inputSize: inputs, hiddenSize: units, seed: 1))),
      ("LSTM, forget bias 1", try trial(lstm)),
      ("LSTM, chrono", try trial(lstm.withChronoBias(longest: task.length, seed: 1))),
    ]
    let rows = results.map { name, result in
      [name, fixed(result.last.loss, 4), fixed(task.baseline, 4)]
    }
    let losses = results.map(\.1.last.loss)
    return Study(
      title: "Copying memory",
      claim: """
        Who does not remember the ten symbols has a cross-entropy of 10 ln 8/(T + 20); simple layers, \
        and LSTMs at long delays, stay there (Arjovsky, Shah & Bengio 2016); chrono's biases help \
        (Tallec & Ollivier 2018).
        """,
      setup: """
        A delay of 20, 40 time-steps in all, \(units) units, 2,000 batches of 32, seed 1. \
        \(Trial.rules). The columns give the cross-entropy at the end and that of who does \
        not remember.
        """,
      table: Table(headings: ["layer", "cross-entropy", "10 ln 8/40"], rows: rows),
      finding: finding(
        abs(losses[0] - task.baseline) < 0.005 && losses[1] > 0.95 * task.baseline
          && losses[2] < 0.8 * task.baseline,
        "The simple layer comes down to what needs no memory and stays there, and the LSTM with a "
          + "forget bias of 1 hardly leaves it; with chrono's biases an LSTM remembers.",
        otherwise: "see the table."))
  }

  static func order() throws -> Study {
    let task = TemporalOrder(length: 100)
    let inputs = task.inputSize
    func results(_ layer: (Int) -> any RecurrentLayer) throws -> [Trial.Result] {
      try (1...3).map { seed in
        try Trial(
          task: task, layer: layer(seed), steps: 600, batchSize: 32, target: 0.01, seed: seed
        ).run()
      }
    }
    let simple = try results { SimpleRNN(inputSize: inputs, hiddenSize: 16, seed: $0) }
    let lstm = try results {
      LSTM(inputSize: inputs, hiddenSize: 16, seed: $0).withChronoBias(longest: 100, seed: $0)
    }
    func row(_ name: String, _ results: [Trial.Result], _ published: String) -> [String] {
      [
        name, results.map(\.words).joined(separator: " / "),
        results.map { fixed(100 * ($0.last.accuracy ?? 0), 1) }.joined(separator: " / "),
        published,
      ]
    }
    return Study(
      title: "Temporal order",
      claim: """
        An LSTM learns which of two marks came first, about 40 steps apart in 100, after 31,390 \
        sequences, with 1 of 2,560 wrong (Hochreiter & Schmidhuber 1997, experiment 6a, table 9).
        """,
      setup: """
        100 time-steps, 16 units, batches of 32, 600 steps at most (19,200 sequences), seeds 1 to 3; \
        LSTMs with chrono's biases for 100. \(Trial.rules). Learned means: a cross-entropy \
        below 0.01. Guessing is right in 25 %.
        """,
      table: Table(
        headings: ["layer", "sequences", "right, %", "published"],
        rows: [
          row("LSTM", lstm, "31,390 sequences"), row("SimpleRNN", simple, ""),
        ]),
      finding: finding(
        lstm.allSatisfy { $0.sequences != nil } && simple.allSatisfy { $0.sequences == nil },
        "All LSTMs learn it; the simple layers still guess.", otherwise: "see the table."))
  }
}
