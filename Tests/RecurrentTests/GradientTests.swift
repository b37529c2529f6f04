import Recurrent
import Testing

@Suite("derivatives, by measuring slopes")
struct GradientTests {
  private let steps = 4
  private let batch = 2
  private let inputs = 3
  private let units = 5

  @Test("the slopes of a simple layer, an LSTM and a GRU are what going back says")
  func cells() throws {
    try check(SimpleRNN(inputSize: inputs, hiddenSize: units, spectralRadius: 1.1, seed: 1))
    try check(LSTM(inputSize: inputs, hiddenSize: units, seed: 2))
    try check(GRU(inputSize: inputs, hiddenSize: units, seed: 3))
  }

  @Test("peepholes and a reset before the product have the slopes that are measured")
  func variants() throws {
    try check(LSTM(inputSize: inputs, hiddenSize: units, peepholes: true, seed: 5))
    try check(GRU(inputSize: inputs, hiddenSize: units, resetAfter: false, seed: 6))
  }

  @Test("peepholes change neither the other weights of a seed nor a layer without them")
  func peepholes() throws {
    let plain = LSTM(inputSize: inputs, hiddenSize: units, seed: 5)
    var peeping = LSTM(inputSize: inputs, hiddenSize: units, peepholes: true, seed: 5)
    #expect(peeping.parameterCount == plain.parameterCount + 3 * units)
    #expect(peeping.weights.recurrent == plain.weights.recurrent)
    let sequence = [[1.0, -1, 0.5], [0.25, 2, -1]]
    #expect(peeping.trace(sequence) != plain.trace(sequence))
    for index in peeping.weights.peepholes.indices { peeping.weights.peepholes[index] = 0 }
    #expect(peeping.trace(sequence) == plain.trace(sequence))
  }

  /// Central differences with h = 10⁻⁵: the error of the formula is about h² = 10⁻¹⁰, that of
  /// rounding about 10⁻¹⁶/h = 10⁻¹¹.
  private func check<Layer: RecurrentLayer>(_ layer: Layer) throws {
    var generator = SeededGenerator(seed: 4)
    func random(_ features: Int) -> SequenceBatch {
      var result = SequenceBatch(steps: steps, batch: batch, features: features)
      for index in result.values.indices { result.values[index] = generator.gaussian() }
      return result
    }
    let x = random(inputs)
    let direction = random(units)
    let state = LayerState(
      hidden: (0..<batch * units).map { _ in generator.uniform(-1...1) },
      cell: (0..<batch * units).map { _ in
        Layer.hasCellState ? generator.uniform(-1...1) : 0
      })
    func loss(_ layer: Layer, _ x: SequenceBatch, _ state: LayerState) throws -> Double {
      zip(try layer.unrolled(over: x, from: state).hidden.values, direction.values)
        .reduce(0) { $0 + $1.0 * $1.1 }
    }
    /// The slope by each number of a list, wherever it stands.
    func slopes(_ count: Int, _ shifted: (Int, Double) throws -> Double) rethrows -> [Double] {
      let h = 1e-5
      return try (0..<count).map { (try shifted($0, h) - shifted($0, -h)) / (2 * h) }
    }
    let found = layer.gradients(
      of: try layer.unrolled(over: x, from: state), hidden: direction)
    let places: [(WritableKeyPath<LayerWeights, [Double]>, String)] = [
      (\.input.values, "W"), (\.recurrent.values, "U"), (\.inputBias, "b"),
      (\.recurrentBias, "c"), (\.peepholes, "p"),
    ]
    for (place, name) in places {
      let measured = try slopes(layer.weights[keyPath: place].count) { index, change in
        var moved = layer
        moved.weights[keyPath: place][index] += change
        return try loss(moved, x, state)
      }
      #expect(distance(found.weights[keyPath: place], measured) < 1e-8, "\(Layer.self), \(name)")
    }
    let byInput = try slopes(x.values.count) { index, change in
      var moved = x
      moved.values[index] += change
      return try loss(layer, moved, state)
    }
    #expect(distance(found.inputs.values, byInput) < 1e-8, "\(Layer.self), x")
    let byState = try slopes(state.hidden.count) { index, change in
      var moved = state
      moved.hidden[index] += change
      return try loss(layer, x, moved)
    }
    #expect(distance(found.initial.hidden, byState) < 1e-8, "\(Layer.self), h₀")
    guard Layer.hasCellState else { return }
    let byCell = try slopes(state.cell.count) { index, change in
      var moved = state
      moved.cell[index] += change
      return try loss(layer, x, moved)
    }
    #expect(distance(found.initial.cell, byCell) < 1e-8, "\(Layer.self), c₀")
  }
}
