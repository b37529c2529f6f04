/// How far outputs are from answers, as the mean over all answers.
///
/// When answers are given for one time-step, only the last outputs count.
public enum Loss: String, Hashable, Sendable, CaseIterable {
  /// The mean of (output − answer)².
  case meanSquaredError
  /// −ln softmax(outputs)[answer]; answers are class numbers from 0, one for each time-step.
  case softmaxCrossEntropy
  /// −ln σ(output) where the answer is 1, −ln(1 − σ(output)) where it is 0.
  case binaryCrossEntropy

  /// The loss and its derivative by every output.
  ///
  /// - Parameters:
  ///   - outputs: steps × batch × features, before any softmax or sigmoid.
  ///   - answers: (steps or 1) × batch × features; × 1 for `softmaxCrossEntropy`.
  /// - Throws: `wrongAnswers` when the shapes do not fit, `wrongClass` for a class that is not
  ///   among the outputs.
  public func evaluated(
    _ outputs: SequenceBatch, _ answers: SequenceBatch
  ) throws(RecurrentError) -> (loss: Double, slope: SequenceBatch) {
    let width = self == .softmaxCrossEntropy ? 1 : outputs.features
    guard answers.steps == outputs.steps || answers.steps == 1, answers.batch == outputs.batch,
      answers.features == width
    else {
      throw .wrongAnswers(
        found: [answers.steps, answers.batch, answers.features],
        expected: [outputs.steps, outputs.batch, width])
    }
    switch self {
    case .meanSquaredError: return elementwise(outputs, answers, squaredError)
    case .binaryCrossEntropy: return elementwise(outputs, answers, binaryError)
    case .softmaxCrossEntropy: return try crossEntropy(outputs, answers)
    }
  }

  /// The part and the slope of every output by itself; the slope is divided by the count last.
  private func elementwise(
    _ outputs: SequenceBatch, _ answers: SequenceBatch,
    _ part: (_ output: Double, _ answer: Double) -> (loss: Double, slope: Double)
  ) -> (loss: Double, slope: SequenceBatch) {
    var slope = SequenceBatch(
      steps: outputs.steps, batch: outputs.batch, features: outputs.features)
    let offset = outputs.values.count - answers.values.count
    let count = Double(answers.values.count)
    var sum = 0.0
    for (index, answer) in answers.values.enumerated() {
      let here = part(outputs.values[offset + index], answer)
      sum += here.loss
      slope.values[offset + index] = here.slope / count
    }
    return (sum / count, slope)
  }

  private func squaredError(_ output: Double, _ answer: Double) -> (loss: Double, slope: Double) {
    let error = output - answer
    return (error * error, 2 * error)
  }

  /// ln(1 + eˣ) − x·answer, with the exponent never above zero, so that nothing overflows.
  private func binaryError(_ x: Double, _ answer: Double) -> (loss: Double, slope: Double) {
    (max(x, 0) - x * answer + log(1 + exp(-abs(x))), sigmoid(x) - answer)
  }

  private func crossEntropy(
    _ outputs: SequenceBatch, _ answers: SequenceBatch
  ) throws(RecurrentError) -> (loss: Double, slope: SequenceBatch) {
    let classes = outputs.features
    var slope = SequenceBatch(steps: outputs.steps, batch: outputs.batch, features: classes)
    let offset = outputs.steps * outputs.batch - answers.values.count
    let count = Double(answers.values.count)
    var sum = 0.0
    for (index, answer) in answers.values.enumerated() {
      guard let label = Int(exactly: answer), (0..<classes).contains(label) else {
        throw .wrongClass(found: answer, classes: classes)
      }
      let place = (offset + index) * classes
      let row = outputs.values[place..<place + classes]
      let probabilities = softmax(row)
      sum += logarithmOfSum(row) - row[place + label]
      for k in 0..<classes {
        slope.values[place + k] = (probabilities[k] - (k == label ? 1 : 0)) / count
      }
    }
    return (sum / count, slope)
  }
}

/// eˣ of every number over their sum: what a network's outputs say as probabilities.
public func softmax(_ values: [Double]) -> [Double] { softmax(values[...]) }

/// The largest number is taken out first, so that no power overflows.
func softmax(_ values: ArraySlice<Double>) -> [Double] {
  let largest = values.max() ?? 0
  let powers = values.map { exp($0 - largest) }
  var sum = 0.0
  for power in powers { sum += power }
  return powers.map { $0 / sum }
}

/// ln Σ eˣ.
private func logarithmOfSum(_ values: ArraySlice<Double>) -> Double {
  let largest = values.max() ?? 0
  var sum = 0.0
  for value in values { sum += exp(value - largest) }
  return largest + log(sum)
}
