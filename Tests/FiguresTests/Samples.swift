import Figures

/// One figure of every kind, and those that go wrong easily.
enum Samples {
  static let decay = (0...60).map { halved(Double($0) / 3) }
  static let slow = (0...60).map { halved(Double($0) / 40) }

  /// 2^−x, exact enough for samples.
  static func halved(_ x: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(x) { value /= 2 }
    return value * (1 - (x - x.rounded(.down)) / 2)
  }

  static let decayChart = Chart {
    LineMark(decay, label: "SimpleRNN")
    LineMark(slow, label: "LSTM")
    RuleMark(y: 0.001, label: "a thousandth")
    TextMark(x: 30, y: decay[30], "half way")
  }
  .title("Gradients fade").subtitle("32 units")
  .xAxis("time-steps back").yAxis("‖∂L/∂h‖", scale: .log)

  static let bars = Chart {
    BarMark(x: ["SimpleRNN", "GRU", "LSTM"], y: [0.52, 0.87, 0.91], label: "train")
    BarMark(x: ["SimpleRNN", "GRU", "LSTM"], y: [0.48, 0.82, 0.88], label: "test")
  }.yAxis("accuracy")

  static let training = Chart {
    BandMark(lower: slow.map { $0 * 0.8 }, upper: slow.map { $0 * 1.2 }, label: "five seeds")
    LineMark(slow, label: "mean")
    RuleMark(x: 40, label: "best step")
    RectangleMark(xStart: 45, xEnd: 60, label: "plateau")
  }.title("Training").xAxis("step").yAxis("loss")

  static let gates: [[Double]] = (0..<12).map { step in
    (0..<8).map { unit -> Double in
      let tenths = (step * 7 + unit * 3) % 10
      return Double(tenths) / 10
    }
  }

  static let heatMap = HeatMap(
    gates, columns: "character", columnLabels: "hello world!".map { String($0) }
  ).title("Forget gate").values("f_t", from: 0, to: 1)

  static let facets = Facets {
    for name in ["SimpleRNN", "GRU", "LSTM"] {
      Chart {
        LineMark(slow, label: "train")
        LineMark(decay, label: "test")
      }.title(name).xAxis("step").yAxis("loss")
    }
  }.title("Three cells")

  static let manySeries = Chart {
    for unit in 0..<50 {
      LineMark((0..<10).map { Double($0 * unit) }, label: "unit \(unit)")
    }
  }.title("Fifty")

  static let difficult: [(name: String, figure: any Figure)] = [
    ("no values", Chart { LineMark([]) }),
    ("one point", Chart { LineMark([3]) }),
    ("all equal", Chart { LineMark([3, 3, 3]) }),
    ("zeros", Chart { BarMark([0, 0]) }),
    ("only NaN", Chart { LineMark([.nan, .nan], label: "a") }),
    ("gaps", Chart { LineMark([1, .nan, 3, .infinity, 2, -.infinity], label: "loss") }),
    ("log of nothing", Chart { LineMark([0, -1]) }.yAxis("y", scale: .log)),
    ("log of one", Chart { LineMark([5]) }.xAxis("x", scale: .log).yAxis("y", scale: .log)),
    ("huge", Chart { LineMark([-1e308, 1e308]) }),
    ("tiny", Chart { LineMark([5e-324, 1e-310, 0]) }),
    ("tiny on a log scale", Chart { LineMark([5e-324, 1e308]) }.yAxis("y", scale: .log)),
    ("huge symlog", Chart { LineMark([-1e300, 0, 1e-300]) }.yAxis("y", scale: .symlog)),
    ("huge positions", Chart { PointMark(x: [-1e300, 1e300], y: [1, 2]) }),
    ("largest", Chart { LineMark([.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1]) }),
    ("largest alone", Chart { LineMark([.greatestFiniteMagnitude]) }),
    ("largest on a log scale", Chart { LineMark([1.7e308]) }.yAxis("y", scale: .log)),
    ("largest symlog", Chart { LineMark([1.7e308, -1]) }.yAxis("y", scale: .symlog)),
    ("least symlog", Chart { LineMark([.leastNonzeroMagnitude, 0]) }.yAxis("y", scale: .symlog)),
    (
      "no place",
      Chart {
        LineMark([1, 2]); RuleMark(y: 0, label: "z")
      }.yAxis("y", scale: .log)
    ),
    (
      "nowhere",
      Chart {
        LineMark([1, 2]); TextMark(x: .nan, y: 1, "a"); RuleMark(x: .infinity)
      }
    ),
    ("largest cells", HeatMap([[.greatestFiniteMagnitude]])),
    ("least cells", HeatMap([[.leastNonzeroMagnitude, 0]])),
    ("close", Chart { LineMark([1, 1.0000000000000002]) }),
    ("uneven", Chart { LineMark(x: [1, 2, 3], y: [1]) }),
    ("ten thousand", Chart { LineMark((0..<10_000).map { Double($0 * $0 % 977) }) }),
    ("fifty series", manySeries),
    ("long title", Chart { LineMark([1, 2]) }.title(String(repeating: "word and ", count: 34))),
    ("one long word", Chart { LineMark([1, 2]) }.title(String(repeating: "m", count: 300))),
    ("right to left", Chart { LineMark([1, 2]) }.title("שלום")),
    ("small", Chart { LineMark([1, 2], label: "a") }.size(width: 60, height: 20)),
    ("no marks", Chart {}),
    ("only a rule", Chart { RuleMark(y: 3, label: "three") }),
    ("bad range", Chart { LineMark([1, 2]) }.yRange(from: 4, to: 4)),
    ("cut", Chart { LineMark([1, 20, 3]) }.yRange(from: 0, to: 4)),
    (
      "many names",
      Chart { BarMark(x: (0..<80).map { "name \($0)" }, y: (0..<80).map(Double.init)) }
    ),
    ("no facets", Facets([])),
    ("empty facets", Facets([Chart {}, Chart { LineMark([1, .nan]) }])),
    ("no cells", HeatMap([])),
    ("ragged", HeatMap([[1, 2], [3]])),
    ("only NaN cells", HeatMap([[.nan]])),
    ("huge cells", HeatMap([[-1e308, 1e308]])),
    ("equal cells", HeatMap([[2, 2], [2, 2]])),
    ("many cells", HeatMap((0..<2000).map { [Double($0 % 7), 1] })),
    ("no steps", UnrolledDiagram(cell: .lstm, steps: 0)),
    ("negative steps", UnrolledDiagram(cell: .lstm, steps: -3)),
    ("no layers", StackedDiagram(cell: .lstm, layers: [], inputSize: 1, steps: 2)),
    ("no input", StackedDiagram(cell: .lstm, layers: [4], inputSize: 0, steps: 1)),
    ("a tower", StackedDiagram(cell: .gru, layers: [1, 2, 3, 4, 5, 6], inputSize: 1, steps: 1)),
    ("one way", BidirectionalDiagram(cell: .gru, steps: 1)),
    ("no batches", StatefulDiagram(cell: .lstm, batches: 0, steps: 2)),
    ("no such batch", StatefulDiagram(cell: .lstm, batches: 2, steps: 2, resetAfter: 3)),
    ("no shape", UnrolledDiagram(cell: .gru, steps: 2).shapes(inputSize: 0, hiddenSize: 1)),
    ("no tokens", SaliencyText([], values: [])),
    ("a token too many", SaliencyText(["a", "b"], values: [1])),
    ("only NaN tokens", SaliencyText(["a"], values: [.nan])),
    ("one token", SaliencyText(["a"], values: [1])),
    ("a long token", SaliencyText([String(repeating: "m", count: 300)], values: [1])),
    (
      "ten thousand tokens",
      SaliencyText([String](repeating: "a", count: 10_000), values: (0..<10_000).map(Double.init))
    ),
    ("infinite tokens", SaliencyText("abc\n", values: [.infinity, 1, -.infinity, .nan])),
    ("stack on a log scale", Chart { BarMark([1, 2]).stacked() }.yAxis("y", scale: .log)),
    (
      "stack of gaps",
      Chart {
        BarMark([1, .nan]).stacked(); BarMark([.infinity, 2]).stacked()
      }
    ),
    ("no gradients", UnrolledDiagram(cell: .gru, steps: 3, gradients: [])),
    ("NaN gradients", UnrolledDiagram(cell: .gru, steps: 3, gradients: [.nan, 1, 0])),
  ]

  static let stack = Chart {
    BarMark(x: ["GRU", "LSTM"], y: [432, 576], label: "recurrent").stacked()
    BarMark(x: ["GRU", "LSTM"], y: [36, 48], label: "input").stacked()
    BarMark(x: ["GRU", "LSTM"], y: [-10, 20], label: "change").stacked()
  }.yAxis("weights")

  static let sentence = "the gate keeps what the sentence needs until its last word"
  /// Words on coloured cells; all others stand on the page.
  static let saliency: [(name: String, figure: any Figure)] = [
    (
      "characters",
      SaliencyText(sentence, values: sentence.indices.enumerated().map { Double($0.offset % 13) })
        .values("|∂y/∂x_t|")
    ),
    (
      "words",
      SaliencyText(
        sentence.split(separator: " ").map(String.init), values: (0..<11).map { Double($0) - 5 }
      ).values("contribution", from: -10, to: 10)
    ),
  ]

  static let good: [(name: String, figure: any Figure)] =
    [
      ("decay", decayChart), ("bars", bars), ("training", training), ("heat-map", heatMap),
      ("facets", facets), ("stack", stack),
      ("before", CellDiagram(.gru, resetGate: .beforeProduct)),
    ]
    + CellKind.allCases.flatMap { cell -> [(name: String, figure: any Figure)] in
      [
        ("loop \(cell)", LoopDiagram(cell: cell).title("Folded")),
        ("cell \(cell)", CellDiagram(cell)),
        ("stack \(cell)", StackedDiagram(cell: cell, layers: [32, 16], inputSize: 8, steps: 40)),
        ("two ways \(cell)", BidirectionalDiagram(cell: cell, steps: 9)),
        ("unrolled \(cell)", UnrolledDiagram(cell: cell, steps: 5)),
        (
          "shapes \(cell)",
          UnrolledDiagram(cell: cell, steps: 60, gradients: Array(decay))
            .shapes(inputSize: 8, hiddenSize: 32)
        ),
        ("batches \(cell)", StatefulDiagram(cell: cell, batches: 3, steps: 4, resetAfter: 2)),
        ("many batches \(cell)", StatefulDiagram(cell: cell, batches: 30, steps: 50)),
        (
          "long \(cell)",
          UnrolledDiagram(cell: cell, steps: 60, gradients: Array(decay)).title("Backward")
        ),
      ]
    }
}
