import Testing

@Suite("directives")
struct DirectiveTests {
  @Test("a directive has a name, an id, attributes and a title, each with its place")
  func head() {
    let tree = TreeDump.text(#"::: quiz {#q-a title="a \" } b" pass=2}"# + "\nx\n:::")
    #expect(
      tree.hasPrefix(
        #"quiz #q-a title='a " } b' 1:16-1:32 pass='2' 1:33-1:39 1:1-3:4"#))
    #expect(
      TreeDump.text("::: details How it *is*\nx\n:::").hasPrefix("details # title='How it *is*'"))
  }

  @Test("directives nest in each other, in lists and in quotes")
  func nesting() {
    let tree = TreeDump.text(
      """
      :::: outer
      - item
        ::: inner
        - x
        :::
      > ::: quoted
      > y
      > :::
      ::::
      after
      """)
    #expect(
      tree == """
        outer # 1:1-9:5
          list 2:1-5:6
            item 2:1-5:6
              paragraph 2:3-2:7
                'item' 2:3-2:7
              inner # 3:3-5:6
                list 4:3-4:6
                  item 4:3-4:6
                    paragraph 4:5-4:6
                      'x' 4:5-4:6
          quote 6:1-8:6
            quoted # 6:3-8:6
              paragraph 7:3-7:4
                'y' 7:3-7:4
        paragraph 10:1-10:6
          'after' 10:1-10:6
        """)
  }

  @Test("a fence closes the innermost directive that has as many colons")
  func colons() {
    #expect(
      mistakes("::::: a\n::: b\nx\n:::::\n") == [
        "page.md:2:1: error: the directive 'b' is never closed | close it with a line ':::'"
      ])
    #expect(mistakes("::: a\n::: b\n:::\n:::\n:::: c\n:::\n").isEmpty)
  }

  @Test("a fence interrupts a paragraph, a table and a lazy line")
  func interruption() {
    #expect(mistakes("words\n::: note\nx\n:::\n").isEmpty)
    #expect(mistakes("::: note\n| a |\n|---|\n| b |\n:::\n").isEmpty)
    #expect(mistakes("::: note\n> quoted\nlazy\n:::\n").isEmpty)
  }

  @Test("colons in code are code")
  func code() {
    #expect(TreeDump.text("```\n::: note\n```\n\n    ::: note\n").contains("code"))
    #expect(mistakes("```\n::: note\n:::\n```\n\n    ::: note\n").isEmpty)
  }

  private static let broken: [(String, String)] = [
    (
      "::: note\nx",
      "1:1: error: the directive 'note' is never closed | close it with a line ':::'"
    ),
    (
      "a\n\n:::",
      "3:1: error: there is no open directive that this ':::' could close | take it out, or open one with a name: '::: note'"
    ),
    (
      "::: 5\n",
      "1:1: error: a directive's name begins with a letter"
        + " | write ::: name, or '\\:::' if this is no directive"
    ),
    ("::: a {#x #y}\n:::", "1:11: error: a second id '#y' | take one of the two out"),
    (
      "::: a {k=1 k=2}\n:::",
      "1:12: error: the attribute 'k' stands twice | take one of the two out"
    ),
    (
      "::: a {k}\n:::",
      "1:8: error: 'k' is neither '#id' nor 'key=value'"
        + " | write '#k' for an id, or 'k=\"…\"'"
    ),
    (
      "::: a {!}\n:::",
      "1:8: error: '!' is neither '#id' nor 'key=value' | put a value behind its key: key=\"…\""
    ),
    (
      "::: a {#é!y}\n:::",
      "1:8: error: an id is made of letters, digits, '-' and '_', not 'é!y' | write '#éy'"
    ),
    (
      "::: a {k=\"b}\n:::",
      "1:8: error: the value of 'k' has no end | close it with the quote it begins with"
    ),
    (
      "::: a {k=“b c” #x}\n:::",
      "1:8: error: '“' is no quote here | write k=\"…\", with straight ones"
    ),
    ("::: a {k=“b\n:::", "1:8: error: '“' is no quote here | write k=\"…\", with straight ones"),
    (":: note\nx\n::", "1:1: error: a directive begins with three colons | write '::: note'"),
    (
      "::: a {#}\n:::",
      "1:8: error: there is no id after '#' | write it without a space: '{#a-name}'"
    ),
    ("::: a {k=1\n:::", "1:7: error: these attributes have no end | close them with '}'"),
    (
      "::: a {#x}\n:::\n::: b {#x}\n:::",
      "3:1: error: the id 'x' stands twice on this page"
        + " | the first one is in line 1"
    ),
    (
      "<div>\n:::\n",
      "2:1: error: this ':::' is part of the HTML above it | leave a blank line between the two"
    ),
  ]

  @Test(
    "what is wrong with a directive is said where it is",
    arguments: broken)
  func mistake(_ markdown: String, _ expected: String) {
    #expect(mistakes(markdown) == ["page.md:" + expected])
  }

  @Test("an alert is a directive, and an unknown one is looked at")
  func alerts() {
    #expect(
      TreeDump.text("> [!NOTE]\n> Take *care*") == """
        note # 1:1-2:14
          paragraph 1:3-2:14
            'Take ' 2:3-2:8
            emphasis 2:8-2:14
              'care' 2:9-2:13
        """)
    #expect(
      mistakes("> [!NOTES]\n> x") == [
        "page.md:1:3: warning: there is no alert '[!NOTES]' | did you mean '[!NOTE]'?"
      ])
    #expect(TreeDump.text("> [!NOTE] on the same line").hasPrefix("quote"))
    #expect(
      mistakes("> [!NOTE] on the same line") == [
        "page.md:1:3: warning: '[!NOTE]' stands alone on its line | go on in the next line: '> …'"
      ])
  }
}
