/// Numbers by time-step, sequence and feature: what goes into a layer and comes out of it.
///
/// Authors write a sequence as time-steps × features; a batch is several of one length.
public struct SequenceBatch: Hashable, Sendable {
  public let steps: Int
  public let batch: Int
  public let features: Int
  /// `steps · batch · features` numbers, the first time-step first, in it the first sequence.
  public var values: [Double]

  public init(steps: Int, batch: Int, features: Int) {
    self.steps = steps
    self.batch = batch
    self.features = features
    values = [Double](repeating: 0, count: steps * batch * features)
  }

  /// One sequence of time-steps × features.
  public init(_ sequence: [[Double]]) throws(RecurrentError) {
    guard let first = sequence.first else { throw .emptySequence }
    self.init(steps: sequence.count, batch: 1, features: first.count)
    for (step, row) in sequence.enumerated() {
      guard row.count == features else {
        throw .unevenFeatures(step: step, found: row.count, expected: features)
      }
      for (feature, value) in row.enumerated() {
        guard value.isFinite else { throw .notFinite(step: step, feature: feature) }
        self[step, 0, feature] = value
      }
    }
  }

  /// Several sequences of one length: (batch, time-steps, features), the order that Keras and
  /// PyTorch's `batch_first` have.
  public init(batch sequences: [[[Double]]]) throws(RecurrentError) {
    guard let first = sequences.first else { throw .emptyBatch }
    guard let row = first.first else { throw .emptySequence }
    self.init(steps: first.count, batch: sequences.count, features: row.count)
    for (index, sequence) in sequences.enumerated() {
      guard sequence.count == steps else {
        throw .unevenSteps(sequence: index, found: sequence.count, expected: steps)
      }
      for (step, row) in sequence.enumerated() {
        guard row.count == features else {
          throw .unevenFeatures(
            step: step, found: row.count, expected: features, sequence: index)
        }
        for (feature, value) in row.enumerated() {
          guard value.isFinite else {
            throw .notFinite(step: step, feature: feature, sequence: index)
          }
          self[step, index, feature] = value
        }
      }
    }
  }

  public subscript(step: Int, sequence: Int, feature: Int) -> Double {
    get { values[(step * batch + sequence) * features + feature] }
    set { values[(step * batch + sequence) * features + feature] = newValue }
  }

  /// The numbers of one time-step: batch × features.
  func range(of step: Int) -> Range<Int> {
    let size = batch * features
    return step * size..<(step + 1) * size
  }

  /// Some of the time-steps, of all sequences.
  public func part(_ steps: Range<Int>) -> SequenceBatch {
    var result = SequenceBatch(steps: steps.count, batch: batch, features: features)
    let size = batch * features
    result.values = Array(values[steps.lowerBound * size..<steps.upperBound * size])
    return result
  }

  /// The place of the first number that is not finite.
  var firstNotFinite: (step: Int, sequence: Int, feature: Int)? {
    guard let index = values.firstIndex(where: { !$0.isFinite }) else { return nil }
    let row = index / features
    return (row / batch, row % batch, index % features)
  }

  /// One sequence as time-steps × features.
  public func sequence(_ index: Int) -> [[Double]] {
    (0..<steps).map { step in
      let start = (step * batch + index) * features
      return Array(values[start..<start + features])
    }
  }
}
