/// What a layer did at each time-step of one sequence: time-steps × units each.
///
/// A list is empty when the layer has no such thing.
public struct StateTrace: Hashable, Sendable {
  public let hiddenStates: [[Double]]
  public let cellStates: [[Double]]
  public let inputGates: [[Double]]
  public let forgetGates: [[Double]]
  public let candidates: [[Double]]
  public let outputGates: [[Double]]
  public let resetGates: [[Double]]
  public let updateGates: [[Double]]

  init<Layer: RecurrentLayer>(_ run: Unrolling, of layer: Layer) {
    let all = run.gates.sequence(0)
    let size = layer.hiddenSize
    func block(_ gate: Int, in kinds: Int) -> [[Double]] {
      Layer.gates == kinds ? all.map { Array($0[gate * size..<(gate + 1) * size]) } : []
    }
    hiddenStates = run.hidden.sequence(0)
    cellStates = Layer.hasCellState ? run.cell.sequence(0) : []
    inputGates = block(0, in: 4)
    forgetGates = block(1, in: 4)
    candidates = Layer.gates == 3 ? block(2, in: 3) : block(2, in: 4)
    outputGates = block(3, in: 4)
    resetGates = block(0, in: 3)
    updateGates = block(1, in: 3)
  }
}

extension RecurrentLayer {
  /// Goes through one sequence and shows everything on the way.
  ///
  /// - Parameter sequence: time-steps × features, at least one time-step.
  public func trace(_ sequence: [[Double]]) -> StateTrace {
    lesson { () throws(RecurrentError) in try traced(sequence) }
  }

  /// The same for one feature at each time-step.
  public func trace(_ sequence: [Double]) -> StateTrace { trace(sequence.map { [$0] }) }

  public func traced(_ sequence: [[Double]]) throws(RecurrentError) -> StateTrace {
    StateTrace(try unrolled(over: SequenceBatch(sequence)), of: self)
  }

  /// How far a gradient reaches back: ‖∂L/∂h_{T−k}‖ for k = 0 to `steps`.
  ///
  /// The loss is ⟨u, h_T⟩ with a random unit vector u, so the first number is 1 and the others
  /// say which part is left. Inputs are Gaussian; all of it comes from one fixed seed.
  public func gradientNorms(steps: Int) -> [Double] {
    precondition(steps >= 0, "a gradient goes back 0 steps or more, not \(steps)")
    var generator = SeededGenerator(seed: 1)
    var inputs = SequenceBatch(steps: steps + 1, batch: 1, features: inputSize)
    for index in inputs.values.indices { inputs.values[index] = generator.gaussian() }
    var direction = (0..<hiddenSize).map { _ in generator.gaussian() }
    let length = norm(of: direction[...])
    for index in direction.indices { direction[index] /= length }
    let run = lesson { () throws(RecurrentError) in try unrolled(over: inputs) }
    var hidden = SequenceBatch(steps: steps + 1, batch: 1, features: hiddenSize)
    hidden.values.replaceSubrange(hidden.range(of: steps), with: direction)
    let total = hiddenGradients(of: run, hidden: hidden)
    return (0...steps).map { k in norm(of: total.values[total.range(of: steps - k)]) }
  }
}

/// The first place where `values` are below half of the first one; nil when they never are.
public func halfLife(of values: [Double]) -> Int? {
  values.first.flatMap { first in firstIndex(of: values, below: first / 2) }
}

/// The first place where `values` are below `threshold`; nil when they never are.
public func firstIndex(of values: [Double], below threshold: Double) -> Int? {
  values.firstIndex { $0 < threshold }
}

/// `count` numbers from `start` to `end`, equally far apart, both ends included.
public func linspace(from start: Double, to end: Double, count: Int) -> [Double] {
  precondition(count >= 0, "a list has 0 numbers or more, not \(count)")
  guard count > 1 else { return count == 1 ? [start] : [] }
  return (0..<count).map { start + (end - start) * Double($0) / Double(count - 1) }
}

/// What a lesson's program calls does not throw: a wrong shape is a mistake of the program, and
/// stops it with the words of the error.
func lesson<Result>(_ body: () throws(RecurrentError) -> Result) -> Result {
  do {
    return try body()
  } catch {
    preconditionFailure(error.description)
  }
}
