import Diagnostics
import Lab
import Scripting
import Testing

@Suite("what is registered can be called, and gives what the libraries give")
struct MemberTests {
  private func run(_ program: String) -> (printed: String, shown: Int, mistakes: [String]) {
    let block = PageBlock(
      text: program, path: "lstm.md", start: SourcePosition(line: 1, column: 1))
    let done = PageRunner().run(LessonPage(path: "lstm.md", items: [.block(block)]))
    return (
      done.value.blocks[0].printed, done.value.figures.count, done.diagnostics.map(\.description)
    )
  }

  @Test(
    "a task tells its length, its features and how often it asks, and draws what it says",
    arguments: [
      ("AddingProblem(length: 6)", "6 2 false"), ("CharacterText(length: 6)", "6 26 true"),
      ("CopyingMemory(delay: 6)", "26 10 true"), ("DelayedXOR(length: 6)", "6 1 false"),
      ("MackeyGlass(length: 6)", "6 1 true"), ("Parity(length: 6)", "6 1 true"),
      ("ReberGrammar(length: 6)", "6 7 true"), ("RecallFirst(length: 6)", "6 1 false"),
      ("SineForecast(length: 6)", "6 1 true"), ("TemporalOrder(length: 10)", "10 8 false"),
    ])
  func tasks(task: String, facts: String) {
    let (printed, _, mistakes) = run(
      """
      let task = \(task)
      print(task.length, task.inputSize, task.answersEveryStep)
      let example = task.example(seed: 3)
      print(example.count == task.length, example.allSatisfy { $0.count == task.inputSize })
      print(task.answers(seed: 3).count == (task.answersEveryStep ? task.length : 1))
      """)
    #expect(mistakes == [])
    #expect(printed == "\(facts)\ntrue true\ntrue\n")
  }

  @Test(
    "a layer tells its sizes, and shows one sequence whole",
    arguments: [
      ("SimpleRNN(inputSize: 1, hiddenSize: 3, activation: .relu)", "0 0 0 0"),
      ("LSTM(inputSize: 1, hiddenSize: 3).withChronoBias(longest: 20, seed: 1)", "2 2 0 0"),
      ("GRU(inputSize: 1, hiddenSize: 3, resetAfter: false)", "0 2 2 2"),
    ])
  func layers(layer: String, gates: String) {
    let (printed, _, mistakes) = run(
      """
      let layer = \(layer)
      let trace = layer.trace([[0.5], [1]])
      print(layer.inputSize, layer.hiddenSize, layer.trace([0.5, 1]) == trace)
      print(
        trace.forgetGates.count, trace.candidates.count, trace.resetGates.count,
        trace.updateGates.count)
      let matrix = layer.jacobian(of: 1, by: 0, over: [[0.5], [1]])
      print(matrix.rows, matrix.transposed.columns, matrix.transposed.transposed == matrix)
      """)
    #expect(mistakes == [])
    #expect(printed == "1 3 true\n\(gates)\n3 3 true\n")
  }

  @Test("what a layer, a model and a run were made with can be read from them")
  func makings() {
    let (printed, _, mistakes) = run(
      """
      print(LSTM(inputSize: 1, hiddenSize: 2, peepholes: true).hasPeepholes)
      print(GRU(inputSize: 1, hiddenSize: 2).resetAfter)
      print(SimpleRNN(inputSize: 1, hiddenSize: 2).activation == .tanh)
      let tokens = Embedding(tokens: 4, size: 2)
      print(tokens.tokens, tokens.size)
      let model = SequenceModel(GRU(inputSize: 1, hiddenSize: 2), seed: 1)
      let run = model.trained(on: Parity(length: 4), steps: 3, batchSize: 2, seed: 6)
      print(model.parameterCount, (0..<3).contains(run.bestStep), run.seed)
      let network = RecurrentNetwork([.recurrent(GRU(inputSize: 1, hiddenSize: 2))], outputs: 1)
      let trained = network.training(
        on: Parity(length: 4), steps: 2, loss: .binaryCrossEntropy, batchSize: 2, evaluateEvery: 2)
      print(trained.network.parameterCount == network.parameterCount)
      print(softmax([0, 0]), CharacterText.riverText.count > 100, CopyingMemory(delay: 5).classes)
      print(CopyingMemory(delay: 10).baseline > 0.6, ReberGrammar(length: 3).classes)
      """)
    #expect(mistakes == [])
    #expect(
      printed == """
        true
        true
        true
        4 2
        33 true 6
        true
        [0.5, 0.5] true 9
        true 7

        """)
  }

  @Test("a letter that a text does not have, and a class that is none of its, are answered")
  func strangers() {
    #expect(
      run("print(CharacterText(\"abcabc\", length: 2).classes(of: \"x\") == nil)").printed
        == "true\n")
    #expect(
      run("let t = CharacterText(\"abcabc\", length: 2).text(of: [3])").mistakes.last
        == "lstm.md:1:44: error: class 3 is outside 0..<3")
    #expect(
      run("let t = CharacterText(\"abc\", length: 3)").mistakes.last
        == "lstm.md:1:9: error: a text of 3 characters has no piece of 3 and one more")
  }

  @Test("every mark takes every kind of place and colour")
  func marks() {
    let (_, shown, mistakes) = run(
      """
      let y = [1.0, 2, 3]
      show(Chart {
        AreaMark(x: [0, 1, 2], y: y).color(.blue)
        BandMark(lower: y, upper: [2, 3, 4]).color(.orange)
        BarMark(x: [0, 1, 2], y: y).color(.red)
        PointMark(x: 1, y: 2, label: "one").color(.ink)
        LineMark(x: [0, 1, 2], y: y).color(.teal)
      }.xAxis("t", scale: .linear).yAxis("y", scale: .symlog))
      show(Chart {
        LineMark(x: ["a", "b", "c"], y: y)
        PointMark(x: ["a", "b", "c"], y: y)
        BarMark(x: "b", y: 2, label: "one")
      }.xAxis("name", scale: .band))
      show(Chart { LineMark(y) }.xAxis("step", scale: .timeStep).title("a").subtitle("b"))
      """)
    #expect(mistakes == [])
    #expect(shown == 3)
  }

  @Test(
    "every figure takes a title, a subtitle and a size",
    arguments: [
      "BidirectionalDiagram(cell: .gru, steps: 3)", "CellDiagram(.lstm)",
      "CellDiagram(.gru, resetGate: .beforeProduct)", "LoopDiagram(cell: .gru)",
      "StackedDiagram(cell: .lstm, layers: [4, 2], inputSize: 1, steps: 3)",
      "StatefulDiagram(cell: .gru, batches: 2, steps: 2)",
      "UnrolledDiagram(cell: .lstm, steps: 3)", "HeatMap([[1, 2], [3, 4]])",
      "Facets([Chart { RuleMark(y: 1) }])", "SaliencyText(\"ab\", values: [0, 1])",
      "SaliencyText([\"a\", \"b\"], values: [0, 1]).values(\"weight\", from: 0, to: 2)",
    ])
  func figures(figure: String) {
    let (_, shown, mistakes) = run(
      "show(\(figure).title(\"a\").subtitle(\"b\").size(width: 320, height: 240))")
    #expect(mistakes == [])
    #expect(shown == 1)
  }

  @Test("of a layer or a task of any kind is known what all of its kind have")
  func protocols() {
    let (printed, _, mistakes) = run(
      """
      func size(_ task: any SequenceTask) -> Int { task.inputSize + task.example(seed: 1).count }
      print(size(Parity(length: 3)), size(ReberGrammar(length: 5)))
      let layers: [any RecurrentLayer] = [
        SimpleRNN(inputSize: 1, hiddenSize: 2), LSTM(inputSize: 1, hiddenSize: 3),
      ]
      for layer in layers {
        print(layer.hiddenSize, layer.parameterCount, layer.gradientNorms(steps: 4).count)
      }
      """)
    #expect(mistakes == [])
    #expect(printed == "4 12\n2 10 5\n3 72 5\n")
    let (_, _, slips) = run(
      """
      let layer: any RecurrentLayer = LSTM(inputSize: 1, hiddenSize: 3)
      print(layer.hiddensize)
      print(layer.hasPeepholes)
      """)
    #expect(slips.count == 2)
    #expect(slips.first?.contains("'RecurrentLayer' has no property 'hiddensize'") == true)
  }
}
