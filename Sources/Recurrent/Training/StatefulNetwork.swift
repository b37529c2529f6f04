/// A network that goes on where the batch before ended: for sequences longer than a batch.
///
/// Every batch has the next part of the same sequences, in the same places.
public struct StatefulNetwork: Sendable {
  public let network: RecurrentNetwork
  /// One for each layer; nil before the first batch and after `resetState()`, when the next batch
  /// starts from zero.
  public private(set) var states: [LayerState]?

  /// - Throws: `readsBackwards` when a layer needs the end of a sequence first.
  public init(_ network: RecurrentNetwork) throws(RecurrentError) {
    try network.layers.checkCarriesState()
    self.network = network
  }

  /// Goes on over the next part of the sequences.
  ///
  /// - Returns: steps × batch × outputs, or 1 × batch × outputs without `returnSequences`.
  /// - Throws: `changedBatch` when there are more or fewer sequences than in the batch before, and
  ///   what does not fit; the state then stays.
  public mutating func outputs(for inputs: SequenceBatch) throws(RecurrentError) -> SequenceBatch {
    try network.layers.check(states, fit: inputs)
    let (outputs, runs) = try network.outputs(for: inputs, from: states)
    states = runs.map(\.finalState)
    return outputs
  }

  /// Forgets: the next batch starts new sequences.
  public mutating func resetState() { states = nil }
}

extension StackedLayers {
  func checkCarriesState() throws(RecurrentError) {
    guard !readsBackwards.contains(true) else { throw .readsBackwards }
  }

  func check(_ states: [LayerState]?, fit inputs: SequenceBatch) throws(RecurrentError) {
    guard let states else { return }
    let batch = states[0].hidden.count / layers[0].hiddenSize
    guard batch == inputs.batch else {
      throw .changedBatch(found: inputs.batch, expected: batch)
    }
  }
}
