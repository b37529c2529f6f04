/// Recurrent layers on top of each other: each reads the hidden states of the one below.
public struct StackedLayers: Sendable {
  public var layers: [any RecurrentLayer]

  /// - Parameter layers: the lowest first, at least one.
  /// - Throws: `wrongFeatures` when a layer does not take as many features as the one below gives.
  public init(_ layers: [any RecurrentLayer]) throws(RecurrentError) {
    precondition(!layers.isEmpty, "a stack has one layer or more")
    for (below, above) in zip(layers, layers.dropFirst()) {
      guard below.hiddenSize == above.inputSize else {
        throw .wrongFeatures(found: below.hiddenSize, expected: above.inputSize)
      }
    }
    self.layers = layers
  }

  public var inputSize: Int { layers[0].inputSize }
  public var hiddenSize: Int { layers[layers.count - 1].hiddenSize }
  public var parameterCount: Int { layers.reduce(0) { $0 + $1.parameterCount } }

  /// The run of every layer, the lowest first.
  ///
  /// - Parameter states: where each layer starts; nil starts from zero.
  public func unrolled(
    over inputs: SequenceBatch, from states: [LayerState]? = nil
  ) throws(RecurrentError) -> [Unrolling] {
    precondition(states == nil || states?.count == layers.count, "one state for each layer")
    var runs: [Unrolling] = []
    for (index, layer) in layers.enumerated() {
      runs.append(
        try layer.unrolled(over: runs.last?.hidden ?? inputs, from: states?[index]))
    }
    return runs
  }

  /// From the top down: each layer's ∂L/∂x is what the layer below sees as ∂L/∂h.
  ///
  /// - Parameter hidden: ∂L/∂h_t of the top layer as far as the loss sees h_t itself.
  public func gradients(of runs: [Unrolling], hidden: SequenceBatch) -> [LayerGradients] {
    var incoming = hidden
    var result: [LayerGradients] = []
    for (layer, run) in zip(layers, runs).reversed() {
      result.append(layer.gradients(of: run, hidden: incoming))
      incoming = result[result.count - 1].inputs
    }
    return result.reversed()
  }

  var flat: [Double] {
    get { layers.flatMap { $0.weights.flat } }
    set {
      var rest = newValue[...]
      for index in layers.indices {
        let count = layers[index].parameterCount
        layers[index].weights.flat = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
  }
}

extension Unrolling {
  /// The state after the last time-step: where the next part of a long sequence starts.
  public var finalState: LayerState {
    let last = hidden.range(of: hidden.steps - 1)
    return LayerState(hidden: Array(hidden.values[last]), cell: Array(cell.values[last]))
  }
}
