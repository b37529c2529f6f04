/// A task whose answers are classes, numbered from 0: one output of the network for each, trained
/// with `Loss.softmaxCrossEntropy`.
public protocol ClassificationTask: SequenceTask {
  var classes: Int { get }
}

/// 1 at one place, 0 at all others.
func oneHot(_ index: Int, of count: Int) -> [Double] {
  var row = [Double](repeating: 0, count: count)
  row[index] = 1
  return row
}

/// Ten symbols have to be said again after a delay (Hochreiter & Schmidhuber 1997, in the form of
/// Arjovsky, Shah & Bengio 2016).
///
/// Features, one-hot: the blank, eight symbols, and a mark that asks for the answer. Whoever does
/// not remember has a cross-entropy of 10 ln 8/(delay + 20), `baseline`.
public struct CopyingMemory: ClassificationTask, Hashable {
  public let delay: Int
  public var length: Int { delay + 20 }
  public var inputSize: Int { 10 }
  public var classes: Int { 9 }
  public var answersEveryStep: Bool { true }
  public var baseline: Double { 10 * log(8) / Double(length) }

  public init(delay: Int) {
    precondition(delay >= 1, "the mark needs a time-step of delay, not \(delay)")
    self.delay = delay
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    let symbols = (0..<10).map { _ in 1 + generator.integer(below: 8) }
    var shown = symbols + [Int](repeating: 0, count: delay + 10)
    shown[10 + delay - 1] = 9
    let answers = [Double](repeating: 0, count: delay + 10) + symbols.map(Double.init)
    return (shown.map { oneHot($0, of: inputSize) }, answers)
  }
}

/// Two marks among noise, each X or Y: which came first? (Hochreiter & Schmidhuber 1997, task 6a).
///
/// Features, one-hot: X, Y, four kinds of noise, a start and an end. The marks stand in the second
/// tenth and in the sixth tenth of the sequence. Classes: XX, XY, YX, YY.
public struct TemporalOrder: ClassificationTask, Hashable {
  public let length: Int
  public var inputSize: Int { 8 }
  public var classes: Int { 4 }
  public var answersEveryStep: Bool { false }

  public init(length: Int) {
    precondition(length >= 10, "two marks in their tenths need 10 time-steps, not \(length)")
    self.length = length
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    var symbols = (0..<length).map { _ in 2 + generator.integer(below: 4) }
    symbols[0] = 6
    symbols[length - 1] = 7
    let tenth = length / 10
    let first = generator.integer(below: 2)
    let second = generator.integer(below: 2)
    symbols[tenth + generator.integer(below: tenth)] = first
    symbols[length / 2 + generator.integer(below: tenth)] = second
    return (symbols.map { oneHot($0, of: inputSize) }, [Double(2 * first + second)])
  }
}
