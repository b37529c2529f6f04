// Times the block language: checking, running, and what a process does before its first block.
//
//   scripts/benchmarks blocks

import Diagnostics
import Foundation
import Lab
import Scripting

func milliseconds(_ body: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
  let start = now()
  body()
  return now() - start
}

func median(of count: Int, _ body: () -> Void) -> Double {
  (0..<count).map { _ in milliseconds(body) }.sorted()[count / 2]
}

func report(_ what: String, _ time: Double) {
  let padding = String(repeating: " ", count: max(1, 44 - what.count))
  print("\(what)\(padding)\((time * 100).rounded() / 100) ms")
}

func item(_ text: String) -> PageItem {
  .block(
    BlockSource(
      text, path: "lesson.md", start: SourcePosition(line: 1, column: 1), label: "fig", seed: 0))
}

/// Thirty lines, as a lesson has them.
let lesson = """
  let steps = 60
  let scale = 0.5
  struct Run {
    let name: String
    var losses: [Double] = []
    var best: Double? { losses.min() }
    mutating func add(_ loss: Double) { losses.append(loss) }
  }
  func decay(_ factor: Double, steps: Int = 3) -> [Double] {
    var norms = [1.0]
    for _ in 0..<steps { norms.append(norms[norms.count - 1] * factor) }
    return norms
  }
  var runs: [Run] = []
  for (index, factor) in [0.5, 0.9, 1.1].enumerated() {
    var run = Run(name: "run \\(index)")
    for norm in decay(factor, steps: steps) where norm < 100 { run.add(norm * scale) }
    runs.append(run)
  }
  let best = runs.map { $0.best ?? 0 }
  let order = best.enumerated().sorted { $0.element < $1.element }.map(\\.offset)
  print(order, best.map { ($0 * 100).rounded() / 100 })
  let rnn = SimpleRNN(inputSize: 1, hiddenSize: 8, spectralRadius: 0.9, seed: 7)
  let lstm = LSTM(inputSize: 1, hiddenSize: 8, forgetBias: 2, seed: 7)
  show(
    Chart {
      LineMark(rnn.gradientNorms(steps: steps), label: "SimpleRNN")
      LineMark(lstm.gradientNorms(steps: steps), label: "LSTM")
    }
    .xAxis("time-steps back").yAxis("norm of the gradient", scale: .log))
  """

/// A block whose checks are taken off the time of its run.
func run(_ text: String, times: Int) -> Double {
  let whole = median(of: times) { _ = runPage([item(text)], library: .lab) }
  return whole - median(of: times) { _ = checkPage([item(text)], library: .lab) }
}

report("the library, made once", milliseconds { _ = Library.lab })
report(
  "a block of 30 lines, read and checked first",
  milliseconds {
    precondition(checkPage([item(lesson)], library: .lab).diagnostics.isEmpty)
  })
report(
  "the same again", median(of: 101) { _ = checkPage([item(lesson)], library: .lab) })
report(
  "a million additions",
  run("var sum = 0\nfor i in 0..<1_000_000 { sum += i }\nprint(sum)", times: 11))
report(
  "a million additions of Doubles",
  run("var sum = 0.0\nfor i in 0..<1_000_000 { sum += Double(i) }\nprint(sum)", times: 11))
report(
  "a million elements mapped and added",
  run("print((0..<1_000_000).map { $0 % 7 }.reduce(0, +))", times: 5))
report(
  "250,000 calls of a function",
  run("func f(_ n: Int) -> Int { n < 2 ? n : f(n - 1) + f(n - 2) }\nprint(f(25))", times: 5))
