import Diagnostics
import Lab
import Scripting
import Testing

@Suite("what a block may use and ask for")
struct LabTests {
  private func page(_ blocks: String...) -> LessonPage {
    LessonPage(
      path: "lstm.md",
      items: blocks.enumerated().map { index, text in
        .block(
          PageBlock(
            text: text, path: "lstm.md", start: SourcePosition(line: 10 * (index + 1), column: 1)))
      })
  }

  private func mistakes(_ blocks: String...) -> [String] {
    let items = blocks.enumerated().map { index, text in
      LessonPage.Item.block(
        PageBlock(
          text: text, path: "lstm.md", start: SourcePosition(line: 10 * (index + 1), column: 1)))
    }
    return PageRunner().run(LessonPage(path: "lstm.md", items: items)).diagnostics
      .map {
        [$0.description, $0.hint.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
      }
  }

  @Test("every declaration of the library is what its function takes")
  func libraryIsTrue() {
    #expect(Library.lab.problems == [])
  }

  @Test(
    "an option that cannot be is refused at its place",
    arguments: [
      (
        "//| lable: fig-a",
        "lstm.md:10:5: error: there is no option 'lable' (did you mean 'label'?)"
      ),
      (
        "//| label: Fig A",
        "lstm.md:10:12: error: a label is made of lower-case letters, digits and '-', not 'Fig A'"
          + " (write 'fig-a')"
      ),
      (
        "//| echo: yes", "lstm.md:10:11: error: this is 'true' or 'false', not 'yes' (write 'true')"
      ),
      ("//| seed: seven", "lstm.md:10:11: error: this is a whole number, not 'seven'"),
      (
        "//| width: 9999",
        "lstm.md:10:12: error: a figure is 80 to 4000 points wide and high, not 9999"
          + " (without the option it is as large as it needs to be)"
      ),
      (
        "//| caption:",
        "lstm.md:10:5: error: the option 'caption' has no value"
          + " (write '//| caption: …', or take the line out)"
      ),
      ("//| caption", "lstm.md:10:4: error: an option is 'key: value' (write '//| caption: …')"),
      (
        "//| label: fig-",
        "lstm.md:10:12: error: a label is made of lower-case letters, digits and '-', not 'fig-'"
          + " (write 'fig-decay')"
      ),
      (
        "//| echo: false\n//| fold: true",
        "lstm.md:11:11: error: 'fold' has nothing to fold where 'echo' is false"
          + " (take one of the two out)"
      ),
      (
        "//| alt: Words.",
        "lstm.md:10:10: warning: this block shows no figure that this could be about"
          + " (show one with 'show(…)', or take the option out)"
      ),
      (
        "//| label: fig-a\n//| label: fig-b",
        "lstm.md:11:5: error: the option 'label' stands twice (take one of the two out)"
      ),
    ])
  func options(block: String, words: String) {
    #expect(mistakes(block + "\nlet a = 1\nprint(a)") == [words])
  }

  @Test("a shape that does not fit is said at the call, with both shapes")
  func shapes() {
    #expect(
      mistakes(
        """
        let lstm = LSTM(inputSize: 3, hiddenSize: 4)
        let trace = lstm.trace([[1.0, 2.0]])
        print(trace.forgetGates.count)
        """) == [
          "lstm.md:11:18: error: the input has 2 features at each time-step, and the layer takes 3: "
            + "the shape is (batch, time-steps, features) (make the layer with 'inputSize: 2', or give "
            + "each time-step as many numbers as it takes.)"
        ])
    #expect(
      mistakes(
        """
        let model = SequenceModel(LSTM(inputSize: 1, hiddenSize: 4))
        let run = model.trained(on: AddingProblem(length: 9), steps: 1)
        print(run.losses.count)
        """) == [
          "lstm.md:11:17: error: the task has 2 features at each time-step, and the model takes 1 "
            + "(make the layer with 'inputSize: 2')"
        ])
  }

  @Test("a block's seed comes from its label: a block above changes nothing below")
  func seeds() {
    let below = "//| label: fig-below\nshow(LoopDiagram(cell: .gru))"
    let alone = PageRunner().run(page(below)).value.blocks
    let pushed = PageRunner().run(page("let a = 1\nprint(a)", below)).value.blocks
    #expect(alone.last?.seed == pushed.last?.seed)
    #expect(alone.last?.label == "fig-below")
    #expect(pushed.first?.label == "lstm-block-1")
    #expect(pushed.first?.seed != pushed.last?.seed)
  }

  @Test("several figures of one block are numbered from the second on")
  func severalFigures() {
    let run = PageRunner().run(
      page(
        """
        //| label: fig-two
        show(LoopDiagram(cell: .gru))
        show(LoopDiagram(cell: .lstm))
        """))
    #expect(run.value.figures.map(\.label) == ["fig-two", "fig-two-2"])
    #expect(run.diagnostics.isEmpty)
  }

  @Test("a block that should fail and does not, or fails otherwise, is a mistake")
  func expectedErrors() {
    #expect(
      mistakes("//| expect-error: no such thing\nlet a = 1\nprint(a)") == [
        "lstm.md:10:19: error: this block should fail, but nothing is wrong with it"
          + " (take the option 'expect-error' out if it is right as it is)"
      ])
    #expect(
      mistakes("//| expect-error: no such thing\nlet a: Int = 1.5\nprint(a)").first?
        .hasPrefix(
          "lstm.md:10:19: error: this block fails with other words than 'expect-error' says")
        == true)
  }

  @Test("what did not run because of a mistake above it is not blamed for what it did not do")
  func skipped() {
    #expect(
      mistakes(
        """
        let a = [1]
        print(a[a.count])
        """,
        "//| label: fig-a\n//| caption: A loop.\nshow(LoopDiagram(cell: .gru))",
        "//| expect-error: is not in\nprint(a[7])"
      ).count == 1)
  }

  @Test("the names of a page's blocks are known below, and what they use is known")
  func dependencies() {
    let runner = PageRunner()
    let page = page("let a = 1", "let b = 2", "print(a)", "print(a + b)")
    #expect(runner.dependencies(of: page) == [[], [], [0], [0, 1]])
  }

  @Test(
    "a slip of the pen that would fill the memory, never end or stop the build is answered",
    arguments: [
      ("let a = LSTM(inputSize: 4096, hiddenSize: 4096)", "9: error: \(Self.tooManyValues)"),
      (
        "let a = LSTM(inputSize: 1, hiddenSize: 1024).gradientNorms(steps: 100_000)",
        "46: error: \(Self.tooManyValues)"
      ),
      (
        "let a = SimpleRNN(inputSize: 1, hiddenSize: 2048, spectralRadius: 1)",
        "9: error: a spectral radius is for at most 512 units, not 2048 (use fewer units.)"
      ),
      (
        "let a = SimpleRNN(inputSize: 1, hiddenSize: 2, spectralRadius: -1)",
        "9: error: a spectral radius is 0 or more, not -1.0 (write it without its sign.)"
      ),
      (
        "let a = SequenceModel(GRU(inputSize: 1, hiddenSize: 2)).trained(on: RecallFirst(length: 3), steps: 1, learningRate: 0)",
        "57: error: a learning rate is above 0, not 0.0 (try 0.01.)"
      ),
      (
        "var a = SeededGenerator(seed: 1); _ = a.integer(below: 0)",
        "41: error: 'below' must be at least 1, not 0"
      ),
      (
        "show(Chart { RuleMark(y: 1) }.size(width: Double.nan))",
        "31: error: a figure is 80 to 4000 points wide and high, not nan"
      ),
      (
        "show(Chart { RuleMark(y: 1) }.size(height: 1e9))",
        "31: error: a figure is 80 to 4000 points wide and high, not 1000000000.0"
      ),
      (
        "show(Chart { for i in 0..<1001 { RuleMark(y: Double(i)) } })",
        "6: error: a chart has at most 1000 marks, not 1001"
      ),
      (
        "show(HeatMap([[Double]](repeating: [Double](repeating: 0, count: 1001), count: 1000)))",
        "6: error: a heat-map has at most 1000000 cells, not 1001000"
      ),
    ])
  func slips(block: String, words: String) {
    #expect(mistakes(block) == ["lstm.md:10:\(words)"])
  }

  private static let tooManyValues =
    "this block made more than 20000000 values (does an array or a string grow without end?)"
}
