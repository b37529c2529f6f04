import Recurrent

/// One network, run over one sequence, and the gradient that went back through it.
package struct LiveRun: Hashable, Sendable {
  /// What went in, one number for each time-step.
  package var inputs: [Double]
  /// ‖∂L/∂h_{T−k}‖ for k = 0 to steps − 1; the loss is ⟨u, h_T⟩ with a random unit vector u.
  package var gradientNorms: [Double]
  /// States after each time-step, time-steps × units.
  package var hidden: [Double]
  /// All zero for a cell without a cell state.
  package var cell: [Double]

  /// - Precondition: the settings are possible.
  package init(_ settings: LiveSettings) {
    precondition(settings.isPossible, "these settings are none of a page's")
    let size = LiveSettings.hiddenSize
    let seed = LiveSettings.seed
    switch settings.cell {
    case .simpleRNN:
      self.init(
        settings,
        of: SimpleRNN(
          inputSize: 1, hiddenSize: size, spectralRadius: settings.radius, seed: seed))
    case .lstm:
      let layer = LSTM(
        inputSize: 1, hiddenSize: size, forgetBias: settings.forgetBias, seed: seed)
      self.init(settings, of: layer.scaled(to: settings.radius))
    case .gru:
      let layer = GRU(inputSize: 1, hiddenSize: size, seed: seed)
      self.init(settings, of: layer.scaled(to: settings.radius))
    }
  }

  private init(_ settings: LiveSettings, of layer: some RecurrentLayer) {
    let drawn = Draws(steps: settings.steps)
    var batch = SequenceBatch(steps: settings.steps, batch: 1, features: 1)
    batch.values = settings.inputs(noise: drawn.noise)
    guard let run = try? layer.unrolled(over: batch) else {
      preconditionFailure("a layer with one input takes a sequence of single numbers")
    }
    self.init(run, gradients: layer.hiddenGradients(of: run, hidden: drawn.outside))
  }

  private init(_ run: Unrolling, gradients: SequenceBatch) {
    inputs = run.inputs.values
    let size = gradients.features
    gradientNorms = stride(from: gradients.values.count, to: 0, by: -size).map { end in
      norm(of: gradients.values[end - size..<end])
    }
    hidden = run.hidden.values
    cell = run.cell.values
  }
}

/// What a run draws: the numbers that `gradientNorms(steps:)` draws, in its order and from its seed,
/// so that with noise for a sequence the norms are the same to the last bit.
private struct Draws {
  var noise: [Double]
  /// ∂L/∂h_t as far as the loss sees h_t itself: a random unit vector at the last time-step.
  var outside: SequenceBatch

  init(steps: Int) {
    let size = LiveSettings.hiddenSize
    var generator = SeededGenerator(seed: 1)
    noise = (0..<steps).map { _ in generator.gaussian() }
    let direction = (0..<size).map { _ in generator.gaussian() }
    let length = norm(of: direction[...])
    outside = SequenceBatch(steps: steps, batch: 1, features: size)
    for unit in 0..<size { outside[steps - 1, 0, unit] = direction[unit] / length }
  }
}

extension RecurrentLayer {
  /// The layer with each gate's recurrent matrix scaled to one spectral radius.
  fileprivate func scaled(to radius: Double) -> Self {
    var result = self
    result.weights.recurrent = weights.recurrent.scaledBlocks(Self.gates, to: radius)
    return result
  }
}

extension Matrix {
  /// The matrix with each of `count` square blocks, side by side, scaled to one spectral radius.
  fileprivate func scaledBlocks(_ count: Int, to radius: Double) -> Matrix {
    var result = self
    for first in stride(from: 0, to: count * rows, by: rows) {
      var block = Matrix(rows: rows, columns: rows)
      for row in 0..<rows {
        for column in 0..<rows { block[row, column] = self[row, first + column] }
      }
      let factor = radius / block.spectralRadius
      for row in 0..<rows {
        for column in 0..<rows { result[row, first + column] *= factor }
      }
    }
    return result
  }
}
