extension RecurrentNetwork {
  /// The network for the engine.
  ///
  /// - Throws: `onlyInDouble` with the name of what the engine does not know.
  package func shape() throws(RecurrentError) -> NetworkShape {
    var shapes: [LayerShape] = []
    for layer in layers.layers { shapes.append(try layer.engineShape()) }
    return NetworkShape(
      levels: layers.levels.map { Array(shapes[$0]) }, outputs: outputSize,
      tokens: embedding?.tokens, drops: dropout.map { $0 > 0 }, joinsEnds: !returnSequences)
  }
}

extension RecurrentLayer {
  fileprivate func engineShape() throws(RecurrentError) -> LayerShape {
    let cell: Cell
    switch self {
    case let layer as SimpleRNN: cell = .simple(layer.activation)
    case let layer as LSTM where !layer.hasPeepholes: cell = .lstm
    case let layer as GRU where layer.resetAfter: cell = .gru
    case is LSTM: throw .onlyInDouble("a layer with peepholes")
    default: throw .onlyInDouble("a layer that resets before the product")
    }
    return LayerShape(cell, inputSize: inputSize, hiddenSize: hiddenSize)
  }
}
