/// What a network of the engine is made of, and so where its parameters stand: the embedding's, the
/// layers' from the bottom up, the head's weights and its biases.
package struct NetworkShape: Hashable, Sendable {
  /// Tokens of an embedding, each with as many numbers as the lowest level reads; nil without one.
  package var tokens: Int?
  /// The lowest first: one layer, or two that read both ways.
  package var levels: [[LayerShape]]
  package var outputs: Int
  /// For what each level reads, and behind them for the head, whether some of it is left out.
  package var drops: [Bool]
  /// Whether a head that reads once sees the end of both ways, and not both at the last time-step.
  package var joinsEnds: Bool

  /// - Parameters:
  ///   - levels: each takes as many features as the one below gives.
  ///   - drops: empty for nothing.
  package init(
    levels: [[LayerShape]], outputs: Int, tokens: Int? = nil, drops: [Bool] = [],
    joinsEnds: Bool = false
  ) {
    self.levels = levels
    self.outputs = outputs
    self.tokens = tokens
    self.drops = drops.isEmpty ? Array(repeating: false, count: levels.count + 1) : drops
    self.joinsEnds = joinsEnds
  }

  /// Layers on top of each other, all forwards.
  package init(_ layers: [LayerShape], outputs: Int) {
    self.init(levels: layers.map { [$0] }, outputs: outputs)
  }

  var inputSize: Int { levels[0][0].inputSize }
  /// What the head reads at a time-step.
  var topSize: Int { levels[levels.count - 1].reduce(0) { $0 + $1.hiddenSize } }
  var embeddingCount: Int { (tokens ?? 0) * inputSize }

  package var parameterCount: Int {
    levels.joined().reduce(embeddingCount) { $0 + $1.parameterCount } + (topSize + 1) * outputs
  }
}
