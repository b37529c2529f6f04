import Recurrent
import Testing

@Suite("how far gradients reach")
struct GradientFlowTests {
  @Test("the largest singular value bounds the gradient of a tanh layer at every step")
  func bound() {
    for radius in [0.5, 1.2] {
      let layer = SimpleRNN(inputSize: 1, hiddenSize: 16, spectralRadius: radius, seed: 1)
      let stretch = layer.recurrentWeights.largestSingularValue
      var bound = 1 + 1e-12
      for norm in layer.gradientNorms(steps: 60) {
        #expect(norm <= bound)
        bound *= stretch
      }
    }
  }

  @Test("where tanh is steepest, the factor per step comes to the spectral radius")
  func radius() throws {
    let layer = SimpleRNN(inputSize: 1, hiddenSize: 12, spectralRadius: 0.8, seed: 3)
    // Zeros keep every state at zero, so ∂h/∂h′ is the recurrent matrix itself.
    let steps = 400
    let run = try layer.unrolled(over: SequenceBatch(steps: steps + 1, batch: 1, features: 1))
    var slope = run.hidden
    slope[steps, 0, 0] = 1
    let hidden = layer.gradients(of: run, hidden: slope).hidden.sequence(0)
    let (early, late) = (Matrix([hidden[0]]), Matrix([hidden[200]]))
    let factor = exp(log(early.frobeniusNorm / late.frobeniusNorm) / 200)
    #expect(abs(factor - 0.8) < 0.005)
  }

  @Test("Jacobians multiply along the time-steps, and one is the measured slope")
  func jacobian() throws {
    let layer = GRU(inputSize: 2, hiddenSize: 5, seed: 1)
    let sequence = AddingProblem(length: 8).example(seed: 2)
    let inputs = try SequenceBatch(sequence)
    let run = try layer.unrolled(over: inputs)
    let whole = layer.jacobian(of: 6, by: 2, in: run)
    let parts = layer.jacobian(of: 6, by: 4, in: run)
      .times(layer.jacobian(of: 4, by: 2, in: run))
    #expect(distance(whole.values, parts.values) < 1e-14)
    #expect(layer.jacobian(of: 6, by: 2, over: sequence) == whole)
    #expect(layer.jacobian(of: 3, by: 3, in: run).values.filter { $0 != 0 } == [1, 1, 1, 1, 1])
    let h = 1e-5
    func state(_ unit: Int, _ change: Double) throws -> [Double] {
      var start = LayerState(hidden: run.hidden.sequence(0)[2], cell: run.cell.sequence(0)[2])
      start.hidden[unit] += change
      return try layer.unrolled(over: inputs.part(3..<7), from: start).hidden.sequence(0)[3]
    }
    for unit in 0..<5 {
      let measured = zip(try state(unit, h), try state(unit, -h)).map { ($0 - $1) / (2 * h) }
      #expect(distance((0..<5).map { whole[$0, unit] }, measured) < 1e-9)
    }
  }

  @Test("an LSTM fades like a simple layer without a forget bias, and ever less with one")
  func forgetBias() {
    let left = [0.0, 1, 2, 5].map { bias in
      LSTM(inputSize: 8, hiddenSize: 32, forgetBias: bias, seed: 1).gradientNorms(steps: 100)[100]
    }
    let simple = SimpleRNN(inputSize: 8, hiddenSize: 32, seed: 1).gradientNorms(steps: 100)[100]
    #expect(left[0] < 1e-15 && simple < 1e-15)
    #expect(left == left.sorted())
    #expect(left[3] > 0.01)
  }

  @Test("the cell of an LSTM that starts with chrono's biases keeps its gradient for 1,000 steps")
  func thousand() throws {
    let layer = LSTM(inputSize: 2, hiddenSize: 24, seed: 1).withChronoBias(longest: 4000, seed: 1)
    var generator = SeededGenerator(seed: 2)
    var inputs = SequenceBatch(steps: 1001, batch: 1, features: 2)
    for index in inputs.values.indices { inputs.values[index] = generator.gaussian() }
    let run = try layer.unrolled(over: inputs)
    var slope = run.hidden
    for index in slope.values.indices { slope.values[index] = index / 24 == 1000 ? 1 : 0 }
    let cells = layer.gradients(of: run, hidden: slope).cell.sequence(0)
    let share = Matrix([cells[0]]).frobeniusNorm / Matrix([cells[1000]]).frobeniusNorm
    #expect(share > 0.1)
  }
}
