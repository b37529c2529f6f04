import Markup
import Testing

@Suite("definitions")
struct DefinitionTests {
  @Test("a term, its id and aliases, and its meanings")
  func definitions() {
    let tree = TreeDump.text(
      """
      Forget gate {#gate aliases="f_t"}
      : Decides *what*
        stays, see @fig-x.
      : A second meaning.

      Cell state
      : The memory.
      """)
    #expect(
      tree == """
        definitions 1:1-7:14
          term #gate
            'Forget gate' 1:1-1:34
              'Decides ' 2:3-2:11
              emphasis 2:11-2:17
                'what' 2:12-2:16
              soft break 3:3-3:3
              'stays, see ' 3:3-3:14
              reference fig-x 3:14-3:20
              '.' 3:20-3:21
              'A second meaning.' 4:3-4:20
          term #
            'Cell state' 6:1-6:11
              'The memory.' 7:3-7:14
        """)
  }

  @Test(
    "a colon elsewhere defines nothing",
    arguments: [
      "a: b\nc", ": a\n: b", "a\nb: c", "a\nb\n: c", "a\n:c",
    ])
  func none(_ markdown: String) {
    #expect(TreeDump.text(markdown).hasPrefix("paragraph"))
  }

  @Test("a caption below a table belongs to it, a second one does not")
  func caption() {
    let tree = TreeDump.text("| a |\n|---|\n| b |\n\n: One @fig-x {#tbl-a}\n\n: Two")
    #expect(tree.contains("table #tbl-a none 1:1-5:22"))
    #expect(tree.contains("caption\n    'One ' 5:3-5:7\n    reference fig-x 5:7-5:13"))
    #expect(tree.hasSuffix("paragraph 7:1-7:6\n  ': Two' 7:1-7:6"))
    #expect(
      mistakes("| a |\n|---|\n\n: b {#tbl-a key=c}") == [
        "page.md:4:13: error: a table has no attribute 'key' | it has an id: '{#tbl-…}'"
      ])
  }

  @Test("a listing has an id, a title and lines to emphasise")
  func listing() {
    let document = parseDocument(
      path: "page.md", text: "```swift {#lst-a title=\"T\" mark=\"2,4-6\"}\nx\n```"
    ).value
    guard case .code(let code)? = document.blocks.first?.kind else {
      Issue.record("no code")
      return
    }
    #expect(code.language == "swift" && code.info.isEmpty)
    #expect(code.attributes.id == "lst-a" && code.attributes.title == "T")
    #expect(code.attributes.marked == [2...2, 4...6])
    #expect(
      mistakes("```c {mark=x titel=y}\n```") == [
        "page.md:1:7: error: 'mark' names lines of the listing | write mark=\"2,4-6\"",
        "page.md:1:14: error: a listing has no attribute 'titel' | did you mean 'title'?",
      ])
  }
}
