import Recurrent
import Testing

@Suite("layers' starts and directions")
struct LayerTests {
  @Test("orthogonal weights keep lengths, identity is one, and Glorot stays in its bounds")
  func initializers() {
    let layer = SimpleRNN(inputSize: 3, hiddenSize: 8).initialized(seed: 1)
    let U = layer.recurrentWeights
    let product = U.transposed.times(U)
    for row in 0..<8 {
      for column in 0..<8 {
        #expect(abs(product[row, column] - (row == column ? 1 : 0)) < 1e-14)
      }
    }
    let bound = (6.0 / 11).squareRoot()
    #expect(layer.weights.input.values.allSatisfy { abs($0) <= bound })
    let irnn = SimpleRNN(inputSize: 3, hiddenSize: 4, activation: .relu)
      .initialized(recurrent: .identity())
    #expect(irnn.recurrentWeights.largestSingularValue == 1)
  }

  @Test("chrono biases lie between 0 and ln(longest − 1), the input gate's opposite")
  func chrono() {
    let lstm = LSTM(inputSize: 1, hiddenSize: 6).withChronoBias(longest: 100, seed: 2)
    for unit in 0..<6 {
      let bias = lstm.weights.inputBias[6 + unit]
      #expect(bias >= 0 && bias <= Recurrent.log(99.0))
      #expect(lstm.weights.inputBias[unit] == -bias)
    }
  }

  @Test("a state that is carried on gives what the whole sequence gives")
  func carried() throws {
    let lstm = LSTM(inputSize: 2, hiddenSize: 5, seed: 1)
    let whole = try SequenceBatch(AddingProblem(length: 10).example(seed: 1))
    let first = try lstm.unrolled(over: whole.part(0..<4))
    let second = try lstm.unrolled(over: whole.part(4..<10), from: first.finalState)
    let run = try lstm.unrolled(over: whole)
    #expect(first.hidden.values + second.hidden.values == run.hidden.values)
  }

  @Test("the slopes of a bidirectional layer by its inputs are the measured ones")
  func bidirectional() throws {
    let layer = Bidirectional(
      GRU(inputSize: 2, hiddenSize: 3, seed: 1), GRU(inputSize: 2, hiddenSize: 4, seed: 2))
    let x = try SequenceBatch(AddingProblem(length: 5).example(seed: 1))
    let run = try layer.unrolled(over: x)
    #expect(run.hidden.features == 7)
    var weights = run.hidden
    var generator = SeededGenerator(seed: 3)
    for index in weights.values.indices { weights.values[index] = generator.gaussian() }
    let found = layer.gradients(of: run, hidden: weights).inputs.values
    let h = 1e-5
    func loss(_ index: Int, _ change: Double) throws -> Double {
      var moved = x
      moved.values[index] += change
      let hidden = try layer.unrolled(over: moved).hidden.values
      return zip(hidden, weights.values).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let measured = try x.values.indices.map { (try loss($0, h) - loss($0, -h)) / (2 * h) }
    #expect(distance(found, measured) < 1e-8)
  }
}
