import Diagnostics
import Mathematics
import Testing

@Suite("formulas of an earlier build")
struct EarlierFormulaTests {
  private let place = Span(path: "a.md", line: 1, column: 1)
  /// No script at all: whoever asks the engine is answered with an error.
  private let broken = Array("this is no script".utf8)

  @Test("they are there without the engine, others are not")
  func known() {
    let earlier = TypesetFormula(tex: "a", isDisplay: false, markup: "<math>a</math>")
    let typesetter = MathTypesetter(katex: broken, earlier: [earlier])
    #expect(typesetter.mathML("a", display: false, at: place) == Diagnosed("<math>a</math>"))
    #expect(typesetter.mathML("a", display: true, at: place).diagnostics.containsError)
    #expect(typesetter.mathML("b", display: false, at: place).diagnostics.containsError)
  }

  @Test("only what was asked for is handed on")
  func handedOn() {
    let earlier = ["a", "b"].map { TypesetFormula(tex: $0, isDisplay: false, markup: $0) }
    let typesetter = MathTypesetter(katex: broken, earlier: earlier)
    _ = typesetter.mathML("b", display: false, at: place)
    #expect(typesetter.formulas == [earlier[1]])
  }
}
