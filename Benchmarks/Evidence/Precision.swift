import Recurrent

/// Where single precision ends before the gradient does.
enum Precision {
  static func study() throws -> Study {
    let layer = SimpleRNN(inputSize: 8, hiddenSize: 64, seed: 1)
    let steps = 200
    var generator = SeededGenerator(seed: 1)
    var inputs = SequenceBatch(steps: steps + 1, batch: 1, features: 8)
    for index in inputs.values.indices { inputs.values[index] = generator.gaussian() }
    var slope = SequenceBatch(steps: steps + 1, batch: 1, features: 64)
    for unit in 0..<64 { slope[steps, 0, unit] = generator.gaussian() }
    let run = try layer.unrolled(over: inputs)
    let states = Array(layer.gradients(of: run, hidden: slope).hidden.sequence(0).reversed())
    let double = states.map { Matrix([$0]).frobeniusNorm }
    let single = states.map(singleNorm)
    let shown = [0, 50, 80, 100, 150, 200]
    let zeros = single.filter { $0 == 0 }.count
    return Study(
      title: "Long charts need double precision",
      claim: """
        A gradient that vanishes can still be measured. What single precision shows as 0 is often its \
        own end: squares below 10⁻⁴⁵ are 0 there (IEEE 754).
        """,
      setup: """
        SimpleRNN, 64 units, weights from ±1/√64 of seed 1, back over \(steps) time-steps: the root \
        of the sum of squares of ∂L/∂h, once in single precision, once as the core works it out \
        (in double, the largest number taken out before squaring).
        """,
      table: Table(
        headings: ["length of ∂L/∂h"] + shown.map { "\($0) steps back" },
        rows: [
          ["single precision"] + shown.map { short(Double(single[$0])) },
          ["double, scaled"] + shown.map { short(double[$0]) },
        ]),
      finding: finding(
        zeros > steps / 4 && double.allSatisfy { $0 > 0 },
        "\(zeros) of \(steps + 1) lengths are exactly 0 in single precision, none in double. "
          + "Unroller's charts are worked out in double precision.",
        otherwise: "single precision holds all lengths."))
  }

  private static func singleNorm(_ values: [Double]) -> Float {
    var sum: Float = 0
    for value in values { sum += Float(value) * Float(value) }
    return sum.squareRoot()
  }
}
