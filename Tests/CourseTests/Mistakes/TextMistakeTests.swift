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
    (
      "See [x](y",
      [
        "3:5: warning: this link has no end | close it with ')' behind its address"
      ]
    ),
    (
      "See [x](index.md for more,\nand [y](as was\nsaid).",
      [
        "3:5: warning: this link has no end | close it with ')' behind its address"
      ]
    ),
    (
      "See [x](https://example.org for more.",
      [
        "3:5: warning: this is no link: its address has no end | close it with ')' right behind the address; a space in it is '%20'"
      ]
    ),
    (
      "See [x] (index.md) and [1] (of 3).",
      [
        "3:5: warning: a link has no space between its words and its address | write '[x](index.md)'"
      ]
    ),
    (
      "See (x)[index.md] and f(x)[i].",
      [
        "3:5: warning: a link's words stand in brackets, its address in parentheses | write '[x](index.md)'"
      ]
    ),
    (
      "See [x y][] and unsafe[Mutable][Raw][Buffer].",
      [
        "3:5: warning: there is no address for '[x y]' | write '[x y]: address' on a line of its own"
      ]
    ),
    (
      "This is **bold.",
      [
        "3:9: warning: this '**' opens what nothing closes | close it with '**', or write '\\*\\*' for the signs themselves"
      ]
    ),
    (
      "This is ~~gone.",
      [
        "3:9: warning: this '~~' opens what nothing closes | close it with '~~', or write '\\~\\~' for the signs themselves"
      ]
    ),
    (
      "This is ** bold ** and **light **.",
      [
        "3:9: warning: there is no space inside of '**…**' | write '**bold**', or '\\*\\*' for the signs themselves",
        "3:24: warning: there is no space inside of '**…**' | write '**light**', or '\\*\\*' for the signs themselves",
      ]
    ),
    (
      "**「門」**は",
      [
        "3:1: warning: this '**' opens what nothing closes | put a space before or behind the second '**'"
      ]
    ),
    (
      "So 2 ** n ** 3, x**2, src/**/a, \\*\\*b, *note and p < 0.01**.",
      []
    ),
    (
      "This is `code and more.",
      [
        "3:9: warning: this '`' opens code that nothing closes | close it with '`', or write '\\`' for the sign itself"
      ]
    ),
    (
      "A ` alone, (`), Hawai`i, `this', ``that'' and \\`so.",
      []
    ),
    (
      "Value {rnn} steps and {x}.",
      [
        "3:7: warning: a value stands between backquotes | write `{rnn} steps`"
      ]
    ),
    (
      "{{#include _part.md}} and {{ x }}",
      [
        "3:1: warning: a file is included by a directive | write ::: include {file=\"_part.md\"}, and ':::' below it"
      ]
    ),
    (
      "See #fig-a, but not a#fig-a or \\#fig-a.",
      [
        "3:5: warning: a reference begins with '@' | write '@fig-a', or '\\#' if this is no reference"
      ]
    ),
    (
      "As [@ elman1990] says.",
      [
        "3:4: warning: a citation has no space behind its '@' | write '[@elman1990]'"
      ]
    ),
    (
      "As {@elman1990} says.",
      [
        "3:5: warning: this names 'elman1990' and does not cite it | write '[@elman1990]'"
      ]
    ),
    (
      "\\cite{elman1990,jordan1986}, \\ref{fig:decay}, \\textbf{so} and \\foo{x}",
      [
        "3:1: warning: '\\cite' works in formulas only | write '[@elman1990; @jordan1986]'",
        "3:30: warning: '\\ref' works in formulas only | write '@fig-decay'",
        "3:47: warning: '\\textbf' works in formulas only | write '**so**'",
      ]
    ),
    (
      "\\begin{equation}\nx\n\\end{equation}",
      [
        "3:1: warning: '\\begin' works in formulas only | a formula stands between two lines of '$$'"
      ]
    ),
    (
      "$50%$ and $50\\%$",
      [
        "3:4: warning: in a formula '%' begins a comment, which is not shown | for the sign itself write '\\%'"
      ]
    ),
  ]

  @Test("each mistake is said once, where it is, with a way out", arguments: cases)
  func mistake(_ text: String, _ expected: [String]) throws {
    let found = try said(about: text)
    #expect(found == expected)
  }
}
