import Diagnostics
import Scripting
import Testing

@Suite("The blocks of a page are one program")
struct PageTests {
  /// A block whose fence starts at `line`.
  private func block(
    _ text: String, line: Int, column: Int = 1, label: String = "fig", mayFail: Bool = false
  ) -> PageItem {
    .block(
      BlockSource(
        text, path: "lesson.md", start: SourcePosition(line: line, column: column), label: label,
        seed: line, mayFail: mayFail))
  }

  private func expression(_ text: String, line: Int) -> PageItem {
    .expression(ExpressionSource(text, at: Span(path: "lesson.md", line: line, column: 9)))
  }

  @Test("names flow from block to block, down the page")
  func names() {
    let page = runPage(
      [
        block("let steps = 3\nfunc twice(_ x: Int) -> Int { x * 2 }", line: 10),
        block("var n = twice(steps)", line: 20),
        block("n += 1\nprint(n)", line: 30),
      ], library: toyLibrary)
    #expect(page.diagnostics.isEmpty)
    #expect(page.blocks.map(\.printed) == ["", "", "7\n"])
    #expect(page.blocks.map(\.state) == [.finished, .finished, .finished])
  }

  @Test("a mistake stands at its line and column in the Markdown file")
  func places() {
    let page = runPage(
      [
        block("let a = 1", line: 10), block("let b = 2\nlet c = hlaf(2)", line: 20, column: 3),
        expression("a + 1.5 + b", line: 25),
      ], library: toyLibrary)
    #expect(
      page.diagnostics.map(line) == [
        "21:11: error: there is no 'hlaf' here | did you mean 'half'?",
        "25:11: error: '+' cannot be applied to 'Int' and 'Double' | convert with Double(a).",
      ])
    #expect(page.blocks.map(\.state) == [.skipped, .failed])
    #expect(page.diagnostics[0].span?.end.column == 15)
  }

  @Test("nothing runs when anything on the page is wrong")
  func nothingRuns() {
    let page = runPage(
      [block("print(1)", line: 1), block("print(x)", line: 5)], library: toyLibrary)
    #expect(page.blocks.map(\.printed) == ["", ""])
    #expect(page.blocks.map(\.state) == [.skipped, .failed])
  }

  @Test("a block that fails while it runs stops the blocks below it")
  func stops() {
    let page = runPage(
      [
        block("let xs = [1]\nprint(1)", line: 1), block("print(2)\nprint(xs[1])", line: 5),
        block("print(3)", line: 9), expression("xs[0]", line: 12),
      ], library: toyLibrary)
    #expect(page.blocks.map(\.printed) == ["1\n", "2\n", ""])
    #expect(page.blocks.map(\.state) == [.finished, .failed, .skipped])
    #expect(
      page.diagnostics.map(line) == [
        "6:7: error: index 1 is outside 0..<1 | the first element is at 0, the last at 0."
      ])
    #expect(page.expressions[0].text == nil)
  }

  @Test("values can be used in prose, and claims can be checked")
  func expressions() {
    let page = runPage(
      [
        block("let halfLife = 12.5\nlet name = \"LSTM\"\nlet norms = [1, 0.5]", line: 1),
        expression("halfLife", line: 5), expression("halfLife < 20", line: 6),
        expression("norms.count == 3", line: 7), expression("\"\\(name)!\"", line: 8),
        expression("norms", line: 9),
      ], library: toyLibrary)
    #expect(page.diagnostics.isEmpty)
    #expect(page.expressions.map(\.text) == ["12.5", "true", "false", "LSTM!", "[1.0, 0.5]"])
    #expect(
      page.expressions.map(\.value) == [
        .double(12.5), .bool(true), .bool(false), .string("LSTM!"), .other,
      ])
    #expect(page.expressions[1].sides == ["12.5", "20.0"])
    #expect(page.expressions[2].sides == ["2", "3"])
  }

  @Test("an expression above the block that declares its names is told so")
  func late() {
    let page = runPage(
      [expression("halfLife", line: 2), block("let halfLife = 3", line: 5)], library: toyLibrary)
    #expect(
      page.diagnostics.map(line) == [
        "2:9: error: there is no 'halfLife' here | it is declared further down, at line 5 or below."
      ])
  }

  @Test("a name is declared once on a page")
  func redeclaration() {
    let page = runPage(
      [block("let a = 1", line: 1), block("let a = 2", line: 5)], library: toyLibrary)
    #expect(
      page.diagnostics.map(line) == [
        "5:5: error: 'a' is already declared | a block above declares it; choose another name."
      ])
  }

  @Test("a block that shows a mistake on purpose does not stop the page")
  func mayFail() {
    let page = runPage(
      [
        block("let a = 1", line: 1), block("let b = a * 1.5", line: 5, mayFail: true),
        block("let xs = [1]\nprint(xs[4])", line: 10, mayFail: true),
        block("let b = a\nprint(b)", line: 15),
      ], library: toyLibrary)
    #expect(page.diagnostics.isEmpty)
    #expect(page.blocks.map(\.state) == [.finished, .failed, .failed, .finished])
    #expect(
      page.blocks[1].diagnostics.map(line) == [
        "5:11: error: '*' cannot be applied to 'Int' and 'Double' | convert with Double(a)."
      ])
    #expect(
      page.blocks[2].diagnostics.map(line) == [
        "11:7: error: index 4 is outside 0..<1 | the first element is at 0, the last at 0."
      ])
    #expect(page.blocks[3].printed == "1\n")
  }

  @Test("a block depends on the blocks whose names it uses, and on those that changed them")
  func dependencies() {
    let check = checkPage(
      [
        block("let a = 1\nvar b = 2", line: 1), block("let c = 3", line: 5),
        block("b += a", line: 9), block("print(b)", line: 12), block("print(c)", line: 15),
      ], library: toyLibrary)
    #expect(check.dependencies == [[], [], [0], [0, 2], [1]])
    #expect(check.diagnostics.isEmpty)
  }

  @Test("what is shown comes out in order, with the block's label and seed at hand")
  func shown() {
    let page = runPage(
      [
        block(
          "show(Chart { RuleMark(y: 1) })\nshow(Chart {\n  LineMark([1, 2], label: \"a\")\n}.title(\"t\"))\nprint(noise())",
          line: 7)
      ], library: toyLibrary)
    #expect(page.diagnostics.isEmpty)
    #expect(
      page.blocks[0].shown as? [Chart] == [
        Chart(marks: ["rule(1.0)"]), Chart(marks: ["line(a: 2)"], title: "t"),
      ])
    #expect(page.blocks[0].printed == "7\n")
  }
}

@Suite("What a library registers can be called")
struct LibraryTests {
  @Test("every declaration fits the Swift function that it describes")
  func problems() {
    #expect(toyLibrary.problems == [])
    #expect(Library.standard.problems == [])
  }

  @Test("a declaration that does not fit its function is a problem")
  func misfit() {
    var library = Library.standard
    library.function("func f(_ x: Double) -> Int") { (x: Int) in x }
    #expect(
      library.problems == [
        "'func f(_ x: Double) -> Int' does not fit its Swift function (Int) -> Int"
      ])
  }

  @Test("a range for an argument that a declaration does not have is a problem")
  func guardsNothing() {
    var library = Library.standard
    library.function("func f(below bound: Int)", within: ["below": 1...9]) { (_: Int) in }
    #expect(library.problems == [])
    library.function("func g(below bound: Int)", within: ["bound": 1...9]) { (_: Int) in }
    #expect(
      library.problems == ["'func g(below bound: Int)' has no 'bound' to hold to a range"])
  }

  @Test("a type is created, changed in place and copied like any Swift value")
  func values() {
    let text = """
      var net = Net(units: 2, activation: .relu, seed: 1)
      let before = net
      print(net.step(3), net.step(1))
      net.activation = .sigmoid
      print(net.activation, before.activation, net == before, before == Net(units: 2, activation: .relu, seed: 1))
      print(net.norms(steps: 2), golden, half(3), integrate { $0 * $0 } < 0.34)
      print([1.0, 2].map(half), linspace(from: 0, to: 1, count: 3))
      let choice: Activation = .tanh
      switch choice {
      case .tanh: print("tanh")
      case .relu, .sigmoid: print("other")
      }
      """
    #expect(
      output(text) == """
        7.0 9.0
        sigmoid relu false true
        [1.0, 0.5] 1.618 1.5 true
        [0.5, 1.0] [0.0, 0.5, 1.0]
        tanh

        """)
  }

  @Test("the body of a chart may choose and repeat")
  func builder() {
    let text = """
      let curves = [[1.0], [2.0, 3.0]]
      let wide = true
      show(Chart {
        for (i, curve) in curves.enumerated() { LineMark(curve, label: "c\\(i)") }
        if wide { RuleMark(y: 1) } else { RuleMark(y: 2) }
        let limit = 7.5
        RuleMark(y: limit)
      })
      """
    #expect(
      run(text).shown as? [Chart] == [
        Chart(marks: ["line(c0: 1)", "line(c1: 2)", "rule(1.0)", "rule(7.5)"])
      ])
  }

  @Test("everything that is registered is listed")
  func declarations() {
    let texts = toyLibrary.declarations.map { ($0.owner.map { "\($0): " } ?? "") + $0.text }
    for expected in [
      "func half(_ x: Double) -> Double", "let golden: Double", "Activation: case relu",
      "Net: var units: Int { get }", "Net: var activation: Activation",
      "Net: func norms(steps: Int) -> [Double]", "Mark: protocol Mark",
    ] {
      #expect(texts.contains(expected))
    }
  }
}
