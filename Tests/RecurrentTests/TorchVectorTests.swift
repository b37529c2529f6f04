import Recurrent
import Testing

/// What another implementation computed in double precision, to eleven digits.
private let tolerance = 1e-11

@Suite("PyTorch's numbers")
struct TorchVectorTests {
  @Test(
    "every cell gives PyTorch's states, gates and gradients",
    arguments: [
      "rnn_tanh", "rnn_relu", "lstm", "gru",
    ])
  func cells(_ file: String) throws {
    let cases = CellCase.all(file)
    #expect(cases.count >= 4)
    for vector in cases {
      switch file {
      case "lstm": try check(vector) { LSTM(inputSize: $0, hiddenSize: $1) }
      case "gru": try check(vector) { GRU(inputSize: $0, hiddenSize: $1) }
      case "rnn_relu":
        try check(vector) { SimpleRNN(inputSize: $0, hiddenSize: $1, activation: .relu) }
      default: try check(vector) { SimpleRNN(inputSize: $0, hiddenSize: $1) }
      }
    }
  }

  /// Runs the stack of layers forwards, then backwards from the top.
  private func check<Layer: RecurrentLayer>(
    _ vector: CellCase, _ make: (Int, Int) -> Layer
  ) throws {
    var layers: [Layer] = []
    var runs: [Unrolling] = []
    var input = vector.x.batch()
    for index in 0..<vector.layers {
      layers.append(loaded(vector.params, index, make))
      let state = LayerState(
        hidden: vector.h0?.slice(index).data ?? [],
        cell: vector.c0?.slice(index).data
          ?? [Double](repeating: 0, count: vector.h0?.slice(index).data.count ?? 0))
      runs.append(try layers[index].unrolled(over: input, from: state))
      expectStates(runs[index], vector, index)
      input = runs[index].hidden
    }
    expect(input.values, vector.outputs.y.data, "y", vector)
    var incoming = vector.loss_weight_y.batch()
    for index in (0..<vector.layers).reversed() {
      let last = (incoming.steps - 1) * incoming.batch * incoming.features
      for (place, value) in (vector.loss_weight_hn?.slice(index).data ?? []).enumerated() {
        incoming.values[last + place] += value
      }
      let result = layers[index].gradients(
        of: runs[index], hidden: incoming, cell: vector.loss_weight_cn?.slice(index).data)
      expectGradients(result, vector, index)
      incoming = result.inputs
    }
    expect(incoming.values, vector.grads.x.data, "∂L/∂x", vector)
  }

  private func loaded<Layer: RecurrentLayer>(
    _ params: [String: Numbers], _ index: Int, _ make: (Int, Int) -> Layer
  ) -> Layer {
    let input = params["weight_ih_l\(index)"]!.matrix().transposed
    let recurrent = params["weight_hh_l\(index)"]!.matrix().transposed
    var layer = make(input.rows, recurrent.rows)
    let none = [Double](repeating: 0, count: input.columns)
    layer.weights.input = input
    layer.weights.recurrent = recurrent
    layer.weights.inputBias = params["bias_ih_l\(index)"]?.data ?? none
    layer.weights.recurrentBias = params["bias_hh_l\(index)"]?.data ?? none
    return layer
  }

  private func expectStates(_ run: Unrolling, _ vector: CellCase, _ index: Int) {
    expect(run.hidden.values, vector.outputs.h?.slice(index).data, "h", vector)
    expect(run.cell.values, vector.outputs.c?.slice(index).data, "c", vector)
    expect(run.gates.values, vector.outputs.gates?.slice(index).data, "gates", vector)
  }

  private func expectGradients(_ result: LayerGradients, _ vector: CellCase, _ index: Int) {
    let theirs = vector.grads
    func parameter(_ name: String) -> Numbers? { theirs.params["\(name)_l\(index)"] }
    let weights = result.weights
    expect(weights.input.transposed.values, parameter("weight_ih")?.data, "∂L/∂W", vector)
    expect(weights.recurrent.transposed.values, parameter("weight_hh")?.data, "∂L/∂U", vector)
    expect(weights.inputBias, parameter("bias_ih")?.data, "∂L/∂b", vector)
    expect(weights.recurrentBias, parameter("bias_hh")?.data, "∂L/∂c", vector)
    expect(result.hidden.values, theirs.h?.slice(index).data, "∂L/∂h_t", vector)
    expect(result.cell.values, theirs.c?.slice(index).data, "∂L/∂c_t", vector)
    expect(result.initial.hidden, theirs.h0?.slice(index).data, "∂L/∂h_0", vector)
    expect(result.initial.cell, theirs.c0?.slice(index).data, "∂L/∂c_0", vector)
  }

  private func expect(
    _ ours: [Double], _ theirs: [Double]?, _ what: String, _ vector: CellCase
  ) {
    guard let theirs else { return }
    #expect(distance(ours, theirs) < tolerance, "\(what) of \(vector.name)")
  }
}
