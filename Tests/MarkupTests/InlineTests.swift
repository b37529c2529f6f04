import Markup
import Testing

@Suite("inlines")
struct InlineTests {
  @Test("references stand at the start of a word and have a known prefix")
  func references() {
    let tree = TreeDump.text("See @fig-decay, @tbl-a-. Not me@fig-x, @foo-x or `@fig-y`.")
    #expect(
      tree == """
        paragraph 1:1-1:59
          'See ' 1:1-1:5
          reference fig-decay 1:5-1:15
          ', ' 1:15-1:17
          reference tbl-a 1:17-1:23
          '-. Not me@fig-x, @foo-x or ' 1:23-1:50
          code '@fig-y' 1:51-1:57
          '.' 1:58-1:59
        """)
  }

  @Test("a citation has keys, each with what follows it, and may go over a line's end")
  func citations() {
    let tree = TreeDump.text("As [@hoch1997, p. 5;\n@gers_2000] and [@a]\nshow.")
    #expect(tree.contains("citation hoch1997(p. 5) gers_2000() 1:4-2:12"))
    #expect(tree.contains("citation a() 2:17-2:21"))
    #expect(tree.contains("soft break 2:21-2:21"))
    #expect(tree.contains("'show.' 3:1-3:6"))
  }

  @Test("a bracket that is never closed keeps its words and its line breaks")
  func openBracket() {
    let tree = TreeDump.text("As [@a, p. 5\nand so on")
    #expect(tree.contains("'As [@a, p. 5' 1:1-1:13"))
    #expect(tree.contains("soft break 1:13-1:13"))
    #expect(tree.contains("'and so on' 2:1-2:10"))
  }

  @Test("a backslash keeps a reference and a citation from being one")
  func escaped() {
    #expect(TreeDump.text(#"\@fig-x \[@a]"#).contains("'@fig-x [@a]'"))
  }

  @Test("code that begins with {rnn} is an expression, and its place is the expression's")
  func bindings() {
    #expect(TreeDump.text("is `{rnn} a.b` long").contains("binding 'a.b' 1:11-1:14"))
    #expect(TreeDump.text("is `{rnn}` long").contains("code '{rnn}'"))
  }

  @Test(
    "dollars around words without space inside are a formula, prices are not",
    arguments: [
      ("$x$", "math 'x'"), (#"$\$5$"#, #"math '\$5'"#), ("$$x + y$$ here", "math 'x + y'"),
      ("$5 and $6", "'$5 and $6'"), ("a $ b $ c", "'a $ b $ c'"), (#"\$x$"#, "'$x$'"),
      ("$6, `$` b", "code '$'"), ("$a_b$ and *c*", "math 'a_b'"),
    ])
  func math(_ markdown: String, _ expected: String) {
    #expect(TreeDump.text(markdown).contains(expected))
  }

  @Test("a formula in a table's cell is not lost")
  func mathInCells() {
    let tree = TreeDump.text("| a |\n|---|\n| t $x$ |")
    #expect(tree.contains("'t ' 3:3-3:5\n    math 'x' 3:6-3:7"))
  }

  @Test("straight quotes and dashes become typographic ones when asked")
  func smart() {
    let text = #"a "b" 'c' -- d --- e..."#
    #expect(TreeDump.text(text).contains(#"'a "b" 'c' -- d --- e...'"#))
    #expect(TreeDump.text(text, isSmart: true).contains("'a “b” ‘c’ – d — e…'"))
  }

  @Test("footnotes are counted by their first reference; the rest of them is reported")
  func footnotes() {
    let page =
      "b[^b] a[^a] c[^c] `[^x]` \\[^y]\n\n[^a]: A\n[^b]: B\n[^z]: Z\n\n```\n[^q]: code\n```"
    let tree = TreeDump.text(page)
    #expect(tree.contains("'b' 1:1-1:2\n  note 0 1:2-1:6"))
    #expect(
      tree.hasSuffix(
        "note 0\n  paragraph 4:7-4:8\n    'B' 4:7-4:8\nnote 1\n  paragraph 3:7-3:8\n    'A' 3:7-3:8"
      ))
    #expect(
      mistakes(page) == [
        "page.md:1:14: warning: there is no footnote 'c' on this page"
          + " | write it as '[^c]: …', or '\\[' if this is no footnote",
        "page.md:5:1: warning: nothing refers to the footnote 'z' | refer to it with '[^z]'",
      ])
  }

  @Test("the words of an inline are without markup")
  func plainText() {
    let document = parseDocument(path: "p", text: "a *b `c`* [d](e) $f$\ng").value
    guard case .paragraph(let content)? = document.blocks.first?.kind else {
      Issue.record("no paragraph")
      return
    }
    #expect(Markup.plainText(of: content) == "a b c d f g")
  }
}
