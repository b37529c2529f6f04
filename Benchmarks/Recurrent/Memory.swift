import Foundation
import Recurrent

/// How much memory a training takes at most, beside what it cannot do without.
struct Memory {
  /// Megabytes that the algorithm must keep: the weights with their gradient, both moments of Adam
  /// and the last good ones; of every time-step x, h and c, and the gates, in whose place their
  /// derivatives stand until the weights' gradient is summed over all of them in one order; a GRU's
  /// h′·U + c of the candidate; the outputs with their slopes.
  let needed: Double
  /// Megabytes that the process grows by while it makes the training and three updates, the
  /// network and the batch not counted.
  let taken: Double

  init(cell: String, hidden: Int, batch: Int, steps: Int) throws {
    let batchHere = trainingBatch(steps: steps, batch: batch)
    let network = try network(cell: cell, hidden: hidden)
    let before = Self.peak()
    let training = try FloatTraining(network)
    for _ in 0..<3 { try training.learn(batchHere.inputs, batchHere.answers) }
    taken = Self.peak() - before
    let states = ["lstm": 6, "gru": 5, "rnn": 2][cell]!
    let row = states * hidden + 8 + 2
    let bytes = 4 * (steps * batch * row + 5 * network.parameterCount)
    needed = Double(bytes) / 1e6
  }

  /// The most that the process has had so far, in megabytes. Linux counts what a process was before
  /// it became this program in `getrusage`, but not here.
  private static func peak() -> Double {
    #if os(Linux)
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(separator: " ").compactMap { Double($0) }.first
    return (kilobytes ?? .nan) * 1024 / 1e6
    #else
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1e6
    #endif
  }
}
