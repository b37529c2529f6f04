/// What can be wrong with what a layer or a network is given; the words name the shapes.
///
/// Time-steps, sequences, features and parts are counted from 0.
public enum RecurrentError: Error, Hashable, Sendable {
  case emptySequence
  case emptyBatch
  /// `sequence` is nil where there is only one.
  case unevenFeatures(step: Int, found: Int, expected: Int, sequence: Int? = nil)
  case unevenSteps(sequence: Int, found: Int, expected: Int)
  case notFinite(step: Int, feature: Int, sequence: Int? = nil)
  case answerNotFinite(step: Int, sequence: Int)
  case wrongFeatures(found: Int, expected: Int)
  case wrongState(name: String, found: Int, expected: Int)
  /// Shapes of answers: time-steps, sequences, numbers.
  case wrongAnswers(found: [Int], expected: [Int])
  /// As many answers as time-steps, where the network speaks once.
  case answersNeedSequences(steps: Int)
  case wrongClass(found: Double, classes: Int)
  case explodedLoss(update: Int)
  case noSteps(found: Int)

  // What networks are built from.
  case noLayers
  /// A layer that gives only its last time-step stands below another recurrent one.
  case needsSequences(part: Int, units: Int)
  /// A layer does not take what the part below it gives.
  case wrongPart(part: Int, found: Int, expected: Int)
  case misplacedEmbedding(part: Int)
  case wrongDropout(rate: Double)
  case wrongToken(found: Double, step: Int, sequence: Int, tokens: Int)

  // What carries its state on.
  case changedBatch(found: Int, expected: Int)
  case readsBackwards

  /// What a training in single precision does not know.
  case onlyInDouble(String)
}

extension RecurrentError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptySequence:
      "the sequence has no time-steps"
    case .emptyBatch:
      "the batch has no sequences: the shape is (batch, time-steps, features)"
    case .unevenFeatures(let step, let found, let expected, let sequence):
      "time-step \(step)\(place(sequence)) has \(counted(found, "feature")), the first one has "
        + "\(expected)"
    case .unevenSteps(let sequence, let found, let expected):
      "sequence \(sequence) has \(counted(found, "time-step")), the first one has \(expected): the sequences "
        + "of a batch have one length"
    case .notFinite(let step, let feature, let sequence):
      "feature \(feature) of time-step \(step)\(place(sequence)) is not a finite number"
    case .answerNotFinite(let step, let sequence):
      "the answer of time-step \(step)\(place(sequence)) is not a finite number"
    case .wrongFeatures(let found, let expected):
      "the input has \(counted(found, "feature")) at each time-step, and the layer takes \(expected): "
        + "the shape is (batch, time-steps, features)"
    case .wrongState(let name, let found, let expected):
      "the state '\(name)' has \(counted(found, "number")) instead of \(expected)"
    case .wrongAnswers(let found, let expected):
      "the answers are \(shape(found)) and have to be \(shape(expected)): time-steps × batch × "
        + "numbers, or one time-step for answers at the end"
    case .answersNeedSequences(let steps):
      "there is an answer for each of the \(steps) time-steps, and the network speaks after the "
        + "last one only: let its top layer give all of them with 'returnSequences: true'"
    case .wrongClass(let found, let classes):
      "the answer \(found) is not a class: the classes are 0 to \(classes - 1)"
    case .explodedLoss(let update):
      "the loss of update \(update) is not a finite number: try a smaller learning rate, or clip "
        + "the gradients"
    case .noSteps(let found):
      "a training has one step or more, not \(found)"
    case .noLayers:
      "the network has no recurrent layer"
    case .needsSequences(let part, let units):
      "part \(part) gives only its last time-step, (batch, \(units)), and the layer above reads "
        + "(batch, time-steps, \(units)): let it give all of them with 'returnSequences: true'"
    case .wrongPart(let part, let found, let expected):
      "part \(part) takes \(expected) features at each time-step, and what is below gives "
        + "(batch, time-steps, \(found)): make it with 'inputSize: \(found)'"
    case .misplacedEmbedding(let part):
      "an embedding reads whole numbers and comes first, not as part \(part)"
    case .wrongDropout(let rate):
      "a dropout of \(rate) is not a part to leave out: it is from 0 to below 1"
    case .wrongToken(let found, let step, let sequence, let tokens):
      "time-step \(step)\(place(sequence)) is \(found), and the embedding has vectors for the "
        + "whole numbers 0 to \(tokens - 1)"
    case .changedBatch(let found, let expected):
      "the batch has \(found) sequences, and the state that is carried on is of \(expected): give "
        + "the next part of the same sequences, or call 'resetState()' before others"
    case .readsBackwards:
      "a layer that reads backwards begins at the end, so no state can be carried on to the next "
        + "part of a sequence: give whole sequences, or leave out the backward layer"
    case .onlyInDouble(let part):
      "single precision does not know \(part): train with 'NetworkTraining'"
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func place(_ sequence: Int?) -> String { sequence.map { " in sequence \($0)" } ?? "" }

  private func shape(_ sizes: [Int]) -> String {
    sizes.map(String.init).joined(separator: " × ")
  }
}
