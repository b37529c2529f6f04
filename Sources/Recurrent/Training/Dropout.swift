/// Which numbers are left out while training, so that no unit relies on one other (Srivastava et
/// al. 2014); between recurrent layers, not from one time-step to the next (Zaremba, Sutskever &
/// Vinyals 2014).
///
/// Inverted: what stays is divided by its share, so that nothing changes when a network predicts.
package struct DropoutMasks: Sendable {
  /// For each level of a stack what its inputs are multiplied by, and behind them for the head; nil
  /// where nothing is left out.
  private let masks: [SequenceBatch?]

  /// Nothing is left out.
  static let none = DropoutMasks(masks: [])

  private init(masks: [SequenceBatch?]) {
    self.masks = masks
  }

  /// Draws every number's fate by itself, place by place.
  ///
  /// - Parameter places: the share that is left out, from 0 to below 1, and how many numbers each
  ///   sequence has at each time-step.
  package init(
    _ places: [(rate: Double, steps: Int, width: Int)], batch: Int,
    _ generator: inout SeededGenerator
  ) {
    var masks: [SequenceBatch?] = []
    for (rate, steps, width) in places {
      guard rate > 0 else {
        masks.append(nil)
        continue
      }
      var mask = SequenceBatch(steps: steps, batch: batch, features: width)
      for index in mask.values.indices {
        mask.values[index] = generator.uniform() < rate ? 0 : 1 / (1 - rate)
      }
      masks.append(mask)
    }
    self.masks = masks
  }

  /// What the inputs of a level are multiplied by; nil where nothing is left out.
  subscript(level: Int) -> SequenceBatch? { level < masks.count ? masks[level] : nil }

  /// Multiplies by the mask of a level: numbers on their way up, and derivatives on their way down.
  package func apply(to values: inout SequenceBatch, at level: Int) {
    guard let mask = self[level] else { return }
    for index in values.values.indices { values.values[index] *= mask.values[index] }
  }
}
