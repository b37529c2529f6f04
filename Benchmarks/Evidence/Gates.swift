import Recurrent

/// How fast a gradient fades through gates, and how far it reaches.
enum Gates {
  private static let units = 64

  /// Each with what PyTorch's layer of the same size gives for its own random weights.
  static func factors() -> Study {
    func lstm(_ bias: Double) -> LSTM {
      LSTM(inputSize: 8, hiddenSize: units, forgetBias: bias, seed: 1)
    }
    let cases: [(name: String, layer: any RecurrentLayer, gate: String, theirs: String)] = [
      ("SimpleRNN", SimpleRNN(inputSize: 8, hiddenSize: units, seed: 1), "", "0.602"),
      ("GRU", GRU(inputSize: 8, hiddenSize: units, seed: 1), "", "0.655"),
      ("LSTM, forget bias 0", lstm(0), "0.500", "0.631"),
      ("LSTM, forget bias 1", lstm(1), fixed(Recurrent.sigmoid(1), 3), "0.833"),
      ("LSTM, forget bias 2", lstm(2), fixed(Recurrent.sigmoid(2), 3), "0.955"),
      ("LSTM, forget bias 5", lstm(5), fixed(Recurrent.sigmoid(5), 3), "0.9985"),
    ]
    var found: [Double] = []
    let rows = cases.map { name, layer, gate, theirs in
      let norms = layer.gradientNorms(steps: 100)
      found.append(factor(of: norms[100], steps: 100))
      return [
        name, gate, fixed(found[found.count - 1], 3), theirs, short(norms[50]), short(norms[100]),
      ]
    }
    return Study(
      title: "The factor per time-step, by forget bias",
      claim: """
        Small random weights set the forget gate to ½, and the gradient fades with a factor of 0.5 \
        per time-step; a forget bias of 1 or 2 helps (Jozefowicz, Zaremba & Sutskever 2015; \
        Gers, Schmidhuber & Cummins 2000).
        """,
      setup: """
        \(units) units, weights from ±1/√\(units) of seed 1, biases 0 but the forget gate's, 8 \
        Gaussian inputs. The factor is the 100th root of the part of ∂L/∂h that is left after 100 \
        steps back. σ(b) is the forget gate's share alone, at a sum of 0.
        """,
      table: Table(
        headings: [
          "layer", "σ(b)", "factor", "PyTorch 2.13, other seed", "left after 50", "left after 100",
        ], rows: rows),
      finding: finding(
        found[2] < 0.7 && found[3] > 0.75 && found[4] > 0.9 && found[5] > 0.98,
        "Without a forget bias an LSTM fades as fast as a simple layer: a little slower than ½, as "
          + "gradients also go through the gates. Each unit of bias brings the factor nearer to 1.",
        otherwise: "the factors do not follow the bias."))
  }

  static func reach() throws -> Study {
    func lstm(_ bias: Double) -> LSTM {
      LSTM(inputSize: 8, hiddenSize: units, forgetBias: bias, seed: 1)
    }
    let cases: [(name: String, layer: LSTM)] =
      [0, 1, 2, 5, 8, 10].map { ("forget bias \(Int($0))", lstm($0)) }
      + [
        ("chrono, spans to 1,000", lstm(1).withChronoBias(longest: 1000, seed: 1)),
        ("chrono, spans to 4,000", lstm(1).withChronoBias(longest: 4000, seed: 1)),
      ]
    let shown = [1, 100, 1000, 2000, 4000]
    let left = try cases.map { try cellShares(of: $0.layer, at: shown) }
    // What an open gate leaves after 1,000 steps: a bias of 8 or more, or chrono's.
    let open = left[4...].map { $0[2] }.min() ?? 0
    return Study(
      title: "A gradient that survives 1,000 time-steps",
      claim: """
        An LSTM can bridge lags of more than 1,000 time-steps (Hochreiter & Schmidhuber 1997, \
        abstract): the error flow in its cell is constant. That cell cannot forget.
        """,
      setup: """
        The LSTM of the section before, back over 4,000 time-steps. The table gives how much of \
        ∂L/∂c at the last step is left in the cell so many steps before. Chrono draws each \
        unit's forget bias as ln U(1, span − 1) (Tallec & Ollivier 2018).
        """,
      table: Table(
        headings: ["LSTM"] + shown.map { "after \(counted($0))" },
        rows: zip(cases, left).map { [$0.name] + $1.map { short($0) } }),
      finding: finding(
        left[1][2] < 1e-50 && open > 1e-3,
        "It depends on the forget gate. With the usual bias of 1 nothing is left after 1,000 steps. "
          + "When the gate starts open, by a bias of 8 or more or by chrono's, the gradient "
          + "survives them: \(short(open)) of it or more. In the long run it may even grow, by way "
          + "of the gates: an open forget gate does not make clipping needless.",
        otherwise: "see the table."))
  }

  /// ‖∂L/∂c‖ at steps before the last, over that at the last, for a loss ⟨u, h_T⟩.
  private static func cellShares(of layer: LSTM, at places: [Int]) throws -> [Double] {
    let last = places.max() ?? 0
    var generator = SeededGenerator(seed: 1)
    var inputs = SequenceBatch(steps: last + 1, batch: 1, features: layer.inputSize)
    for index in inputs.values.indices { inputs.values[index] = generator.gaussian() }
    var slope = SequenceBatch(steps: last + 1, batch: 1, features: layer.hiddenSize)
    for unit in 0..<layer.hiddenSize { slope[last, 0, unit] = generator.gaussian() }
    let run = try layer.unrolled(over: inputs)
    let cells = layer.gradients(of: run, hidden: slope).cell.sequence(0)
    let norms = places.map { Matrix([cells[last - $0]]).frobeniusNorm }
    return norms.map { $0 / Matrix([cells[last]]).frobeniusNorm }
  }
}
