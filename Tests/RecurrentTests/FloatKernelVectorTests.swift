import Recurrent
import Testing

@Suite("PyTorch's numbers in single precision")
struct FloatKernelVectorTests {
  @Test(
    "the engine's cells give PyTorch's states and gradients to five digits",
    arguments: ["rnn_tanh", "rnn_relu", "lstm", "gru"])
  func cells(_ file: String) throws {
    let cases = CellCase.all(file).filter { $0.layers == 1 }
    #expect(!cases.isEmpty)
    for vector in cases { check(vector, cell(file)) }
  }

  private func cell(_ file: String) -> Cell {
    switch file {
    case "lstm": .lstm
    case "gru": .gru
    case "rnn_relu": .simple(.relu)
    default: .simple(.tanh)
    }
  }

  private func check(_ vector: CellCase, _ cell: Cell) {
    let x = vector.x.batch()
    let input = vector.params["weight_ih_l0"]!.matrix().transposed
    let recurrent = vector.params["weight_hh_l0"]!.matrix().transposed
    let none = [Double](repeating: 0, count: input.columns)
    let parameters = floats(
      input.values + recurrent.values + (vector.params["bias_ih_l0"]?.data ?? none)
        + (vector.params["bias_hh_l0"]?.data ?? none))
    let layer = LayerEngine<Float>(
      LayerShape(cell, inputSize: input.rows, hiddenSize: recurrent.rows), steps: x.steps,
      batch: x.batch, kernels: .best, workers: Workers(threads: 1))
    let states = x.batch * recurrent.rows
    layer.hidden.begin(with: (vector.h0?.data ?? []).map { Float($0) })
    layer.cell.begin(with: (vector.c0?.data ?? []).map { Float($0) })
    let inputs = floats(x.values)
    layer.run(parameters.start, over: inputs.start)
    expect(layer.hidden.values.dropFirst(states), vector.outputs.y.data, "y", vector)
    var slope = vector.loss_weight_y.batch().values
    for (index, value) in (vector.loss_weight_hn?.data ?? []).enumerated() {
      slope[slope.count - states + index] += value
    }
    layer.hiddenGradient.copy(floats(slope))
    layer.cellGradient.begin(with: (vector.loss_weight_cn?.data ?? []).map { Float($0) })
    layer.goBack(parameters.start)
    let gradient = Buffer<Float>(repeating: 0, count: parameters.count)
    layer.setGradients(of: inputs.start, to: gradient.start)
    expectGradients(gradient.values, input, recurrent, vector)
    let inputGradient = Buffer<Float>(repeating: 0, count: x.values.count)
    layer.setInputGradients(parameters.start, to: inputGradient.start)
    withExtendedLifetime((parameters, inputs)) {}
    expect(inputGradient.values[...], vector.grads.x.data, "∂L/∂x", vector)
  }

  private func expectGradients(
    _ gradient: [Float], _ input: Matrix, _ recurrent: Matrix, _ vector: CellCase
  ) {
    let theirs = vector.grads.params
    let (one, two) = (input.values.count, recurrent.values.count)
    let bias = gradient.dropFirst(one + two)
    expect(
      gradient.prefix(one), theirs["weight_ih_l0"]!.matrix().transposed.values, "∂L/∂W", vector)
    expect(
      gradient.dropFirst(one).prefix(two), theirs["weight_hh_l0"]!.matrix().transposed.values,
      "∂L/∂U", vector)
    if let expected = theirs["bias_ih_l0"]?.data {
      expect(bias.prefix(input.columns), expected, "∂L/∂b", vector)
    }
    if let expected = theirs["bias_hh_l0"]?.data {
      expect(bias.dropFirst(input.columns), expected, "∂L/∂c", vector)
    }
  }

  private func floats(_ values: [Double]) -> Buffer<Float> { Buffer(values.map { Float($0) }) }

  private func expect(
    _ ours: ArraySlice<Float>, _ theirs: [Double], _ what: String, _ vector: CellCase
  ) {
    #expect(distance(ours.map { Double($0) }, theirs) < 1e-5, "\(what) of \(vector.name)")
  }
}
