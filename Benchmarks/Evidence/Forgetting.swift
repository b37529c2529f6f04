import Recurrent

/// What the forget gate and its bias do to learning.
enum Forgetting {
  private static let units = 16

  static func recall() throws -> Study {
    let biases = [0.0, 1, 2, 5]
    var table = Table(
      headings: ["time-steps to bridge"] + biases.map { "bias \(Int($0))" }, rows: [])
    var learned: [Int: [Int]] = [:]
    for length in [10, 20, 50] {
      var row = [String(length - 1)]
      for bias in biases {
        let results = try (1...3).map { seed in
          try Trial(
            task: RecallFirst(length: length),
            layer: LSTM(inputSize: 1, hiddenSize: units, forgetBias: bias, seed: seed),
            steps: 1000, target: 0.01, seed: seed
          ).run()
        }
        row.append(results.map(\.words).joined(separator: " / "))
        learned[length, default: []].append(results.filter { $0.sequences != nil }.count)
      }
      table.rows.append(row)
    }
    return Study(
      title: "The forget gate's bias decides what is learned",
      claim: """
        The forget gate should start open; a bias of 1 closes the gap between LSTM and GRU \
        (Gers, Schmidhuber & Cummins 2000; Jozefowicz, Zaremba & Sutskever 2015, abstract).
        """,
      setup: """
        The first number, −1 or 1, has to be said after so many steps of noise. \(units) units, \
        batches of 16, 1,000 steps at most (16,000 sequences), seeds 1 to 3. \(Trial.rules). The \
        table gives sequences until the error is below 0.01, and – where it never was.
        """,
      table: table,
      finding: finding(
        learned[50]![0] == 0 && learned[50]![3] == 3 && learned[10]![1] == 3,
        "Without a bias an LSTM does not learn what lies 49 steps back, with one of 2 or 5 it does "
          + "at once. A bias of 1 is enough for short lags only: σ(1)⁴⁹ is "
          + "\(short(power(sigmoid(1), 49))). What is to be bridged sets the bias.",
        otherwise: "see the table."))
  }

  /// With a bias of 100 the forget gate is 1 to the last bit and its derivative 0: the LSTM of 1997.
  static func stream() throws -> Study {
    let lengths = [50, 500, 2000, 8000]
    var rows: [[String]] = []
    var largest: [[Double]] = []
    for (name, bias) in [("with a forget gate, bias 1", 1.0), ("without: the LSTM of 1997", 100)] {
      let result = try Trial(
        task: ReberGrammar(length: 50),
        layer: LSTM(inputSize: 7, hiddenSize: units, forgetBias: bias, seed: 1), steps: 600,
        target: 0, seed: 1
      ).run()
      let task = ReberGrammar(length: 8000)
      let inputs = try SequenceBatch(task.example(seed: 5))
      let (outputs, runs) = try result.network.outputs(for: inputs)
      let answers = try SequenceBatch(task.answers(seed: 5).map { [$0] })
      let end = 7000..<8000
      let loss = try Loss.softmaxCrossEntropy.evaluated(outputs.part(end), answers.part(end)).loss
      let states = runs[0].cell.sequence(0)
      largest.append(lengths.map { states[$0 - 1].map { abs($0) }.max() ?? 0 })
      rows.append(
        [name] + largest[largest.count - 1].map { short($0, digits: 3) } + [fixed(loss, 3)])
    }
    return Study(
      title: "Learning to forget",
      claim: """
        Without a forget gate the cell states of an LSTM that reads a stream without end may grow \
        without end (Gers, Schmidhuber & Cummins 2000, abstract).
        """,
      setup: """
        Strings of Reber's grammar, one after the other: trained on 600 batches of 16 pieces of 50 \
        letters, then one stream of 8,000. \(units) units, seed 1, stream of seed 5. \(Trial.rules). \
        The table gives the largest |c| after so many letters, and the cross-entropy of the \
        last 1,000.
        """,
      table: Table(
        headings: ["LSTM"] + lengths.map { "at \(counted($0))" } + ["cross-entropy"], rows: rows),
      finding: finding(
        largest[1][3] > 1000 && largest[0][3] < 50,
        "Without the gate the state grows in proportion to the stream, with it the state stays. "
          + "This plain grammar asks for little memory, so the predictions hold even so.",
        otherwise: "see the table."))
  }
}
