import Testing

@Suite("directives and blocks that are not whole")
struct DirectiveMistakeTests {
  private static let cases: [(String, [String])] = [
    (
      "::: tabs\n::: tab {title=\"A\"}\nx\n:::",
      [
        "3:1: error: the directive 'tabs' is never closed | close it with a line ':::'"
      ]
    ),
    (
      "::: quiz {q-a}\nQ?\n\n- [x] Yes.\n  > Right.\n- [ ] No.\n  > Wrong.\n:::",
      [
        "3:11: error: 'q-a' is neither '#id' nor 'key=value' | write '#q-a' for an id, or 'q-a=\"…\"'"
      ]
    ),
    (
      "::: quiz {#q-a}\nQ?\n\n- [v] Yes.\n  > Right.\n- [ ] No.\n  > Wrong.\n:::",
      [
        "6:1: error: a choice starts with '[ ]' or '[x]' | with a space between the brackets, or an x for a right one"
      ]
    ),
    (
      "::: quiz {#q-a}\nQ?\n\n- [x] Yes.\n> Right.\n- [ ] No.\n> Wrong.\n:::",
      [
        "7:1: error: this feedback stands outside of its choice | indent it as far as the choice's words: '  > …'",
        "9:1: error: this feedback stands outside of its choice | indent it as far as the choice's words: '  > …'",
      ]
    ),
    (
      "::: quiz {#q-a}\nQ?\n\n- [x] Yes.\n  > Right.\n- [ ] No.\n  > Wrong.\n:::\n\n::: quiz {#q-a}\nR?\n\n- [x] Yes.\n  > Right.\n- [ ] No.\n  > Wrong.\n:::",
      [
        "12:1: error: the id 'q-a' stands twice on this page | the first one is in line 3"
      ]
    ),
    (
      "::: include {src=\"_x.md\"}\n:::",
      [
        "3:14: error: 'include' has no attribute 'src' | it has file"
      ]
    ),
    (
      "::: details {title=\"x\"}\n:::",
      [
        "3:5: error: this 'details' is empty | write what it says above its ':::'"
      ]
    ),
    (
      "::: tabs\n::: tab {titel=\"A\"}\nx\n:::\n::: tab B\ny\n:::\n:::",
      [
        "4:10: error: 'tab' has no attribute 'titel' | did you mean 'title'?"
      ]
    ),
    (
      "```swift-rn\nprint(1)\n```",
      [
        "3:1: warning: this block is shown and does not run | did you mean 'swift-rnn'?"
      ]
    ),
    (
      "```Swift_RNN\nprint(1)\n```",
      [
        "3:1: warning: this block is shown and does not run | did you mean 'swift-rnn'?"
      ]
    ),
    (
      "``` swift rnn\nprint(1)\n```",
      [
        "3:1: warning: this block is shown and does not run | did you mean 'swift-rnn'?"
      ]
    ),
    (
      "```swift-rnn\nprint(1)\n\nText.",
      [
        "3:1: error: this block is never closed | close it with a line '```'"
      ]
    ),
    (
      "> ```python\n> x\n\nText.",
      [
        "3:3: error: this block is never closed | close it with a line '```'"
      ]
    ),
    (
      "- ~~~\n  x\n  ```",
      [
        "3:3: error: this block is never closed | close it with a line '~~~'"
      ]
    ),
    (
      "```swift-rnn {#fig-x}\nprint(1)\n```",
      [
        "3:14: error: what a block is asked for stands on lines of its own | write '//| label: …' at its top"
      ]
    ),
    (
      "```{swift-rnn}\nprint(1)\n```",
      [
        "3:4: error: a block's language has no braces | write 'swift-rnn' behind the backquotes"
      ]
    ),
    (
      "```python {mark=\"1,9\"}\nx\n```",
      [
        "3:12: error: this listing has no line 9 | its last one is 1"
      ]
    ),
    (
      "```swift-rnn\nprint(\"hello)\n```",
      [
        "4:14: error: expected '\"' to end string literal | close it with '\"'; a text of several lines stands between '\"\"\"'."
      ]
    ),
    (
      "```swift-rnn\nprint(1)\n//| echo: false\n```",
      [
        "5:1: error: an option stands at the top of its block | move it above the program"
      ]
    ),
    (
      "```swift-rnn\n//| echo false\nprint(1)\n```",
      [
        "4:4: error: an option is 'key: value' | write '//| echo: false'"
      ]
    ),
    (
      "```swift-rnn\n//| label: decay\nprint(1)\n```",
      [
        "4:12: error: the label of a figure begins with 'fig-' | write 'fig-decay'"
      ]
    ),
    (
      "```swift-rnn\n//| caption: hello\nprint(1)\n```",
      [
        "4:14: error: this block shows no figure for its caption | show one with 'show(…)', or write the words below the block"
      ]
    ),
    (
      "$\\frac{1}$",
      [
        "3:10: error: the last command lacks an argument | Put it into braces: '{…}'."
      ]
    ),
    (
      "$\\frac{1}{2$",
      [
        "3:12: error: a '{' is not closed | Close it with '}'; for the letter itself write '\\{'."
      ]
    ),
    (
      "$$\n\\begin{aligned} a\n$$",
      [
        "5:1: error: an environment is not closed | Close it with '\\end{…}'."
      ]
    ),
    (
      "- a\n  ::: note\n  x\n:::",
      ["4:3: error: the directive 'note' is never closed | close it with a line ':::'"]
    ),
    (
      "```swift-rnn\n#| label: fig-x\nprint(1)\n```",
      [
        "4:1: error: an option begins with '//|', at the start of its line"
          + " | write '//| label: fig-x'"
      ]
    ),
    (
      "```swift-rnn\n//| echo: false\n // | fold: true\nprint(1)\n```",
      [
        "5:2: error: an option begins with '//|', at the start of its line"
          + " | write '//| fold: true'"
      ]
    ),
    (
      "# B",
      [
        "3:1: warning: a page has one heading of level 1, its title, at its top"
          + " | write '## ' here"
      ]
    ),
    (
      "## B\n\n#### C\n\n##### D",
      [
        "5:1: warning: this heading skips a level below the one above it | write '### ' here"
      ]
    ),
  ]

  @Test("each mistake is said once, where it is, with a way out", arguments: cases)
  func mistake(_ text: String, _ expected: [String]) throws {
    let found = try said(about: text)
    #expect(found == expected)
  }
}
