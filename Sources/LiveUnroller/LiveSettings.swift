import Recurrent

/// What the reader of a page chose: the network, and what goes through it.
package struct LiveSettings: Hashable, Sendable {
  /// The raw value is the number by which the page names a case.
  package enum Cell: Int32, CaseIterable, Sendable {
    case simpleRNN, lstm, gru
  }

  package enum Sequence: Int32, CaseIterable, Sendable {
    /// Gaussian numbers: the ones of `gradientNorms(steps:)`.
    case noise
    /// 1 at the first time-step, 0 from then on.
    case pulse
    /// A sine with 12 time-steps in each period.
    case wave
    /// 1 and −1, which take turns every 5 time-steps.
    case square
  }

  package var cell: Cell
  package var sequence: Sequence
  package var steps: Int
  /// The spectral radius of the recurrent matrix, and of each gate's block of it.
  package var radius: Double
  /// What an LSTM's forget gate starts from; the other cells have none.
  package var forgetBias: Double

  package init(
    cell: Cell = .simpleRNN, sequence: Sequence = .noise, steps: Int = 30, radius: Double = 0.5,
    forgetBias: Double = 1
  ) {
    self.cell = cell
    self.sequence = sequence
    self.steps = steps
    self.radius = radius
    self.forgetBias = forgetBias
  }

  /// What a page may ask for. A hundred steps of an LSTM take a few hundredths of a second.
  package static let stepRange = 2...100
  package static let radiusRange = 0.0...2.0
  package static let forgetBiasRange = -5.0...5.0

  /// Whether every number is one that a page may ask for; NaN is not.
  package var isPossible: Bool {
    Self.stepRange.contains(steps) && Self.radiusRange.contains(radius)
      && Self.forgetBiasRange.contains(forgetBias)
  }
}

extension LiveSettings {
  /// The network's size and seed: those of the figures beside the page's live part.
  package static let hiddenSize = 32
  package static let seed = 7

  /// The numbers that go in, one for each time-step.
  ///
  /// - Parameter noise: as many Gaussian numbers as there are time-steps.
  func inputs(noise: [Double]) -> [Double] {
    switch sequence {
    case .noise: noise
    case .pulse: (0..<steps).map { $0 == 0 ? 1 : 0 }
    case .wave: (0..<steps).map { sin(2 * pi * Double($0) / 12) }
    case .square: (0..<steps).map { $0 / 5 % 2 == 0 ? 1 : -1 }
    }
  }
}
