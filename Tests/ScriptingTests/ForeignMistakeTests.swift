import Scripting
import Testing

/// Words, signs and forms of Python and JavaScript.
@Suite("What is written as in another language is answered with how it is written here")
struct ForeignMistakeTests {
  @Test(
    "names",
    arguments: [
      ("print(len([1]))", "xs.count."), ("for i in range(3) { print(i) }", "0..<n, or stride"),
      ("let a = True", "'true'."), ("let a = None", "'nil'."), ("let a = null", "'nil'."),
      ("let a = np.zeros(3)", "'unroller api' lists"), ("let a = RNN()", "'SimpleRNN'."),
      ("print(sum([1, 2]))", "xs.reduce(0, +)."),
      ("a = 1", "declare it: 'let a = …', or 'var' to change it later."),
      ("let a: Int = \"1\"", "leave the quotes out."),
      ("let t = \"1\"\nlet a: Int = t", "read it: Int(t) ?? 0."),
      ("if 1 === 1 { print(1) }", "write '=='."),
      ("println(3)", "write 'print'."),
      ("let a = Math.sqrt(2)", "write sqrt(x), exp(x) and their like alone."),
      ("let a = random()", "use a generator with a seed: SeededGenerator(seed: 1)."),
      ("let a = nothing()", "'unroller api' lists what a block may use."),
      ("print(nothing)", "declare it above: 'let nothing = …'."),
      ("let a: float = 1", "write 'Double'."),
      ("let a = \"-\" * 3", "repeat a text by String(repeating: \"…\", count: 3)."),
      ("var a = [1]\na += 2", "put it into brackets: [2]."),
      ("let a = [1.0] * 2", "go through it: [1.0].map { $0 * … }."),
      ("let a = true + 1", "choose a number by it: true ? 1 : 0."),
      ("let a = (1, 2)\nprint(a[0])", "its parts are '.0', '.1' and so on."),
      ("let a = [\"b\": 1]\nprint(a.b)", "write 'a[\"b\"]'."),
      ("let a = Net(units: 1, activation: \"relu\")", "it is one of .relu, "),
      ("let a = 2.5.rounded(2)", "two digits are (x * 100).rounded() / 100."),
      ("print(1, end: \"\")", "it is called 'terminator:'."),
      ("print(\"%.2f of %d\", 0.5, 3)", "write \"\\(0.5)\" in its place."),
      ("print([3, 1].sort())", "'sorted()' and its like give a changed copy."),
    ])
  func names(_ text: String, _ hint: String) {
    let found = mistakes(text)
    #expect(found.count == 1 && found.first?.contains(hint) == true, "\(found)")
  }

  private static let grammars: [Mistaken] = [
    Mistaken(
      "let a = 2 ** 3", "1:11: error: unknown infix operator '**'",
      hint: "write x * x, or exp(y * log(x))."),
    Mistaken(
      "let a = 2.0 ^ 3.0", "1:13: error: '^' is for Int",
      hint: "for a power write x * x, or exp(y * log(x))."),
    Mistaken(
      "let a = 3 − 2", "1:11: error: unknown infix operator '−'",
      hint: "write '-', the sign on the keyboard."),
    Mistaken(
      "if true and false { print(1) }",
      "1:9: error: this cannot stand here: 'and false' in 'if' statement", hint: "write '&&'."),
    Mistaken(
      "print('a')", "1:7: error: a text stands between double quotes", hint: "write \"…\"."),
    Mistaken(
      "# words\nprint(1)", "1:2: error: extraneous whitespace after '#' is not permitted",
      hint: "a comment begins with '//'."),
    Mistaken(
      "for (var i = 0; i < 3; i++) { print(i) }",
      "1:1: error: a 'for' goes over a range or a list", hint: "write 'for i in 0..<3 { … }'."),
    Mistaken(
      "for i in 0..<3: print(i)", "1:15: error: expected '{' in 'for' statement",
      hint: "what is repeated stands between '{' and '}'."),
    Mistaken(
      "for i in 0..3 { print(i) }", "1:11: error: unknown infix operator '..'",
      hint: "write '0..<3', or '0...3' with the last one."),
    Mistaken(
      "print(1 < 2 < 3)", "1:9: error: comparisons do not stand in a row",
      hint: "write 'a < b && b < c'."),
    Mistaken(
      "print 3",
      "1:6: error: consecutive statements on a line must be separated by newline or ';'",
      hint: "write 'print(…)'."),
    Mistaken(
      "lett a = 3",
      "1:5: error: consecutive statements on a line must be separated by newline or ';'",
      hint: "did you mean 'let'?"),
    Mistaken(
      "let a = 1,000", "1:11: error: a name is missing here",
      hint: "a number has no comma: write 1_000."),
    Mistaken(
      "let 2a = 3", "1:5: error: a name is missing here", hint: "a name begins with a letter."),
    Mistaken(
      "let my-name = 3", "1:7: error: this cannot stand here: '-name = 3' in source file",
      hint: "a name has no '-': write 'myName'."),
    Mistaken(
      "let a = {\"b\": 1}", "1:13: error: this cannot stand here: ': 1' in closure",
      hint: "a dictionary stands in brackets: [\"a\": 1]."),
    Mistaken(
      "let a = .5", "1:9: error: a number begins with a digit: '0.5'"),
    Mistaken(
      "print(1 – 2)", "1:9: error: invalid character in source file",
      hint: "write '-', the sign on the keyboard."),
    Mistaken(
      "print(1))", "1:9: error: this cannot stand here: ')' in source file",
      hint: "there is one ')' too many."),
    Mistaken(
      "let (a, b) = 3", "1:5: error: 'Int' cannot be taken apart into 2 names",
      hint: "give it one name."),
    Mistaken(
      "const a = 1",
      "1:6: error: consecutive statements on a line must be separated by newline or ';'",
      hint: "write 'let'."),
    Mistaken(
      "let a = [1, 2]\nprint(a[0:2])", "2:10: error: this cannot stand here: ':2' in subscript",
      hint: "write 'xs[0..<2]' for a part of a list."),
    Mistaken(
      "var a = 1\nif a = 2 { print(a) }", "2:4: error: an assignment is not a value",
      hint: "compare with '=='."),
    Mistaken(
      "let loss = 0.5\nprint(\"loss {loss}\")",
      "2:8: warning: this text says '{loss}', and not what it is", hint: "write '\\(loss)'."),
  ]

  @Test(
    "signs and words of the grammar",
    arguments: grammars)
  func grammar(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  @Test("braces of TeX, and of a name that nothing has, are left alone")
  func braces() {
    #expect(mistakes("let t = 1\nprint(\"h_{t} x^{t} {other} {}\", t)") == [])
  }

  @Test("a mistake of the grammar is said once a line")
  func once() {
    #expect(mistakes("print(\"a)").count == 1)
    #expect(mistakes("print(\"a)\nlet = 2").count == 2)
  }
}
