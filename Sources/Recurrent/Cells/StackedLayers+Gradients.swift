extension StackedLayers {
  /// From the top down: each level's ∂L/∂x is what the level below sees as ∂L/∂h.
  ///
  /// - Parameter hidden: ∂L/∂h_t of the top level as far as the loss sees h_t itself: steps ×
  ///   batch × hiddenSize.
  /// - Returns: one for each layer; one that reads backwards in its own order of time.
  public func gradients(of runs: [Unrolling], hidden: SequenceBatch) -> [LayerGradients] {
    gradients(of: runs, hidden: hidden, .none).layers
  }

  /// The same, and ∂L/∂x of the lowest level.
  func gradients(
    of runs: [Unrolling], hidden: SequenceBatch, _ masks: DropoutMasks
  ) -> (layers: [LayerGradients], inputs: SequenceBatch) {
    var incoming = hidden
    var result: [LayerGradients] = []
    for (number, level) in levels.enumerated().reversed() {
      let found = gradients(at: level, of: runs, hidden: incoming)
      incoming = found[0].inputs
      if found.count == 2 { incoming.add(found[1].inputs.reversedInTime()) }
      masks.apply(to: &incoming, at: number)
      result = found + result
    }
    return (result, incoming)
  }

  private func gradients(
    at level: Range<Int>, of runs: [Unrolling], hidden: SequenceBatch
  ) -> [LayerGradients] {
    let first = level.lowerBound
    guard level.count == 2 else {
      return [layers[first].gradients(of: runs[first], hidden: hidden)]
    }
    let size = layers[first].hiddenSize
    return [
      layers[first].gradients(of: runs[first], hidden: hidden.features(0..<size)),
      layers[first + 1].gradients(
        of: runs[first + 1],
        hidden: hidden.features(size..<hidden.features).reversedInTime()),
    ]
  }

  /// ∂L/∂h_t of the top level when the loss sees `lastHidden` alone: what belongs to the backward
  /// layer stands at the first time-step, the last one that it reads.
  ///
  /// - Parameter slope: 1 × batch × hiddenSize.
  func spread(_ slope: SequenceBatch, over steps: Int) -> SequenceBatch {
    var result = SequenceBatch(steps: steps, batch: slope.batch, features: slope.features)
    let forward = layers[levels[levels.count - 1].lowerBound].hiddenSize
    for sequence in 0..<slope.batch {
      for unit in 0..<slope.features {
        result[unit < forward ? steps - 1 : 0, sequence, unit] = slope[0, sequence, unit]
      }
    }
    return result
  }
}

extension SequenceBatch {
  fileprivate mutating func add(_ other: SequenceBatch) {
    for index in values.indices { values[index] += other.values[index] }
  }
}
