import Testing

@Suite("places")
struct PlaceTests {
  @Test("words in a list in a quote know their line and column")
  func nested() {
    let tree = TreeDump.text(
      """
      > - alpha *be\\*ta* `co
      >   de` gamma
      >   **x**
      """)
    #expect(
      tree == """
        quote 1:1-3:10
          list 1:3-3:10
            item 1:3-3:10
              paragraph 1:5-3:10
                'alpha ' 1:5-1:11
                emphasis 1:11-1:19
                  'be*ta' 1:12-1:18
                ' ' 1:19-1:20
                code 'co de' 1:21-2:7
                ' gamma' 2:8-2:14
                soft break 2:14-2:14
                strong 3:5-3:10
                  'x' 3:7-3:8
        """)
  }

  @Test("a line that goes on without its indent or mark is where it is")
  func lazy() {
    let tree = TreeDump.text("> - one\n> two `x`\n three *y*")
    #expect(tree.contains("'two ' 2:3-2:7"))
    #expect(tree.contains("code 'x' 2:8-2:9"))
    #expect(tree.contains("'three ' 3:2-3:8"))
    #expect(tree.contains("emphasis 3:8-3:11"))
  }

  @Test("what follows a link at the start of a line is where it is")
  func linkAtLineStart() {
    let tree = TreeDump.text("a,\n[c](d) e.[^n] f\n  ![p](q) *g*\n\n[^n]: Note.\n")
    for place in [
      "link to d 2:1-2:7", "'c' 2:2-2:3", "note 0 2:10-2:14", "' f' 2:14-2:16",
      "image q 3:3-3:10", "emphasis 3:11-3:14",
    ] { #expect(tree.contains(place), "\(place)") }
  }

  @Test("a link over several lines does not shift what follows it")
  func linkOverLines() {
    let tree = TreeDump.text("> a [li\n> nk](u\n> \"t\") b\n> c *d*")
    #expect(tree.contains("link to u 1:5-3:7"))
    #expect(tree.contains("' b' 3:7-3:9"))
    #expect(tree.contains("'c ' 4:3-4:5"))
    #expect(tree.contains("emphasis 4:5-4:8"))
  }

  @Test("link definitions above a paragraph do not shift it")
  func definitions() {
    let tree = TreeDump.text("[a]: /x\n[b]: /y\nfoo *bar*\nbaz")
    #expect(tree.contains("'foo ' 3:1-3:5"))
    #expect(tree.contains("emphasis 3:5-3:10"))
    #expect(tree.contains("'baz' 4:1-4:4"))
  }

  @Test("columns count bytes of UTF-8")
  func bytes() {
    #expect(TreeDump.text("größe 😀 *x*").contains("emphasis 1:14-1:17"))
  }

  @Test("an address that became a link stands where it was written")
  func automaticLinks() {
    let tree = TreeDump.text("see www.a.org or me@b.org now")
    #expect(tree.contains("link to http://www.a.org 1:5-1:14"))
    #expect(tree.contains("link to mailto:me@b.org 1:18-1:26"))
    #expect(tree.contains("' now' 1:26-1:30"))
  }

  @Test("escapes and entities before a reference count as long as they are written")
  func escapes() {
    #expect(TreeDump.text(#"\*a\* &amp; @fig-x"#).contains("reference fig-x 1:13-1:19"))
    #expect(
      TreeDump.text(#"it's "so" -- @fig-x"#, isSmart: true).contains("reference fig-x 1:14-1:20"))
  }

  @Test("a table below words of the same paragraph knows its line, and so do the words")
  func tableBelowWords() {
    let tree = TreeDump.text("> Words *here*\n> | a | @fig-b |\n> |---|---|\n> | c | `d` |")
    #expect(tree.contains("paragraph 1:3-1:15"))
    #expect(tree.contains("emphasis 1:9-1:15"))
    #expect(tree.contains("table # none none 2:3-4:14"))
    #expect(tree.contains("reference fig-b 2:9-2:15"))
    #expect(tree.contains("code 'd' 4:10-4:11"))
  }

  @Test("a cell's escaped pipe does not shift the rest of the cell")
  func escapedPipe() {
    let tree = TreeDump.text("| a |\n|---|\n| b \\| *c* $d$ |")
    #expect(tree.contains("emphasis 3:8-3:11"))
    #expect(tree.contains("math 'd' 3:13-3:14"))
  }

  @Test(
    "code knows where its first byte stands",
    arguments: [
      ("```swift\nlet\n```", "code 'swift' from 2:1 1:1-3:4"),
      ("- a\n\n  ```swift\n  let\n  ```", "code 'swift' from 4:3 3:3-5:6"),
      ("> ```swift\n> let\n> ```", "code 'swift' from 2:3 1:3-3:6"),
      ("  ```swift\n  let\n  ```", "code 'swift' from 2:3 1:3-3:6"),
      ("    let", "code '' from 1:5 1:5-1:8"),
    ])
  func code(_ markdown: String, _ line: String) {
    #expect(TreeDump.text(markdown).contains(line))
  }

  @Test("a formula knows where its first byte stands")
  func formula() {
    #expect(TreeDump.text("> $$\n> x\n> $$").contains("math 'x\n' # from 2:3 1:3-3:5"))
    #expect(TreeDump.text("$$ x $$ {#eq-x}").contains("math 'x ' #eq-x from 1:4 1:1-1:16"))
    #expect(TreeDump.text("- a $x$\n  $y$ b").contains("math 'y' 2:4-2:5"))
  }
}
