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
    ])
  func names(_ text: String, _ hint: String) {
    let found = mistakes(text)
    #expect(found.count == 1 && found.first?.contains(hint) == true, "\(found)")
  }

  @Test(
    "signs and words of the grammar",
    arguments: [
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
    ])
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
