import Testing

@Suite("paragraphs and blocks that were meant to be more")
struct BlockMistakeTests {
  private static let cases: [(String, [String])] = [
    (
      "-one\n-two",
      [
        "3:1: warning: this is no list: there is no space behind its signs | write '- ' before each item"
      ]
    ),
    (
      "1.one\n2.two",
      [
        "3:1: warning: this is no list: there is no space behind its signs | write '1. ' before each item"
      ]
    ),
    (
      "• one\n• two",
      [
        "3:1: warning: an item of a list begins with '- ' | write '- ' for each '•'"
      ]
    ),
    (
      "3.x is old,\n4.x is new",
      []
    ),
    (
      "-1 and\n-2",
      []
    ),
    (
      "- [] one\n- [] two",
      [
        "3:1: warning: a box has a space between its brackets | write '- [ ] …'"
      ]
    ),
    (
      "- [] is empty\n- more",
      []
    ),
    (
      "| a | b |\n| 1 | 2 |",
      [
        "3:1: warning: this is no table: there is no line of dashes below its first | write '|---|---|' there"
      ]
    ),
    (
      "|x| is |y|\nor |z|",
      []
    ),
    (
      "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | |\n| `x|y` | 2 |\n| `x\\|y` | 2 |",
      [
        "5:1: warning: this row has 3 cells, and its table 2: the rest is not shown | for a bar inside of a cell write '\\|'",
        "7:1: warning: this row has 3 cells, and its table 2: the rest is not shown | for a bar inside of a cell write '\\|'",
      ]
    ),
    (
      "| a | b |\n|---|---|\n| 1 | 2 |\n: Words",
      [
        "6:1: warning: this is a row of the table above it | leave a blank line before it, and it is the table's caption"
      ]
    ),
    (
      "Words.\n\n: More words.",
      [
        "5:1: warning: there is no term and no table right above this | a term stands in the line above ': …', and a table has one caption below it"
      ]
    ),
    (
      "Gate\n:a thing",
      [
        "4:1: warning: a meaning begins with ': ' | write ': a thing'"
      ]
    ),
    (
      "Gate\n:",
      [
        "4:1: warning: this term has no meaning | write it behind ': '"
      ]
    ),
    (
      "Gate\n:smile: says",
      []
    ),
    (
      "Table: words {#tbl-a}",
      [
        "3:14: warning: nothing here takes the label 'tbl-a' | a table gets it behind its caption: ': Its words {#…}'"
      ]
    ),
    (
      "##",
      [
        "3:1: warning: this heading has no words | write them behind its signs"
      ]
    ),
    (
      "## B {#sec-a",
      [
        "3:6: error: these attributes have no end | close them with '}'"
      ]
    ),
    (
      "## B {.wide}",
      [
        "3:7: error: '.wide' is neither '#id' nor 'key=value' | there are no classes here"
      ]
    ),
    (
      "!!! note\n    words",
      [
        "3:1: warning: a box begins with ':::' | write '::: note', and ':::' below it"
      ]
    ),
    (
      "[!TIP]\nWords.",
      [
        "3:1: warning: '[!TIP]' stands in a quote | begin its lines with '> '"
      ]
    ),
    (
      "\\[\nx\n\\]",
      [
        "3:1: warning: a formula stands between two lines of '$$' | write '$$' for '\\[' and for '\\]'"
      ]
    ),
    (
      "A \\[sic\\] here.",
      []
    ),
    (
      "$$\n$$",
      [
        "3:1: error: this formula is empty | write it between the two '$$'"
      ]
    ),
    (
      "<!-- todo\n\nWords.",
      [
        "3:1: error: this comment has no end, and hides all that is below | close it with '-->'"
      ]
    ),
    (
      "<!-- todo -->\n\nWords.",
      []
    ),
    (
      "<<<<<<< HEAD\nours",
      [
        "3:1: error: git has left two versions here | keep one of them, and take out the lines '<<<<<<<', '=======' and '>>>>>>>'"
      ]
    ),
    (
      "Words[^1].\n\n[^1]: One.\n\n[^1]: Two.",
      [
        "7:1: warning: the footnote '1' stands twice, and only the first is shown | give one of the two another name"
      ]
    ),
    (
      "```markdown\n[^1]: One.\n```\n\nWords[^1].\n\n[^1]: One.",
      []
    ),
    (
      "```swift-rnn\n```",
      [
        "3:1: warning: this block has no program | write it above its closing line"
      ]
    ),
    (
      "```swift-rnn\n//| echo: false\n```",
      [
        "3:1: warning: this block has no program | write it above its closing line"
      ]
    ),
    (
      "```rnn\nprint(1)\n```",
      [
        "3:1: warning: this block is shown and does not run | did you mean 'swift-rnn'?"
      ]
    ),
    (
      "```swift-rnn wide\nprint(1)\n```",
      [
        "3:1: warning: 'wide' behind the language of a block says nothing | what it is asked for stands at its top: '//| caption: …'"
      ]
    ),
    (
      "```python title=\"x\"\nx\n```",
      [
        "3:1: warning: what is said about a listing stands in braces | write '{title=\"x\"}'"
      ]
    ),
    (
      "```js {5,10}\nx\n```",
      [
        "3:8: error: '5,10' is neither '#id' nor 'key=value' | lines of a listing are 'mark=\"5,10\"'"
      ]
    ),
    (
      "```math\nx\n```",
      [
        "3:1: warning: this formula is shown as code | put it between two lines of '$$'"
      ]
    ),
    (
      "::: tabs\n::: tab A\nx\n:::\n::: tab A\ny\n:::\n:::",
      [
        "7:5: error: two tabs are named 'A' | say what is different in them"
      ]
    ),
    (
      "::: quiz {#q-a}\nQ?\n\n- [x] Yes.\n  > Right.\n- [ ] Yes.\n  > Wrong.\n\nMore.\n:::",
      [
        "8:7: error: the choice 'Yes.' stands twice | take one of the two out",
        "11:1: error: behind the choices there are only '::: hint' and '::: solution' | put it above them; it is a part of the question",
      ]
    ),
    (
      "::: steps {#s}\n\n### A\n\nstatus:\n\n### B\n\nstatus: Two.\n:::",
      [
        "5:1: error: this stage has no status | say below its heading what is seen: 'status: …'"
      ]
    ),
    (
      "::: ladder\n:::\n\n::: entries\n:::",
      [
        "3:5: warning: this ladder is empty: no lesson has a layer | write 'layer: 1' in a lesson's front matter",
        "6:5: warning: there are no entries to show | write 'kind: entry' in the front matter of each",
      ]
    ),
    (
      "::: note A {title=\"B\"}\nx\n:::\n\n:::tip[C]\nx\n:::",
      [
        "3:5: error: this has two titles: 'A' and 'B' | take one of the two out",
        "7:4: error: a title has no brackets | write '::: tip C'",
      ]
    ),
    (
      "```swift-rnn\n//| caption: Of `{rnn} 1` and $x.\nshow(LoopDiagram(cell: .gru))\n```",
      [
        "4:24: error: a caption has no values of the run | write the sentence with the value below the block",
        "4:31: warning: this '$' opens a formula that nothing closes | close it with '$', or write '\\$' for the sign itself",
      ]
    ),
    (
      "- [ ]\n- [x] b",
      ["3:1: warning: there are no words behind this box | write '- [ ] …'"]
    ),
    (
      "```swift-rnn\nlet net = GRU(inputSize: 1, hiddenSize: 2)\nlet n = halfLife(of: [1, 0])\n```\n\n`{rnn} net`, `{rnn} n`, `{rnn} n ?? 0`, `{rnn} net.hiddenSize`",
      [
        "8:8: warning: a 'GRU' reads as all of its numbers | name one of them, such as 'net.hiddenSize'.",
        "8:21: warning: this may be nil, and reads 'Optional(…)' where it is not | say what stands there then: 'n ?? 0'.",
      ]
    ),
  ]

  @Test("each mistake is said once, where it is, with a way out", arguments: cases)
  func mistake(_ text: String, _ expected: [String]) throws {
    let found = try said(about: text)
    #expect(found == expected)
  }
}
