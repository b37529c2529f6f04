import Recurrent
import Testing

@Suite("Keras's numbers")
struct KerasVectorTests {
  @Test("Keras's cells give Keras's outputs and gradients in their own layout")
  func cells() throws {
    let cases = CellCase.all("keras")
    #expect(cases.count == 4)
    for vector in cases {
      let inputs = vector.x.shape[2]
      let units = vector.params["recurrent_kernel"]!.shape[0]
      switch vector.cell {
      case "simple_rnn": try check(vector, SimpleRNN(inputSize: inputs, hiddenSize: units), [0])
      case "lstm": try check(vector, LSTM(inputSize: inputs, hiddenSize: units), [0, 1, 2, 3])
      // Keras has the update gate first.
      case "gru_reset_after":
        try check(vector, GRU(inputSize: inputs, hiddenSize: units), [1, 0, 2])
      default:
        #expect(vector.cell == "gru_reset_before")
        try check(
          vector, GRU(inputSize: inputs, hiddenSize: units, resetAfter: false), [1, 0, 2])
      }
    }
  }

  /// - Parameter order: for each block of ours, the place of Keras's.
  private func check<Layer: RecurrentLayer>(
    _ vector: CellCase, _ fresh: Layer, _ order: [Int]
  ) throws {
    var layer = fresh
    let width = order.count * layer.hiddenSize
    func reordered(_ values: [Double]) -> [Double] {
      stride(from: 0, to: values.count, by: width).flatMap { row in
        order.flatMap { block in
          values[(row + block * layer.hiddenSize)..<(row + (block + 1) * layer.hiddenSize)]
        }
      }
    }
    let bias = vector.params["bias"]!
    layer.weights.input.values = reordered(vector.params["kernel"]!.data)
    layer.weights.recurrent.values = reordered(vector.params["recurrent_kernel"]!.data)
    layer.weights.inputBias = reordered(Array(bias.data.prefix(width)))
    layer.weights.recurrentBias =
      bias.shape.count == 2
      ? reordered(Array(bias.data.suffix(width))) : [Double](repeating: 0, count: width)
    let run = try layer.unrolled(over: vector.x.batch(batchFirst: true))
    let result = layer.gradients(of: run, hidden: vector.loss_weight_y.batch(batchFirst: true))
    let theirs = vector.grads.params
    let tolerance = 1e-11
    #expect(
      distance(run.hidden.values, vector.outputs.y.batch(batchFirst: true).values) < tolerance)
    #expect(
      distance(result.inputs.values, vector.grads.x.batch(batchFirst: true).values) < tolerance)
    #expect(
      distance(result.weights.input.values, reordered(theirs["kernel"]!.data)) < tolerance)
    #expect(
      distance(result.weights.recurrent.values, reordered(theirs["recurrent_kernel"]!.data))
        < tolerance)
    #expect(
      distance(result.weights.inputBias, reordered(Array(theirs["bias"]!.data.prefix(width))))
        < tolerance)
    guard bias.shape.count == 2 else { return }
    #expect(
      distance(result.weights.recurrentBias, reordered(Array(theirs["bias"]!.data.suffix(width))))
        < tolerance)
  }
}
