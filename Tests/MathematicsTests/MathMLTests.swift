import Mathematics
import Testing

@Suite("the MathML of formulas")
struct MathMLTests {
  @Test(
    "an alphabet becomes Unicode's letters, which browsers show",
    arguments: [
      (#"\mathbf{h}"#, "<mi>𝐡</mi>"), (#"\mathbf{1}"#, "<mn>𝟏</mn>"),
      (#"\boldsymbol{\theta}"#, "<mi>𝜽</mi>"), (#"\mathbb{R}"#, "<mi>ℝ</mi>"),
      (#"\mathcal{L}"#, "<mi>ℒ</mi>"), (#"\mathfrak{g}"#, "<mi>𝔤</mi>"),
      (#"\mathsf{T}"#, "<mi>𝖳</mi>"), (#"\mathbf{\nabla}"#, "<mi>𝛁</mi>"),
      (#"\mathrm{d}"#, "<mi mathvariant=\"normal\">d</mi>"),
    ])
  func alphabets(tex: String, expected: String) throws {
    #expect(try KaTeXScript.typesetter().inside(tex) == expected)
  }

  @Test("words keep their letters and get a class")
  func words() throws {
    let markup = try KaTeXScript.typesetter().inside(#"\textbf{if}"#)
    #expect(markup == "<mtext class=\"tex-bold\">if</mtext>")
  }

  @Test("norms and absolute values are fences, a relation stays a relation")
  func bars() throws {
    let math = try KaTeXScript.typesetter()
    let norm = #"<mo fence="true" lspace="0" rspace="0">‖</mo>"#
    #expect(
      try math.inside(#"\left\|x\right\|"#) == "<mrow>\(norm)<mi>x</mi>\(norm)</mrow>")
    #expect(try math.inside("|x|").contains("<mi>|</mi>"))
    #expect(try math.inside(#"a \parallel b"#).contains("<mo>∥</mo>"))
    #expect(try math.inside(#"a \mid b"#).contains("<mo>∣</mo>"))
  }

  @Test("only letters that would be slanted say that they stand upright")
  func upright() throws {
    let math = try KaTeXScript.typesetter()
    #expect(
      try math.inside(#"\partial L/\Gamma"#)
        == "<mrow><mi>∂</mi><mi>L</mi><mi>/</mi><mi mathvariant=\"normal\">Γ</mi></mrow>")
    #expect(try math.inside(#"\infty"#) == "<mi>∞</mi>")
  }

  @Test("operators in circles are no large ones, and have the space of the others")
  func circled() throws {
    let math = try KaTeXScript.typesetter()
    let circle = #"<mo largeop="false" lspace="0.2222em" rspace="0.2222em">⊙</mo>"#
    #expect(try math.inside(#"a \odot b"#).contains(circle))
    let alone = #"<mo largeop="false" lspace="0" rspace="0">⊙</mo>"#
    #expect(try math.inside(#"\odot"#).contains(alone))
    #expect(try math.inside("=").contains(#"<mo lspace="0" rspace="0">=</mo>"#))
    #expect(try math.inside(#"\bigodot_i a"#).contains("⨀</mo>"))
    #expect(
      try math.inside(#"a \cdots b"#).contains(#"<mo lspace="0.1667em" rspace="0.1667em">⋯</mo>"#))
  }

  @Test("the two sides of an equation are told to their cells")
  func aligned() throws {
    let markup = try KaTeXScript.typesetter().inside(#"\begin{aligned}a&=b\end{aligned}"#)
    #expect(markup.hasPrefix("<mtable class=\"tex-aligned\"><mtr><mtd class=\"tex-right\">"))
    #expect(markup.contains("<mtd class=\"tex-left\">"))
  }

  @Test("align has no columns for numbers, which the site gives by id")
  func align() throws {
    let markup = try KaTeXScript.typesetter().inside(
      #"\begin{align}a&=b\end{align}"#, display: true)
    #expect(markup.matches(of: /<mtd/).count == 2)
    #expect(markup.hasPrefix("<mtable class=\"tex-aligned\"><mtr><mtd class=\"tex-right\">"))
  }

  @Test("lines between columns and rows are told to the cells before them")
  func lines() throws {
    let markup = try KaTeXScript.typesetter().inside(
      #"\begin{array}{l|r}a&b\\\hline c&d\end{array}"#)
    #expect(markup.contains("<mtd class=\"tex-left tex-right-line tex-bottom\">"))
    #expect(markup.contains("<mtd class=\"tex-right tex-bottom\">"))
    #expect(markup.contains("<mtd class=\"tex-right\">"))
  }

  @Test("lines around a table are on the sides that the author drew them")
  func outerLines() throws {
    let math = try KaTeXScript.typesetter()
    let columns = try math.inside(#"\begin{array}{|c|}a\end{array}"#)
    #expect(columns.hasPrefix("<mrow class=\"tex-left-line tex-right-line\"><mtable>"))
    let rows = try math.inside(#"\begin{array}{c}\hline a\\\hline\end{array}"#)
    #expect(rows.hasPrefix("<mrow class=\"tex-top tex-bottom\"><mtable>"))
  }

  @Test("an operator with a letter over it holds text only")
  func overset() throws {
    let markup = try KaTeXScript.typesetter().inside(#"\overset{d}{=}"#)
    #expect(markup == "<mover><mo>=</mo><mi>d</mi></mover>")
  }

  @Test(
    "what MathML Core lacks becomes a class",
    arguments: [
      (#"\boxed{x}"#, "tex-box"), (#"\cancel{x}"#, "tex-strike-up"),
      (#"\xcancel{x}"#, "tex-strike-cross"), (#"\sout{x}"#, "tex-strike"),
      (#"\mathllap{x}"#, "tex-to-the-left"), (#"a\!b"#, "tex-back"),
      (#"\substack{a\\b}"#, "tex-small"), (#"\overline{x}"#, "tex-over"),
      (#"\underline{x}"#, "tex-under"), (#"\colorbox{red}{x}"#, "tex-colored"),
    ])
  func classes(tex: String, name: String) throws {
    #expect(try KaTeXScript.typesetter().inside(tex).contains("class=\"\(name)"))
  }

  @Test("nothing of MathML 3, no style and no KaTeX class is left over")
  func onlyCore() throws {
    let math = try KaTeXScript.typesetter()
    let formulas = [
      #"\begin{array}{|c|lr|}a&b&c\\\hline d&e&f\end{array}"#, #"\fcolorbox{red}{blue}{t}"#,
      #"\boxed{\cancel{x}}\angl{n}\phase{y}"#, #"\tag{1} x"#, #"\begin{CD}A@>a>>B\end{CD}"#,
      #"\begin{alignat}{2}a&=b&c&=d\end{alignat}"#, #"\colorbox{red}{x}\vcenter{y}"#,
      #"\mathtt{co}\mathscr{L}\mathsf{\mathbf{x}}\textit{i}\mathllap{x}\mathclap{y}"#,
      #"\overset{!}{=}\stackrel{d}{\to}"#,
      #"\overbrace{a}^{n}\rule{1em}{1em}\raisebox{1em}{x}\hphantom{x}\hspace{-1em}"#,
    ]
    let banned = [
      " style=", "menclose", "columnalign", "columnspacing", "rowspacing", "columnlines",
      "rowlines", "notation=", "mathvariant=\"b", "mathvariant=\"s", "mathvariant=\"m",
      "mtr-glue", "mml-", "<mo><m", "xmlns", "<span", "linebreak", "+6pt", "1width",
    ]
    for tex in formulas {
      let markup = math.result(tex, display: true).value
      #expect(math.mistakes(tex, display: true).isEmpty)
      for word in banned { #expect(!markup.contains(word), "\(word) in \(tex)") }
    }
  }

  @Test("markup in a formula stays text")
  func injection() throws {
    let result = try KaTeXScript.typesetter().result(#"\text{</math><script>alert(1)</script>}"#)
    #expect(!result.value.contains("<script"))
    #expect(result.value.contains("&lt;script&gt;"))
  }
}
