/// One floor of a stack.
public enum StackLevel: Sendable {
  case forward(any RecurrentLayer)
  /// Both read the same, the second from the end; above they stand side by side.
  case bothWays(any RecurrentLayer, any RecurrentLayer)
}

/// Recurrent layers on top of each other: each reads the hidden states of the one below.
public struct StackedLayers: Sendable {
  /// The lowest first; of two that read in both directions, the forward one first. As many as ever:
  /// a layer may be changed for another.
  public var layers: [any RecurrentLayer] {
    didSet { precondition(layers.count == readsBackwards.count, "a stack keeps its layers") }
  }
  /// For each layer, whether it reads backwards what the one before it reads forwards.
  public let readsBackwards: [Bool]

  /// - Parameter layers: the lowest first, at least one.
  /// - Throws: `wrongFeatures` when a layer does not take as many features as the one below gives.
  public init(_ layers: [any RecurrentLayer]) throws(RecurrentError) {
    precondition(!layers.isEmpty, "a stack has one layer or more")
    try self.init(levels: layers.map { .forward($0) })
  }

  /// - Parameter levels: the lowest first, at least one.
  /// - Throws: `noLayers`; `wrongFeatures` when a layer does not take as many features as the level
  ///   below gives, which is both hidden sizes together where two directions meet.
  public init(levels: [StackLevel]) throws(RecurrentError) {
    guard !levels.isEmpty else { throw .noLayers }
    var layers: [any RecurrentLayer] = []
    var readsBackwards: [Bool] = []
    var below: Int?
    for level in levels {
      let here: [any RecurrentLayer] =
        switch level {
        case .forward(let layer): [layer]
        case .bothWays(let forward, let backward): [forward, backward]
        }
      let given = below ?? here[0].inputSize
      for layer in here where layer.inputSize != given {
        throw .wrongFeatures(found: given, expected: layer.inputSize)
      }
      layers += here
      readsBackwards += here.count == 1 ? [false] : [false, true]
      below = here.reduce(0) { $0 + $1.hiddenSize }
    }
    self.layers = layers
    self.readsBackwards = readsBackwards
  }

  public var inputSize: Int { layers[0].inputSize }
  /// Of the top level, both directions together.
  public var hiddenSize: Int { size(of: levels[levels.count - 1]) }
  public var parameterCount: Int { layers.reduce(0) { $0 + $1.parameterCount } }

  /// Which layers stand on one level.
  var levels: [Range<Int>] {
    layers.indices.filter { !readsBackwards[$0] }.map { first in
      let pair = first + 1 < layers.count && readsBackwards[first + 1]
      return first..<first + (pair ? 2 : 1)
    }
  }

  func size(of level: Range<Int>) -> Int {
    layers[level].reduce(0) { $0 + $1.hiddenSize }
  }

  /// The run of every layer, the lowest first; one that reads backwards in its own order of time.
  ///
  /// - Parameter states: where each layer starts; nil starts from zero.
  public func unrolled(
    over inputs: SequenceBatch, from states: [LayerState]? = nil
  ) throws(RecurrentError) -> [Unrolling] {
    try unrolled(over: inputs, from: states, .none)
  }

  func unrolled(
    over inputs: SequenceBatch, from states: [LayerState]?, _ masks: DropoutMasks
  ) throws(RecurrentError) -> [Unrolling] {
    precondition(states == nil || states?.count == layers.count, "one state for each layer")
    var runs: [Unrolling] = []
    var below = inputs
    for (number, level) in levels.enumerated() {
      masks.apply(to: &below, at: number)
      for index in level {
        let read = readsBackwards[index] ? below.reversedInTime() : below
        runs.append(try layers[index].unrolled(over: read, from: states?[index]))
      }
      below = hidden(of: runs, level)
    }
    return runs
  }

  /// What the top level gives: steps × batch × hiddenSize.
  public func hidden(of runs: [Unrolling]) -> SequenceBatch {
    hidden(of: runs, levels[levels.count - 1])
  }

  private func hidden(of runs: [Unrolling], _ level: Range<Int>) -> SequenceBatch {
    let forward = runs[level.lowerBound].hidden
    guard level.count == 2 else { return forward }
    return forward.beside(runs[level.lowerBound + 1].hidden.reversedInTime())
  }

  /// What the top level gives after all it has read: the hidden state after the last time-step, and
  /// beside it that of the backward layer after the first one.
  func lastHidden(of runs: [Unrolling]) -> SequenceBatch {
    let level = levels[levels.count - 1]
    let last = runs[level].map { $0.hidden.part($0.hidden.steps - 1..<$0.hidden.steps) }
    return last.dropFirst().reduce(last[0]) { $0.beside($1) }
  }

  var flat: [Double] {
    get { layers.flatMap { $0.weights.flat } }
    set {
      var rest = newValue[...]
      for index in layers.indices {
        let count = layers[index].parameterCount
        layers[index].weights.flat = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
  }
}

extension Unrolling {
  /// The state after the last time-step: where the next part of a long sequence starts.
  public var finalState: LayerState {
    let last = hidden.range(of: hidden.steps - 1)
    return LayerState(hidden: Array(hidden.values[last]), cell: Array(cell.values[last]))
  }
}
