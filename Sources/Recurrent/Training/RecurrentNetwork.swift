/// Stacked recurrent layers with a dense layer on the hidden states of the top one.
public struct RecurrentNetwork: Sendable {
  public var layers: StackedLayers
  public var head: Dense

  /// - Throws: `wrongFeatures` when the sizes do not follow each other.
  public init(_ layers: StackedLayers, head: Dense) throws(RecurrentError) {
    guard layers.hiddenSize == head.weights.rows else {
      throw .wrongFeatures(found: layers.hiddenSize, expected: head.weights.rows)
    }
    self.layers = layers
    self.head = head
  }

  public init(
    _ layers: [any RecurrentLayer], outputs: Int, seed: Int = 0
  ) throws(RecurrentError) {
    let stack = try StackedLayers(layers)
    try self.init(
      stack, head: Dense(inputSize: stack.hiddenSize, outputSize: outputs, seed: seed))
  }

  public var parameterCount: Int { layers.parameterCount + head.parameterCount }

  /// What the network says after every time-step: steps × batch × outputs.
  public func outputs(
    for inputs: SequenceBatch, from states: [LayerState]? = nil
  ) throws(RecurrentError) -> (outputs: SequenceBatch, runs: [Unrolling]) {
    let runs = try layers.unrolled(over: inputs, from: states)
    return (head.outputs(for: runs[runs.count - 1].hidden), runs)
  }

  /// Derivatives of a loss by all parameters in the order of `flat`, and by the inputs.
  func gradients(
    of runs: [Unrolling], _ slope: SequenceBatch
  ) -> (parameters: [Double], inputs: SequenceBatch) {
    let top = head.gradients(for: runs[runs.count - 1].hidden, slope)
    let below = layers.gradients(of: runs, hidden: top.inputs)
    return (below.flatMap { $0.weights.flat } + top.layer.flat, below[0].inputs)
  }

  /// |∂L/∂x| summed over the features of every time-step: how much the loss hangs on each.
  ///
  /// - Returns: one number for each time-step, all sequences together.
  public func saliency(
    of inputs: SequenceBatch, _ answers: SequenceBatch, loss: Loss
  ) throws(RecurrentError) -> [Double] {
    let (outputs, runs) = try outputs(for: inputs)
    let slopes = gradients(of: runs, try loss.evaluated(outputs, answers).slope).inputs
    return (0..<inputs.steps).map { step in
      slopes.values[slopes.range(of: step)].reduce(0) { $0 + abs($1) }
    }
  }

  var flat: [Double] {
    get { layers.flat + head.flat }
    set {
      layers.flat = Array(newValue.prefix(layers.parameterCount))
      head.flat = Array(newValue.dropFirst(layers.parameterCount))
    }
  }
}
