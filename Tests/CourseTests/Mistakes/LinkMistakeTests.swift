import Testing

@Suite("links that lead nowhere")
struct LinkMistakeTests {
  private static let cases: [(String, [String])] = [
    (
      "[x]()",
      [
        "3:1: error: this link leads nowhere | write the page's file between the parentheses: [words](page.md)"
      ]
    ),
    (
      "[x](#)",
      [
        "3:1: error: this link leads nowhere | write the page's file between the parentheses: [words](page.md)"
      ]
    ),
    (
      "[x](htp://example.org)",
      [
        "3:1: error: a link cannot begin with 'htp:' | did you mean 'http'?"
      ]
    ),
    (
      "[x](javascript:alert%281%29)",
      [
        "3:1: error: a link cannot begin with 'javascript:' | to another site it begins with 'https:', 'http:' or 'mailto:'"
      ]
    ),
    (
      "[x](./)",
      [
        "3:1: error: './' is a folder, and a link leads to a page | write the page's file, such as './index.md'"
      ]
    ),
    (
      "[x](lessons/)",
      [
        "3:1: error: 'lessons/' is a folder, and a link leads to a page | write the page's file, such as 'lessons/index.md'"
      ]
    ),
    (
      "[x](#nothing)",
      [
        "3:1: error: there is no '#nothing' on this page | a heading makes a place, and there is none"
      ]
    ),
    (
      "## Bee\n\n[x](#be)",
      [
        "5:1: error: there is no '#be' on this page | did you mean 'bee'?"
      ]
    ),
    (
      "[x](../README.md)",
      [
        "3:1: error: this link leads out of the course | copy the file into the course's folder, or link to where it stands on the web"
      ]
    ),
    (
      "![x](x.png)",
      [
        "3:1: error: there is no picture 'x.png' | its path begins at the lesson's own folder"
      ]
    ),
    (
      "![x](note.txt)",
      [
        "3:1: error: 'note.txt' is no picture that can be read | pictures are PNG, JPEG and GIF"
      ]
    ),
    (
      "See @fig-nothing.",
      [
        "3:5: error: nothing in the course has the label 'fig-nothing' | a block gets it by '//| label: fig-nothing'"
      ]
    ),
    (
      "See @eq-nothing.",
      [
        "3:5: error: nothing in the course has the label 'eq-nothing' | a formula gets it by '$$ {#eq-nothing}'"
      ]
    ),
    (
      "See @sec-nothing.",
      [
        "3:5: error: nothing in the course has the label 'sec-nothing' | a heading gets it by '## Its words {#sec-nothing}'"
      ]
    ),
    (
      "<b>x</b>",
      [
        "3:1: error: HTML is not let into a lesson | write it in Markdown, or as a directive; code goes between backquotes"
      ]
    ),
    (
      "x</b>",
      [
        "3:2: error: HTML is not let into a lesson | write it in Markdown, or as a directive; code goes between backquotes"
      ]
    ),
    (
      "## B {#fig-b}",
      [
        "3:1: error: the label of a heading begins with 'sec-' | write '{#sec-b}'"
      ]
    ),
    (
      "## B {sec-b}",
      [
        "3:7: error: 'sec-b' is neither '#id' nor 'key=value' | write '#sec-b' for an id, or 'sec-b=\"…\"'"
      ]
    ),
    (
      "$$\nx\n$$ {#equation-x}",
      [
        "3:1: error: the label of a formula begins with 'eq-' | write '{#eq-x}'"
      ]
    ),
    (
      "```swift {#code}\n```",
      []
    ),
    (
      "```swift {#listing-a}\nlet a = 1\n```",
      [
        "3:1: error: the label of a listing begins with 'lst-' | write '{#lst-a}'"
      ]
    ),
    (
      "## B {#sec-b}\n\n## C {#sec-b}",
      [
        "5:1: error: the id 'sec-b' stands twice on this page | the first one is in line 3"
      ]
    ),
  ]

  @Test("each mistake is said once, where it is, with a way out", arguments: cases)
  func mistake(_ text: String, _ expected: [String]) throws {
    let found = try said(about: text)
    #expect(found == expected)
  }
}
