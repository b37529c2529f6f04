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

  /// One sequence as time-steps × features.
  public func sequence(_ index: Int) -> [[Double]] {
    (0..<steps).map { step in
      let start = (step * batch + index) * features
      return Array(values[start..<start + features])
    }
  }
}

/// What can be wrong with what a layer is given; the words name the shapes.
public enum RecurrentError: Error, Hashable, Sendable, CustomStringConvertible {
  case emptySequence
  case unevenFeatures(step: Int, found: Int, expected: Int)
  case notFinite(step: Int, feature: Int)
  case wrongFeatures(found: Int, expected: Int)
  case wrongState(name: String, found: Int, expected: Int)
  /// Shapes of answers: time-steps, sequences, numbers.
  case wrongAnswers(found: [Int], expected: [Int])
  case wrongClass(found: Double, classes: Int)
  case explodedLoss(update: Int)

  public var description: String {
    switch self {
    case .emptySequence:
      "the sequence has no time-steps"
    case .unevenFeatures(let step, let found, let expected):
      "time-step \(step) has \(found) features, the first one has \(expected)"
    case .notFinite(let step, let feature):
      "feature \(feature) of time-step \(step) is not a finite number"
    case .wrongFeatures(let found, let expected):
      "the input has \(found) features at each time-step, and the layer takes \(expected): "
        + "the shape is (batch, time-steps, features)"
    case .wrongState(let name, let found, let expected):
      "the state '\(name)' has \(found) numbers instead of \(expected)"
    case .wrongAnswers(let found, let expected):
      "the answers are \(shape(found)) and have to be \(shape(expected)): time-steps × batch × "
        + "numbers, or one time-step for answers at the end"
    case .wrongClass(let found, let classes):
      "the answer \(found) is not a class: the classes are 0 to \(classes - 1)"
    case .explodedLoss(let update):
      "the loss of update \(update) is not a finite number: try a smaller learning rate, or clip "
        + "the gradients"
    }
  }

  private func shape(_ sizes: [Int]) -> String {
    sizes.map(String.init).joined(separator: " × ")
  }
}
