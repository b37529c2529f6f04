/// Stacked recurrent layers with a dense layer on the hidden states of the top one, and perhaps an
/// embedding in front.
public struct RecurrentNetwork: Sendable {
  /// Turns tokens into the features that the lowest layer reads; nil when inputs are features.
  public internal(set) var embedding: Embedding?
  public var layers: StackedLayers
  public var head: Dense
  /// Whether there is an output after every time-step, or one after the last.
  public let returnSequences: Bool
  /// Which share of the numbers is left out while training: one for the inputs of each level of
  /// layers, and behind them one for the head's. Predictions leave nothing out.
  public private(set) var dropout: [Double]

  /// - Parameters:
  ///   - dropout: empty for none, or one number from 0 to below 1 for the inputs of each level and
  ///     one for the head's.
  ///   - returnSequences: false gives one output, after the last time-step; a backward layer's is
  ///     then what it says after the first one.
  /// - Throws: `wrongFeatures` when the sizes do not follow each other; `wrongDropout`.
  public init(
    _ layers: StackedLayers, head: Dense, embedding: Embedding? = nil, dropout: [Double] = [],
    returnSequences: Bool = true
  ) throws(RecurrentError) {
    guard layers.hiddenSize == head.weights.rows else {
      throw .wrongFeatures(found: layers.hiddenSize, expected: head.weights.rows)
    }
    if let embedding, embedding.size != layers.inputSize {
      throw .wrongFeatures(found: embedding.size, expected: layers.inputSize)
    }
    for rate in dropout where !(0..<1).contains(rate) { throw .wrongDropout(rate: rate) }
    precondition(
      dropout.isEmpty || dropout.count == layers.levels.count + 1,
      "a dropout for each level of layers and one for the head")
    self.layers = layers
    self.head = head
    self.embedding = embedding
    self.dropout = dropout
    self.returnSequences = returnSequences
  }

  public init(
    _ layers: [any RecurrentLayer], outputs: Int, seed: Int = 0
  ) throws(RecurrentError) {
    let stack = try StackedLayers(layers)
    try self.init(
      stack, head: Dense(inputSize: stack.hiddenSize, outputSize: outputs, seed: seed))
  }

  /// What the network takes at each time-step: 1 with an embedding.
  public var inputSize: Int { embedding == nil ? layers.inputSize : 1 }
  public var outputSize: Int { head.weights.columns }

  public var parameterCount: Int {
    (embedding?.parameterCount ?? 0) + layers.parameterCount + head.parameterCount
  }

  /// What the network says: steps × batch × outputs, or 1 × batch × outputs without
  /// `returnSequences`.
  public func outputs(
    for inputs: SequenceBatch, from states: [LayerState]? = nil
  ) throws(RecurrentError) -> (outputs: SequenceBatch, runs: [Unrolling]) {
    let run = try run(over: inputs, from: states)
    return (run.outputs, run.layers)
  }

  /// |∂L/∂x| summed over the features of every time-step: how much the loss hangs on each. With an
  /// embedding, x is the vector of the token.
  ///
  /// - Returns: one number for each time-step, all sequences together.
  public func saliency(
    of inputs: SequenceBatch, _ answers: SequenceBatch, loss: Loss
  ) throws(RecurrentError) -> [Double] {
    let run = try run(over: inputs)
    let slopes = gradients(of: run, try loss.evaluated(run.outputs, answers).slope).inputs
    return (0..<inputs.steps).map { step in
      slopes.values[slopes.range(of: step)].reduce(0) { $0 + abs($1) }
    }
  }

  /// All weights and biases in one order: the embedding's, the layers', the head's.
  public var parameters: [Double] {
    get { (embedding?.vectors.values ?? []) + layers.flat + head.flat }
    set {
      precondition(
        newValue.count == parameterCount,
        "the network has \(parameterCount) parameters, not \(newValue.count)")
      let (below, inside) = (embedding?.parameterCount ?? 0, layers.parameterCount)
      embedding?.vectors.values = Array(newValue.prefix(below))
      layers.flat = Array(newValue.dropFirst(below).prefix(inside))
      head.flat = Array(newValue.dropFirst(below + inside))
    }
  }
}
