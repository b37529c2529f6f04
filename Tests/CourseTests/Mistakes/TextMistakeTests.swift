import Testing

@Suite("what was meant to be more than words")
struct TextMistakeTests {
  private static let cases: [(String, [String])] = [
    (
      "The state $h_t is here.",
      [
        "3:11: warning: this '$' opens a formula that nothing closes | close it with '$', or write '\\$' for the sign itself"
      ]
    ),
    (
      "The state $ h_t $ is here.",
      [
        "3:11: warning: a formula has no space behind its first dollar and before its last | write '$h_t$'"
      ]
    ),
    (
      "The state h_t$ is here.",
      [
        "3:14: warning: this '$' closes a formula that nothing opens | open it with '$', or write '\\$' for the sign itself"
      ]
    ),
    (
      "It costs $5, or \\$x.",
      []
    ),
    (
      "See @figure-decay.",
      [
        "3:5: warning: a reference begins with '@fig-' | write '@fig-decay', or '\\@' if this is no reference"
      ]
    ),
    (
      "See @Fig-decay.",
      [
        "3:5: warning: a reference begins with '@fig-' | write '@fig-decay', or '\\@' if this is no reference"
      ]
    ),
    (
      "See @fig:decay.",
      [
        "3:5: warning: a reference begins with '@fig-' | write '@fig-decay', or '\\@' if this is no reference"
      ]
    ),
    (
      "Write to a@fig:decay or \\@fig:decay.",
      []
    ),
    (
      "[@elman1990, @jordan1986]",
      [
        "3:1: error: the works of one citation are parted by ';' | write '[@elman1990; @jordan1986]'"
      ]
    ),
    (
      "[@elman1990 says.",
      [
        "3:1: warning: this citation has no end | close it with ']'"
      ]
    ),
    (
      "As @elman1990 and [elman1990] say.",
      [
        "3:4: warning: this names 'elman1990' and does not cite it | write '[@elman1990]'",
        "3:19: warning: this names 'elman1990' and does not cite it | write '[@elman1990]'",
      ]
    ),
    (
      "[x](my page.md)",
      [
        "3:1: warning: this is no link: its address ends at a space | write '(<my page.md>)'"
      ]
    ),
    (
      "See [x][y].",
      [
        "3:5: warning: there is no address for '[y]' | write '[y]: address' on a line of its own"
      ]
    ),
    (
      "A table a[i][j] of numbers.",
      []
    ),
    (
      "Value `{rn} 1`.",
      [
        "3:8: warning: this is shown as it is; a value begins with '{rnn} ' | write `{rnn} 1`"
      ]
    ),
    (
      "Value `{rnn}1`.",
      [
        "3:8: warning: this is shown as it is; a value begins with '{rnn} ' | write `{rnn} 1`"
      ]
    ),
    (
      "##B",
      [
        "3:1: warning: this is no heading: there is no space behind its signs | write '## ' before its words"
      ]
    ),
    (
      "\\##B",
      []
    ),
    (
      "#tag",
      []
    ),
    (
      "| a | b |\n|---|\n| 1 | 2 |",
      [
        "4:1: error: this is no table: its first line has 2 cells, and the line below it 1 | give both as many"
      ]
    ),
    (
      "Here \\(x_t\\) is and `\\(y\\)` and \\(this.",
      ["3:6: warning: a formula stands between dollars | write '$x_t$'"]
    ),
  ]

  @Test("each mistake is said once, where it is, with a way out", arguments: cases)
  func mistake(_ text: String, _ expected: [String]) throws {
    #expect(try said(about: text) == expected)
  }
}
