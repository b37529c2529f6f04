import Recurrent

/// The bound on a tanh network's gradient, and what the eigenvalues do not say.
enum Vanishing {
  private static let units = 64
  private static let steps = 100

  static func study() -> Study {
    var holds = true
    var rows: [[String]] = []
    for scale in [0.5, 0.9, 1.0, 1.1, 1.5] {
      let layer = SimpleRNN(inputSize: 1, hiddenSize: units, spectralRadius: scale, seed: 1)
      rows.append(row("Gaussian", layer, &holds))
    }
    for scale in [0.5, 0.9, 1.0, 1.1] {
      let layer = SimpleRNN(inputSize: 1, hiddenSize: units, seed: 1)
        .initialized(recurrent: .orthogonal(gain: scale), seed: 1)
      rows.append(row("orthogonal", layer, &holds))
    }
    return Study(
      title: "Vanishing gradients and their bound",
      claim: """
        For tanh and a recurrent matrix U, ‖∂h_T/∂h_{T−k}‖ ≤ ‖U‖ᵏ: the gradient vanishes when the \
        largest singular value σ is below 1 (Hochreiter 1991; Bengio, Simard & Frasconi 1994; \
        Pascanu, Mikolov & Bengio 2013, section 2.1, where it is said of the largest eigenvalue).
        """,
      setup: """
        SimpleRNN, \(units) units, Gaussian inputs, U of seed 1. The loss is ⟨u, h_T⟩ with a unit \
        vector u; the table gives the length of ∂L/∂h at \(steps) time-steps before the last, and \
        its \(steps)th root. ρ is the largest magnitude of an eigenvalue.
        """,
      table: Table(
        headings: ["U", "ρ", "σ", "bound σ¹⁰⁰", "measured", "factor per step"], rows: rows),
      finding: finding(
        holds,
        "The bound by σ holds at each of the \(steps) steps in every row. Where σ is above 1 it "
          + "says nothing: then the gradient may vanish all the same, as tanh's slope is below 1, "
          + "or grow.",
        otherwise: "the bound is broken, which points to an error in this program."))
  }

  private static func row(_ kind: String, _ layer: SimpleRNN, _ holds: inout Bool) -> [String] {
    let norms = layer.gradientNorms(steps: steps)
    let stretch = layer.recurrentWeights.largestSingularValue
    for (k, norm) in norms.enumerated() {
      // A hair for the rounding of 100 products.
      holds = holds && norm <= power(stretch, k) * (1 + 1e-9)
    }
    return [
      kind, fixed(layer.recurrentWeights.spectralRadius, 2), fixed(stretch, 2),
      short(power(stretch, steps)), short(norms[steps]),
      fixed(factor(of: norms[steps], steps: steps), 3),
    ]
  }

  /// Both eigenvalues of U are zero. One unit is held where tanh is steepest and the other where it
  /// is flat: the Jacobian U·diag(1, δ) then has the eigenvalue 8(1 − δ).
  static func trap() throws -> Study {
    var layer = SimpleRNN(inputSize: 2, hiddenSize: 2)
    let matrix = Matrix([[8, -8], [8, -8]])
    layer.weights.input = Matrix([[1, 0], [0, 1]])
    layer.weights.recurrent = matrix
    let steps = 20
    let sums = [0.0, 5]
    var sequence: [[Double]] = []
    var state = Matrix([[0, 0]])
    for _ in 0...steps {
      let push = state.times(matrix)
      sequence.append([sums[0] - push[0, 0], sums[1] - push[0, 1]])
      state = Matrix([sums.map { Recurrent.tanh($0) }])
    }
    let run = try layer.unrolled(over: SequenceBatch(sequence))
    var slope = SequenceBatch(steps: steps + 1, batch: 1, features: 2)
    slope[steps, 0, 0] = 1
    let lengths = layer.gradients(of: run, hidden: slope).hidden.sequence(0).reversed()
      .map { Matrix([$0]).frobeniusNorm }
    let shown = [0, 1, 2, 5, 10, 20]
    return Study(
      title: "An eigenvalue below 1 is not enough",
      claim: """
        A largest eigenvalue below 1 is enough for gradients to vanish (Pascanu, Mikolov & Bengio \
        2013, section 2.1, and many texts since).
        """,
      setup: """
        SimpleRNN of two units with U = [[8, −8], [8, −8]], whose eigenvalues are both 0 and whose \
        largest singular value is \(short(matrix.largestSingularValue)). Inputs hold the sums of \
        the two units at 0 and 5.
        """,
      table: Table(
        headings: ["steps back"] + shown.map(String.init),
        rows: [["length of ∂L/∂h"] + shown.map { short(lengths[$0]) }]),
      finding: finding(
        lengths[steps] > 1e6,
        "The claim is wrong: the gradient grows eightfold at each step. What bounds it is the "
          + "largest singular value.",
        otherwise: "the gradient does not grow."))
  }
}
