/// What stands before the names of a whole network's weights: the names of a PyTorch module's
/// members, each with its dot.
public struct NetworkPrefixes: Hashable, Sendable {
  public var embedding: String
  public var layers: String
  public var head: String

  public init(
    embedding: String = "embedding.", layers: String = "rnn.", head: String = "head."
  ) {
    self.embedding = embedding
    self.layers = layers
    self.head = head
  }
}

extension Safetensors {
  /// Puts the weights of a PyTorch module into a network of the same sizes: `nn.Embedding`, one
  /// `nn.LSTM` (`nn.GRU`, `nn.RNN`) of any number of layers and directions, `nn.Linear`.
  ///
  /// - Throws: `missing` and `wrongShape` with the tensor's name; the network then keeps its weights.
  public func load(
    into network: inout RecurrentNetwork, _ prefixes: NetworkPrefixes = NetworkPrefixes()
  ) throws(SafetensorsError) {
    var result = network
    if let embedding = network.embedding {
      let name = prefixes.embedding + "weight"
      result.embedding?.vectors.values = try values(
        name, [embedding.tokens, embedding.size])
    }
    for (number, level) in network.layers.levels.enumerated() {
      for index in level {
        var layer = network.layers.layers[index]
        try load(
          into: &layer, .pyTorch, index: number, reverse: network.layers.readsBackwards[index],
          prefix: prefixes.layers)
        result.layers.layers[index] = layer
      }
    }
    let (inputs, outputs) = (network.head.weights.rows, network.head.weights.columns)
    var matrix = Matrix(rows: outputs, columns: inputs)
    matrix.values = try values(prefixes.head + "weight", [outputs, inputs])
    result.head.weights = matrix.transposed
    result.head.bias = try values(prefixes.head + "bias", [outputs])
    network = result
  }

  /// Adds a network's weights under PyTorch's names.
  public mutating func store(
    _ network: RecurrentNetwork, _ prefixes: NetworkPrefixes = NetworkPrefixes()
  ) {
    if let embedding = network.embedding {
      tensors[prefixes.embedding + "weight"] = Tensor(
        shape: [embedding.tokens, embedding.size], values: embedding.vectors.values)
    }
    for (number, level) in network.layers.levels.enumerated() {
      for index in level {
        store(
          network.layers.layers[index], .pyTorch, index: number,
          reverse: network.layers.readsBackwards[index], prefix: prefixes.layers)
      }
    }
    let head = network.head
    tensors[prefixes.head + "weight"] = Tensor(
      shape: [head.weights.columns, head.weights.rows], values: head.weights.transposed.values)
    tensors[prefixes.head + "bias"] = Tensor(shape: [head.bias.count], values: head.bias)
  }

  private func values(_ name: String, _ shape: [Int]) throws(SafetensorsError) -> [Double] {
    guard let tensor = tensors[name] else { throw .missing(tensor: name) }
    guard tensor.shape == shape else {
      throw .wrongShape(tensor: name, found: tensor.shape, expected: shape)
    }
    return tensor.values
  }
}
