import Foundation
import Recurrent

// How long a training takes, in single precision.
//
//   recurrent-benchmark step CELL HIDDEN BATCH STEPS THREADS [WIDTH]
//       milliseconds of one update: forwards, backwards, Adam; 8 features, one output at every
//       time-step, mean squared error. The median of at least five; with one thread CPU time.
//   recurrent-benchmark norms
//       milliseconds of the gradient norms of an LSTM, 32 units, 1000 time-steps, in Double
//   recurrent-benchmark adding SEED
//       sequences and seconds until the adding problem is solved, and wrong answers of 2560 after
//   recurrent-benchmark memory CELL HIDDEN BATCH STEPS
//       megabytes that the algorithm must keep, and by which the process grows at most
//   recurrent-benchmark peak
//       Gflop/s of a product whose tables stay in the cache: what the kernels can reach at best

let arguments = Array(CommandLine.arguments.dropFirst())

func number(_ index: Int) -> Int {
  guard index < arguments.count, let value = Int(arguments[index]) else {
    fatalError("argument \(index + 1) is a number")
  }
  return value
}

switch arguments.first {
case "step":
  let width = arguments.count > 6 ? KernelWidth(rawValue: Int32(number(6))) : nil
  print(
    try stepMilliseconds(
      cell: arguments[1], hidden: number(2), batch: number(3), steps: number(4),
      threads: number(5), width: width ?? KernelWidth.available.last!))
case "norms":
  let lstm = LSTM(inputSize: 1, hiddenSize: 32, seed: 1)
  print(median { _ = lstm.gradientNorms(steps: 1000) })
case "adding":
  let run = try AddingRun(seed: number(1))
  print("\(run.sequences) \(run.seconds) \(run.wrong)")
case "memory":
  let memory = try Memory(
    cell: arguments[1], hidden: number(2), batch: number(3), steps: number(4))
  print("\(memory.needed) \(memory.taken)")
case "peak":
  print(productPeak())
default:
  fatalError("say 'step', 'norms', 'adding', 'memory' or 'peak'")
}
