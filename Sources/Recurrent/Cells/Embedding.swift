/// A vector for each token: what turns whole numbers into features.
///
/// Reads one number at each time-step, from 0 to `tokens` − 1. The same as a one-hot input times a
/// matrix, without the products by zero (Bengio, Ducharme, Vincent & Jauvin 2003).
public struct Embedding: Hashable, Sendable {
  /// tokens × size: a row for each token.
  public var vectors: Matrix

  public var tokens: Int { vectors.rows }
  public var size: Int { vectors.columns }
  public var parameterCount: Int { vectors.values.count }

  /// Gaussian numbers with mean 0 and variance 1, as PyTorch draws them.
  public init(tokens: Int, size: Int, seed: Int = 0) {
    precondition(tokens > 0 && size > 0, "an embedding has tokens and features")
    vectors = Matrix(rows: tokens, columns: size)
    var generator = SeededGenerator(seed: seed)
    for index in vectors.values.indices { vectors.values[index] = generator.gaussian() }
  }

  /// Looks every token up.
  ///
  /// - Parameter inputs: steps × batch × 1, whole numbers.
  /// - Returns: steps × batch × size.
  /// - Throws: `wrongFeatures` when there is more than one number at a time-step, `wrongToken` for
  ///   a number without a vector.
  public func outputs(for inputs: SequenceBatch) throws(RecurrentError) -> SequenceBatch {
    var result = SequenceBatch(steps: inputs.steps, batch: inputs.batch, features: size)
    for (row, token) in try tokens(in: inputs).enumerated() {
      for feature in 0..<size {
        result.values[row * size + feature] = vectors[token, feature]
      }
    }
    return result
  }

  /// The whole numbers of a batch, time-step by time-step; throws as `outputs(for:)`.
  func tokens(in inputs: SequenceBatch) throws(RecurrentError) -> [Int] {
    guard inputs.features == 1 else {
      throw .wrongFeatures(found: inputs.features, expected: 1)
    }
    var result: [Int] = []
    result.reserveCapacity(inputs.values.count)
    for (row, value) in inputs.values.enumerated() {
      guard let token = Int(exactly: value), (0..<tokens).contains(token) else {
        throw .wrongToken(
          found: value, step: row / inputs.batch, sequence: row % inputs.batch, tokens: tokens)
      }
      result.append(token)
    }
    return result
  }

  /// ∂L/∂vectors: for each token the sum of ∂L/∂output over its places, in the order of time.
  ///
  /// - Parameter inputs: what `outputs(for:)` accepted.
  public func gradients(for inputs: SequenceBatch, _ slope: SequenceBatch) -> Matrix {
    var sums = Matrix(rows: tokens, columns: size)
    for (row, value) in inputs.values.enumerated() {
      for feature in 0..<size {
        sums[Int(value), feature] += slope.values[row * size + feature]
      }
    }
    return sums
  }
}
