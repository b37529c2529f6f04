import Diagnostics
import Mathematics
import Testing

@Suite("mistakes in formulas")
struct TeXMistakeTests {
  @Test(
    "a mistake is told in our words, at its column",
    arguments: [
      (#"a \alhpa b"#, #"a.md:3:4: error: there is no command '\alhpa' | did you mean '\alpha'?"#),
      (
        #"\frac{a}{b"#,
        "a.md:3:12: error: a '{' is not closed"
          + #" | Close it with '}'; for the letter itself write '\{'."#
      ),
      ("a}", #"a.md:3:3: error: this '}' closes nothing | For the letter itself write '\}'."#),
      (
        "x^2^3",
        "a.md:3:5: error: a second superscript on one letter | Use braces: '{a^b}^c'."
      ),
      (
        "x^",
        "a.md:3:3: error: nothing stands after '^' | Put what belongs to it into braces: '^{…}'."
      ),
      (
        #"\left( x"#,
        #"a.md:3:10: error: '\left' is not closed by '\right'"#
          + #" | Without a bracket of its own that is '\right.'."#
      ),
      (
        #"x \label{a}"#,
        #"a.md:3:4: error: there is no command '\label' | An id stands behind the formula: '$$ {#eq-…}'."#
      ),
      (
        #"\nonsense"#,
        #"a.md:3:2: error: there is no command '\nonsense'"#
          + #" | A course's own is one of 'macros' in course.yml; a word is '\text{…}'."#
      ),
      (
        #"\begin{aligne}a\end{aligne}"#,
        "a.md:3:8: error: there is no environment 'aligne' | did you mean 'aligned'?"
      ),
      (
        #"\begin{cases}a\end{matrix}"#,
        #"a.md:3:16: error: '\begin{cases}' is closed by '\end{matrix}' | Close it with '\end{cases}'."#
      ),
      (
        #"a\\b"#,
        #"a.md:3:3: error: '\\' breaks no line here | "#
          + #"Put the lines between '\begin{aligned}' and '\end{aligned}'."#
      ),
      (
        #"see \href{http://a.b}{x}"#,
        #"a.md:3:6: error: '\href' has no place in a formula | "#
          + "Links, images and HTML are written in Markdown, outside of the formula."
      ),
      (
        #"\def\a{\a\a}\a"#,
        "a.md:3:2: error: a macro is expanded more than a thousand times | Does it use itself?"
      ),
    ])
  func words(tex: String, expected: String) throws {
    let found = try KaTeXScript.typesetter().mistakes(tex)
    #expect(found == [expected])
  }

  @Test("a column counts bytes, whatever the letters before it")
  func columns() throws {
    let math = try KaTeXScript.typesetter()
    #expect(math.mistakes(#"\text{é日😀}\nope"#).first?.hasPrefix("a.md:3:18:") == true)
  }

  @Test("the mark covers the command")
  func width() throws {
    let span = try #require(KaTeXScript.typesetter().result(#"a\nope b"#).diagnostics.first?.span)
    #expect(span == Span(path: "a.md", line: 3, column: 3, length: 5))
  }

  @Test("a mistake on a later line is on that line")
  func lines() throws {
    let math = try KaTeXScript.typesetter()
    let tex = "a\n  + \\nope"
    let block = math.mathML(tex, display: true, at: Span(path: "a.md", line: 8, column: 3))
    #expect(block.diagnostics.first?.span == Span(path: "a.md", line: 9, column: 7, length: 5))
    let inline = math.mathML(tex, display: false, at: Span(path: "a.md", line: 8, column: 3))
    #expect(inline.diagnostics.first?.span == Span(path: "a.md", line: 9, column: 5, length: 5))
  }

  @Test("a mistake in a macro is about the whole formula")
  func inMacro() throws {
    let math = try KaTeXScript.typesetter(["\\bad": "xxxx \\nope"])
    let diagnostic = try #require(math.result("1 + \\bad").diagnostics.first)
    #expect(diagnostic.message == #"there is no command '\nope'"#)
    #expect(diagnostic.hint == "It may be in a macro that the formula uses.")
    #expect(diagnostic.span == Span(path: "a.md", line: 3, column: 2, length: 8))
  }

  @Test("a course's own macro is among the suggestions")
  func ownMacro() throws {
    let math = try KaTeXScript.typesetter(["\\hidden": "h"])
    #expect(math.mistakes(#"\hiden"#).first?.hasSuffix(#"did you mean '\hidden'?"#) == true)
  }

  @Test("a formula with a mistake shows its source")
  func source() throws {
    #expect(
      try KaTeXScript.typesetter().result("a < }").value
        == "<math><merror><mtext>a &lt; }</mtext></merror></math>")
  }

  @Test("a mistake is found again when the same formula comes again")
  func remembered() throws {
    let math = try KaTeXScript.typesetter()
    #expect(math.mistakes(#"\nope"#) == math.mistakes(#"\nope"#))
    let span = Span(path: "b.md", line: 1, column: 1)
    let elsewhere = math.mathML(#"\nope"#, display: false, at: span)
    #expect(elsewhere.diagnostics.first?.span?.path == "b.md")
  }
}
