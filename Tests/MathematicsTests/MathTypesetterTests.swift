import Diagnostics
import Mathematics
import Testing

@Suite("formulas")
struct MathTypesetterTests {
  @Test("a formula is MathML with its TeX as annotation")
  func wholeFormula() throws {
    let result = try KaTeXScript.typesetter().result("h_t < 1")
    #expect(
      result.value == """
        <math><semantics><mrow><msub><mi>h</mi><mi>t</mi></msub><mo>&lt;</mo><mn>1</mn></mrow>\
        <annotation encoding="application/x-tex">h_t &lt; 1</annotation></semantics></math>
        """)
    #expect(result.diagnostics.isEmpty)
  }

  @Test("a displayed formula says so")
  func display() throws {
    let math = try KaTeXScript.typesetter()
    #expect(math.result("x", display: true).value.hasPrefix("<math display=\"block\">"))
    #expect(math.result("x").value.hasPrefix("<math><"))
  }

  @Test(
    "two engines write the same bytes",
    arguments: [
      #"\frac{\partial L}{\partial h_{t-1}} = \prod_k \left\|U^\top\right\|"#,
      #"\begin{aligned}c_t &= f_t \odot c_{t-1} \\ h_t &= o_t \odot \tanh(c_t)\end{aligned}"#,
      #"\begin{bmatrix}1&2\\3&4\end{bmatrix} \in \mathbb{R}^{2\times 2}"#,
      #"\text{naïve 日本} + é"#,
    ])
  func determinism(tex: String) throws {
    let first = try KaTeXScript.typesetter()
    let second = try KaTeXScript.typesetter()
    _ = second.result(#"\def\f{other}\f"#)
    #expect(first.result(tex).value == second.result(tex).value)
    #expect(first.result(tex).value == first.result(tex).value)
  }

  @Test("letters beyond U+FFFF come through the engine")
  func surrogates() throws {
    let result = try KaTeXScript.typesetter().result(#"\verb|😀|"#)
    #expect(result.value.contains("<mtext class=\"tex-monospace\">😀</mtext>"))
    #expect(result.value.contains("|😀|</annotation>"))
  }

  @Test("a course's macros work with and without the backslash in their names")
  func macros() throws {
    let math = try KaTeXScript.typesetter(["\\R": "\\mathbb{R}", "norm": "\\lVert #1\\rVert"])
    #expect(try math.inside("\\R") == "<mi>ℝ</mi>")
    #expect(try math.inside("\\norm{x}").contains("‖</mo><mi>x</mi><mo"))
  }

  @Test("a definition ends with its formula")
  func definitionsStayInside() throws {
    let math = try KaTeXScript.typesetter()
    #expect(math.mistakes(#"\gdef\mine{1}\mine"#).isEmpty)
    #expect(math.mistakes(#"\mine"#).count == 1)
  }

  @Test("a formula from many threads is the same formula")
  func threads() async throws {
    let math = try KaTeXScript.typesetter()
    let expected = try KaTeXScript.typesetter().result("x^{7}").value
    let values = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<40).map { math.result("x^{\($0 % 10)}").value } }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(values.count == 8)
    for value in values { #expect(value == values[0] && value[7] == expected) }
  }

  @Test("a script that is not KaTeX is reported without a place")
  func brokenScript() {
    let math = MathTypesetter(katex: Array("var x = ;".utf8))
    let result = math.result("x")
    #expect(result.value.contains("<merror><mtext>x</mtext></merror>"))
    #expect(result.diagnostics.count == 1)
    #expect(result.diagnostics.first?.span == nil)
    #expect(result.diagnostics.first?.message.hasPrefix("KaTeX cannot be started: ") == true)
    #expect(result.diagnostics.first?.hint == StandardKaTeX.hint)
  }

  @Test("a script that defines nothing makes every formula a mistake")
  func emptyScript() {
    #expect(MathTypesetter(katex: []).mistakes("x").count == 1)
  }
}
