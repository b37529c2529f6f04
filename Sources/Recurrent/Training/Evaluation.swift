/// How well a network does on sequences that it need not have seen.
public struct Evaluation: Hashable, Sendable {
  public let loss: Double
  /// The share of right answers from 0 to 1: the likeliest class, or the side of one half. Nil for
  /// numbers, which are never quite right.
  public let accuracy: Double?
}

extension RecurrentNetwork {
  /// - Parameters:
  ///   - inputs: steps × batch × features.
  ///   - answers: as `Loss.evaluated` takes them.
  /// - Throws: what does not fit.
  public func evaluated(
    on inputs: SequenceBatch, _ answers: SequenceBatch, _ loss: Loss
  ) throws(RecurrentError) -> Evaluation {
    let outputs = try outputs(for: inputs).outputs
    return Evaluation(
      loss: try loss.evaluated(outputs, answers).loss,
      accuracy: loss.accuracy(of: outputs, answers))
  }

  /// The same over sequences of a task that belong to `seed`.
  public func evaluated(
    on task: any SequenceTask, _ loss: Loss, sequences: Int = 256, seed: Int
  ) throws(RecurrentError) -> Evaluation {
    guard sequences > 0 else { throw .emptyBatch }
    var generator = SeededGenerator(seed: seed)
    let drawn = task.batch(of: sequences, &generator)
    return try evaluated(on: drawn.inputs, drawn.answers, loss)
  }
}

extension Loss {
  /// The share of right answers; nil where answers are numbers.
  ///
  /// Shapes fit as `evaluated` has found.
  fileprivate func accuracy(of outputs: SequenceBatch, _ answers: SequenceBatch) -> Double? {
    let width = self == .softmaxCrossEntropy ? outputs.features : 1
    let offset = outputs.values.count - answers.values.count * width
    var right = 0
    for (index, answer) in answers.values.enumerated() {
      let said = outputs.values[(offset + index * width)...].prefix(width)
      switch self {
      case .meanSquaredError: return nil
      case .binaryCrossEntropy: right += (said[said.startIndex] > 0) == (answer > 0.5) ? 1 : 0
      case .softmaxCrossEntropy:
        let likeliest = said.indices.max { said[$0] < said[$1] }
        right += likeliest == said.startIndex + Int(answer) ? 1 : 0
      }
    }
    return Double(right) / Double(answers.values.count)
  }
}
