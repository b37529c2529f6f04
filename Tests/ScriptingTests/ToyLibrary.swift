import Diagnostics
import Scripting

// A library that knows nothing of blocks, to be registered.

enum Activation: String, CaseIterable, Sendable { case tanh, relu, sigmoid }

struct Net: Sendable, Equatable {
  let units: Int
  var activation: Activation
  var state = 0.0

  static func make(units: Int, activation: Activation, seed: Int) throws -> Net {
    guard units % 2 == 0 else {
      throw HostFailure("'units' must be even, not \(units)", hint: "try \(units + 1).")
    }
    return Net(units: units, activation: activation, state: Double(seed))
  }

  mutating func step(_ x: Double) -> Double {
    state += x * Double(units)
    return state
  }

  func norms(steps: Int) -> [Double] { (0..<steps).map { 1 / Double($0 + 1) } }
}

protocol Mark: Sendable { var summary: String { get } }

struct LineMark: Mark {
  var ys: [Double]
  var label: String
  var summary: String { "line(\(label): \(ys.count))" }
}

struct RuleMark: Mark {
  var y: Double
  var summary: String { "rule(\(y))" }
}

struct Chart: Sendable, Equatable {
  var marks: [String]
  var title = ""
}

/// What a test's blocks may call: each kind of declaration once.
let toyLibrary: Library = {
  var library = Library.standard
  library.module("Toy")
  library.constant("golden", 1.618)
  library.function("func half(_ x: Double) -> Double") { (x: Double) in x / 2 }
  library.function(
    "func linspace(from: Double, to: Double, count: Int = 100) -> [Double]",
    within: ["count": 2...1_000_000]
  ) { (from: Double, to: Double, count: Int) in
    (0..<count).map { from + (to - from) * Double($0) / Double(count - 1) }
  }
  library.function("func integrate(_ f: (Double) -> Double, steps: Int = 10) -> Double") {
    (f: Fn<Double, Double>, steps: Int) in
    var sum = 0.0
    for step in 0..<steps { sum += try f((Double(step) + 0.5) / Double(steps)) }
    return sum / Double(steps)
  }
  library.contextual("func noise() -> Int") { (context: BlockContext) in context.seed }
  library.enumeration(Activation.self)
  library.type(Net.self) { type in
    type.initializer(
      "init(units: Int, activation: Activation = .tanh, seed: Int = 0)",
      within: ["units": 1...4096]
    ) { (units: Int, activation: Activation, seed: Int) in
      try Net.make(units: units, activation: activation, seed: seed)
    }
    type.method("func norms(steps: Int) -> [Double]", within: ["steps": 1...1000]) {
      (net: Net, steps: Int) in net.norms(steps: steps)
    }
    type.mutating("func step(_ x: Double) -> Double") { (net: inout Net, x: Double) in
      net.step(x)
    }
    type.property("units", \.units)
    type.property("activation", \.activation)
  }
  addFigures(to: &library)
  return library
}()

private func addFigures(to library: inout Library) {
  library.protocol("Mark", (any Mark).self)
  library.resultBuilder("ChartBuilder", of: "Mark")
  library.type(LineMark.self) { type in
    type.conforms(to: "Mark")
    type.initializer("init(_ ys: [Double], label: String = \"\")") {
      (ys: [Double], label: String) in
      LineMark(ys: ys, label: label)
    }
  }
  library.type(RuleMark.self) { type in
    type.conforms(to: "Mark")
    type.initializer("init(y: Double)") { (y: Double) in RuleMark(y: y) }
  }
  library.type(Chart.self) { type in
    type.initializer("init(@ChartBuilder content: () -> [any Mark])") {
      (content: Fn<[any Mark]>) in Chart(marks: try content().map(\.summary))
    }
    type.method("func title(_ title: String) -> Chart") { (chart: Chart, title: String) in
      Chart(marks: chart.marks, title: title)
    }
  }
  library.contextual("func show(_ chart: Chart)") { (context: BlockContext, chart: Chart) in
    try context.show(chart)
  }
}

/// A block whose text starts at line 1, column 1.
func block(_ text: String, label: String = "fig", seed: Int = 0) -> BlockSource {
  BlockSource(
    text, path: "lesson.md", start: SourcePosition(line: 1, column: 1), label: label, seed: seed)
}

func run(_ text: String, limits: Limits = Limits()) -> BlockResult {
  runPage([.block(block(text))], library: toyLibrary, limits: limits).blocks[0]
}

/// What a block printed; its mistakes instead when it has any.
func output(_ text: String) -> String {
  let result = run(text)
  let errors = result.diagnostics.filter { $0.severity == .error }
  return errors.isEmpty ? result.printed : errors.map(line).joined(separator: "\n")
}

/// `3:7: error: index 3 is outside 0..<3 | the hint`.
func line(_ diagnostic: Diagnostic) -> String {
  let place = diagnostic.span.map { "\($0.start.line):\($0.start.column)" } ?? "?"
  return "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message)"
    + (diagnostic.hint.map { " | \($0)" } ?? "")
}

/// Everything that is wrong with a block, run if it can.
func mistakes(_ text: String) -> [String] { run(text).diagnostics.map(line) }
