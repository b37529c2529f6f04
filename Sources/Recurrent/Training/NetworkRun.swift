/// All that a network did with a batch: what it said, and what going backwards needs.
struct NetworkRun: Sendable {
  /// As they were given: tokens where there is an embedding.
  let inputs: SequenceBatch
  let layers: [Unrolling]
  /// What the head read.
  let headInputs: SequenceBatch
  let outputs: SequenceBatch
  let masks: DropoutMasks
}

extension RecurrentNetwork {
  func run(
    over inputs: SequenceBatch, from states: [LayerState]? = nil, _ masks: DropoutMasks = .none
  ) throws(RecurrentError) -> NetworkRun {
    let features = try embedding?.outputs(for: inputs) ?? inputs
    let runs = try layers.unrolled(over: features, from: states, masks)
    var hidden = returnSequences ? layers.hidden(of: runs) : layers.lastHidden(of: runs)
    masks.apply(to: &hidden, at: layers.levels.count)
    return NetworkRun(
      inputs: inputs, layers: runs, headInputs: hidden, outputs: head.outputs(for: hidden),
      masks: masks)
  }

  /// Derivatives of a loss by all parameters in the order of `parameters`, and by the features that the
  /// lowest layer read.
  func gradients(
    of run: NetworkRun, _ slope: SequenceBatch
  ) -> (parameters: [Double], inputs: SequenceBatch) {
    let top = head.gradients(for: run.headInputs, slope)
    var hidden = top.inputs
    run.masks.apply(to: &hidden, at: layers.levels.count)
    if !returnSequences { hidden = layers.spread(hidden, over: run.inputs.steps) }
    let below = layers.gradients(of: run.layers, hidden: hidden, run.masks)
    let vectors = embedding?.gradients(for: run.inputs, below.inputs).values ?? []
    return (vectors + below.layers.flatMap { $0.weights.flat } + top.layer.flat, below.inputs)
  }

  /// What one batch leaves out.
  func dropoutMasks(
    for inputs: SequenceBatch, _ generator: inout SeededGenerator
  ) -> DropoutMasks {
    guard dropout.contains(where: { $0 > 0 }) else { return .none }
    var widths = layers.levels.map { layers.layers[$0.lowerBound].inputSize }
    widths.append(layers.hiddenSize)
    let places = zip(dropout, widths).enumerated().map { place, pair in
      let steps = place == layers.levels.count && !returnSequences ? 1 : inputs.steps
      return (rate: pair.0, steps: steps, width: pair.1)
    }
    return DropoutMasks(places, batch: inputs.batch, &generator)
  }
}
