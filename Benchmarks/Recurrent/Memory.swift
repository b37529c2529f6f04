import Foundation
import Recurrent

/// How much memory a training takes at most, beside what it cannot do without.
struct Memory {
  /// Megabytes that the algorithm must keep: the weights with their gradient, both moments of Adam
  /// and the last good ones; x, gates, h and c of every time-step, and the outputs with their
  /// slopes. A GRU's h′·U + c counts for its candidate, where the reset gate multiplies it.
  let needed: Double
  /// Megabytes that the process grows by while it makes the training and three updates, the batch
  /// not counted.
  let taken: Double

  init(cell: String, hidden: Int, batch: Int, steps: Int) throws {
    let batchHere = trainingBatch(steps: steps, batch: batch)
    let before = Self.peak()
    let training = try training(cell: cell, hidden: hidden)
    for _ in 0..<3 { try training.learn(batchHere.inputs, batchHere.answers) }
    taken = Self.peak() - before
    let states = ["lstm": 6, "gru": 5, "rnn": 1][cell]!
    let row = states * hidden + 8 + 2
    let bytes = 4 * (steps * batch * row + 5 * training.network.parameterCount)
    needed = Double(bytes) / 1e6
  }

  /// The most that the process has had so far, in megabytes.
  private static func peak() -> Double {
    var usage = rusage()
    #if os(macOS)
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1e6
    #else
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) * 1024 / 1e6
    #endif
  }
}
