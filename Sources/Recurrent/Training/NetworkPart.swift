/// What a network is described with, from the bottom up.
public enum NetworkPart: Sendable {
  /// Turns whole numbers into vectors; only in front.
  case embedding(Embedding)
  /// Leaves out this share of the numbers that the next part reads, from 0 to below 1, while
  /// training.
  case dropout(Double)
  /// - `returnSequences`: whether the part above reads all time-steps, or only the last.
  case recurrent(any RecurrentLayer, returnSequences: Bool = true)
  /// The same in both directions: the part above reads both hidden states side by side.
  case bidirectional(
    any RecurrentLayer, any RecurrentLayer, returnSequences: Bool = true)
}

extension RecurrentNetwork {
  /// Builds a network from its parts, the first at the bottom, and a dense layer on top.
  ///
  /// ```swift
  /// let network = try RecurrentNetwork(
  ///   parts: [
  ///     .embedding(Embedding(tokens: 30, size: 8)),
  ///     .recurrent(LSTM(inputSize: 8, hiddenSize: 32), returnSequences: true),
  ///     .dropout(0.2),
  ///     .recurrent(LSTM(inputSize: 32, hiddenSize: 32), returnSequences: false),
  ///   ],
  ///   outputs: 1)
  /// ```
  /// - Parameters:
  ///   - outputs: numbers that the network says.
  ///   - seed: of the dense layer's weights.
  /// - Throws: `needsSequences` when a recurrent part below another gives only its last time-step,
  ///   `wrongPart` when a layer does not take what is below it, `misplacedEmbedding`, `noLayers`,
  ///   `wrongDropout`. Parts are counted from 0.
  public init(parts: [NetworkPart], outputs: Int, seed: Int = 0) throws(RecurrentError) {
    var plan = NetworkPlan()
    for (index, part) in parts.enumerated() { try plan.add(part, at: index) }
    let stack = try StackedLayers(levels: plan.levels)
    try self.init(
      stack, head: Dense(inputSize: stack.hiddenSize, outputSize: outputs, seed: seed),
      embedding: plan.embedding, dropout: plan.dropout, returnSequences: plan.lastOnly == nil)
  }
}

/// What is known of a network while its parts are read.
private struct NetworkPlan {
  var embedding: Embedding?
  var levels: [StackLevel] = []
  /// One number more than levels: the last is for what comes next.
  var dropout = [0.0]
  /// The part that gives only its last time-step, if there is one.
  var lastOnly: (index: Int, units: Int)?
  /// Features at each time-step that the parts so far give; nil before the first.
  private var width: Int?

  mutating func add(_ part: NetworkPart, at index: Int) throws(RecurrentError) {
    switch part {
    case .embedding(let embedding):
      guard index == 0 else { throw .misplacedEmbedding(part: index) }
      self.embedding = embedding
      width = embedding.size
    case .dropout(let rate):
      guard (0..<1).contains(rate) else { throw .wrongDropout(rate: rate) }
      // Two in a row leave what both leave: 1 − (1 − p)(1 − q).
      let before = dropout[dropout.count - 1]
      dropout[dropout.count - 1] = before + rate - before * rate
    case .recurrent(let layer, let sequences):
      try add(.forward(layer), [layer], sequences, index)
    case .bidirectional(let forward, let backward, let sequences):
      try add(.bothWays(forward, backward), [forward, backward], sequences, index)
    }
  }

  private mutating func add(
    _ level: StackLevel, _ layers: [any RecurrentLayer], _ sequences: Bool, _ index: Int
  ) throws(RecurrentError) {
    if let below = lastOnly { throw .needsSequences(part: below.index, units: below.units) }
    let given = width ?? layers[0].inputSize
    for layer in layers where layer.inputSize != given {
      throw .wrongPart(part: index, found: given, expected: layer.inputSize)
    }
    let units = layers.reduce(0) { $0 + $1.hiddenSize }
    levels.append(level)
    dropout.append(0)
    width = units
    if !sequences { lastOnly = (index, units) }
  }
}
