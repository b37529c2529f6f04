import Scripting
import Testing

@Suite("What a statement gets wrong, before it runs or while it does, is said at its place")
struct StatementMistakeTests {
  @Test("a stride that leads nowhere is an error and not a wait")
  func strideToNowhere() {
    let result = runPage(
      [.block(block("let zero = 0.0\nlet xs = Array(stride(from: 0, to: 0 / zero, by: 4))"))],
      library: .standard)
    #expect(
      result.diagnostics.filter { $0.severity == .error }.map(\.description) == [
        "lesson.md:2:16: error: a stride goes to a number, not to nan"
      ])
  }

  @Test("a variable that is assigned to itself is a mistake, as it is to the compiler")
  func selfAssignment() {
    let result = runPage([.block(block("var rate = 0.1\nrate = rate"))], library: .standard)
    #expect(
      result.diagnostics.filter { $0.severity == .error }.map(\.description) == [
        "lesson.md:2:1: error: 'rate' is assigned to itself"
      ])
  }

  private static let impossible: [Mistaken] = [
    Mistaken(
      "let a = 1\na = 2",
      "2:1: error: 'a' is a 'let' constant",
      hint: "declare it with 'var' to change it."),
    Mistaken(
      "let a = 1\nlet a = 2",
      "2:5: error: 'a' is already declared",
      hint: "choose another name."),
    Mistaken(
      "func f(_ x: Double) -> Double { if x > 0 { return 1 } }",
      "1:55: error: 'f' must return a 'Double' on every path",
      hint: "end it with 'return …'."),
    Mistaken(
      "for i in 3 { print(i) }",
      "1:10: error: 'Int' cannot be looped over",
      hint: "loop over '0..<3'."),
    Mistaken(
      "let counts = [\"a\": 1]\nfor c in counts { print(c) }",
      "2:10: error: a dictionary has no fixed order",
      hint: "go through its sorted keys: 'counts.keys.sorted()'."),
    Mistaken(
      "print([\"a\": 1])",
      "1:7: error: a dictionary has no fixed order to print",
      hint: "print its 'keys.sorted()', and the values one by one."),
    Mistaken(
      "break", "1:1: error: 'break' needs a loop or a 'switch' around it",
      hint: "a block ends by itself: put what is below into an 'if'."),
    Mistaken(
      "return", "1:1: error: 'return' stands outside of a function",
      hint: "a block ends by itself: put what is below into an 'if'."),
    Mistaken(
      "class A {}",
      "1:7: error: a class is not part of the block language",
      hint: "use a struct."),
    Mistaken(
      "let a = try half(1)",
      "1:9: error: 'try' is not part of the block language",
      hint: "what a block calls does not throw."),
    Mistaken(
      "let a = Activation.relu\nswitch a {\ncase .tanh: print(1)\ncase .relu: print(2)\n}",
      "2:1: error: this 'switch' does not cover every value",
      hint: "add 'case .sigmoid:'."),
    Mistaken(
      "let a = 3\nswitch a {\ncase 3: print(1)\n}",
      "2:1: error: this 'switch' does not cover every value",
      hint: "add a 'default:'."),
    Mistaken(
      "func f(x: Int?) {\nguard let x else { print(0) }\nprint(x)\n}",
      "2:18: error: the 'else' of a 'guard' must leave",
      hint: "end it with 'return', 'break' or 'continue'."),
    Mistaken(
      "struct P { var x: Double }\nlet p = P(x: 1)\np.x = 2",
      "3:1: error: 'p' is a 'let' constant",
      hint: "declare it with 'var' to change it."),
    Mistaken(
      "struct P {\nvar x: Double\nfunc up() { x += 1 }\n}",
      "3:13: error: 'x' cannot be changed by a method that is not 'mutating'",
      hint: "write 'mutating' before 'func'."),
    Mistaken("struct P { var next: P? }", "1:22: error: there is no type 'P'"),
  ]

  @Test(
    "statements that cannot be are refused at their place",
    arguments: impossible)
  func statements(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  @Test(
    "a result that nobody uses is worth a warning",
    arguments: [
      Mistaken(
        "half(3)",
        "1:1: warning: the result of 'half' is not used",
        hint: "write '_ = …' if that is what you mean."),
      Mistaken(
        "let n = 3\nn + 1",
        "2:1: warning: this value of type 'Int' is not used",
        hint: "write '_ = …' if that is what you mean."),
    ])
  func unused(_ it: Mistaken) {
    #expect(mistakes(it.text) == [it.words])
    #expect(run(it.text).state == .finished)
  }

  @Test(
    "what fails while it runs is said at the line that failed",
    arguments: [
      Mistaken(
        "let xs = [1, 2, 3]\nlet i = 3\nprint(xs[i])", "3:7: error: index 3 is outside 0..<3",
        hint: "the first element is at 0, the last at 2."),
      Mistaken(
        "let xs: [Int] = []\nprint(xs[0])", "2:7: error: index 0 is outside of an empty array",
        hint: "ask first: 'if !xs.isEmpty { … }'."),
      Mistaken(
        "let n = 0\nprint(7 / n)", "2:9: error: division by zero",
        hint: "ask first: 'if n != 0 { … }'."),
      Mistaken(
        "var k = 1\nfor _ in 0..<100 { k *= 3 }",
        "2:22: error: this number does not fit in Int",
        hint: "compute with Double, or with smaller numbers."),
      Mistaken(
        "let n = 1\nlet r = 5...n",
        "2:9: error: this range goes from 5 down to 1",
        hint: "a range's lower bound comes first; stride(from:to:by:) can count down."),
      Mistaken(
        "let xs: [Int] = []\nprint(xs.first!)", "2:7: error: this is nil | unwrap it with 'if let'."
      ),
      Mistaken("let z = 0.0\nprint(Int(1 / z))", "2:7: error: inf does not fit in Int"),
      Mistaken(
        "let a = Net(units: 3)",
        "1:9: error: 'units' must be even, not 3",
        hint: "try 4."),
      Mistaken("let a = Net(units: 0)", "1:9: error: 'units' must be in 1...4096, not 0"),
      Mistaken(
        "let a = Net(units: 2)\nprint(a.norms(steps: 0))",
        "2:9: error: 'steps' must be in 1...1000, not 0"),
      Mistaken("var a: [Int] = []\na.removeLast()", "2:3: error: the array is empty"),
    ])
  func running(_ it: Mistaken) {
    #expect(mistakes(it.text) == [it.words])
    #expect(run(it.text).state == .failed)
  }

  @Test("all mistakes of a block come out at once, and nothing follows from them twice")
  func together() {
    let text = """
      let a = Net(unit: 4)
      let b = a.norms(steps: 3)
      let c = b[0] + hlaf(2)
      let d: Int = 2.5
      print(a, b, c, d)
      """
    #expect(
      mistakes(text) == [
        "1:13: error: 'Net' has no argument 'unit:' | did you mean 'units:'?",
        "3:16: error: there is no 'hlaf' here | did you mean 'half'?",
        "4:14: error: cannot convert a value of type 'Double' to 'Int' | convert with Int(2.5).",
      ])
  }

  @Test(
    "text that is not Swift is answered at its line",
    arguments: [
      Mistaken("let = 3", "1:5: error: a name is missing here"),
      Mistaken(
        "let a = (1 + 2\nprint(a)", "1:15: error: expected ')' to end tuple",
        hint: "close it with ')'."),
    ])
  func syntax(_ it: Mistaken) { #expect(mistakes(it.text).first == it.words) }
}
