/// Two layers over one sequence, the second from its end to its start (Schuster & Paliwal 1997).
///
/// Its output has both hidden states side by side, each at the time-step that it belongs to.
public struct Bidirectional<Layer: RecurrentLayer>: Hashable, Sendable {
  public var forward: Layer
  public var backward: Layer

  /// - Precondition: both take as many features.
  public init(_ forward: Layer, _ backward: Layer) {
    precondition(
      forward.inputSize == backward.inputSize,
      "one layer takes \(forward.inputSize) features, the other \(backward.inputSize)")
    self.forward = forward
    self.backward = backward
  }

  /// What both layers did; the second saw the sequence reversed.
  public struct Run: Hashable, Sendable {
    public let forward: Unrolling
    public let backward: Unrolling

    /// Steps × batch × (both hidden sizes).
    public var hidden: SequenceBatch {
      forward.hidden.beside(backward.hidden.reversedInTime())
    }
  }

  public func unrolled(over inputs: SequenceBatch) throws(RecurrentError) -> Run {
    Run(
      forward: try forward.unrolled(over: inputs),
      backward: try backward.unrolled(over: inputs.reversedInTime()))
  }

  /// - Parameter hidden: ∂L/∂ of the output, steps × batch × (both hidden sizes).
  /// - Returns: both layers' gradients, the second's in its own order of time, and ∂L/∂x.
  public func gradients(
    of run: Run, hidden: SequenceBatch
  ) -> (forward: LayerGradients, backward: LayerGradients, inputs: SequenceBatch) {
    let size = forward.hiddenSize
    let one = forward.gradients(of: run.forward, hidden: hidden.features(0..<size))
    let other = backward.gradients(
      of: run.backward,
      hidden: hidden.features(size..<hidden.features).reversedInTime())
    var inputs = one.inputs
    let back = other.inputs.reversedInTime()
    for index in inputs.values.indices { inputs.values[index] += back.values[index] }
    return (one, other, inputs)
  }
}

extension SequenceBatch {
  /// The last time-step first.
  public func reversedInTime() -> SequenceBatch {
    var result = self
    for step in 0..<steps {
      result.values.replaceSubrange(
        result.range(of: step), with: values[range(of: steps - 1 - step)])
    }
    return result
  }

  /// Some of the features, of all sequences and time-steps.
  func features(_ part: Range<Int>) -> SequenceBatch {
    var result = SequenceBatch(steps: steps, batch: batch, features: part.count)
    for row in 0..<steps * batch {
      for (place, feature) in part.enumerated() {
        result.values[row * part.count + place] = values[row * features + feature]
      }
    }
    return result
  }

  /// The features of both, those of `other` behind.
  func beside(_ other: SequenceBatch) -> SequenceBatch {
    var result = SequenceBatch(
      steps: steps, batch: batch, features: features + other.features)
    for row in 0..<steps * batch {
      let start = row * result.features
      for feature in 0..<features {
        result.values[start + feature] = values[row * features + feature]
      }
      for feature in 0..<other.features {
        result.values[start + features + feature] = other.values[row * other.features + feature]
      }
    }
    return result
  }
}
