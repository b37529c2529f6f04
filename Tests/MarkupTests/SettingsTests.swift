import Diagnostics
import Markup
import Testing

@Suite("settings")
struct SettingsTests {
  private func lesson(_ text: String) -> Diagnosed<ParsedLesson> {
    parseLesson(path: "page.md", bytes: Array(text.utf8))
  }

  @Test("front matter is read into its type, and the text keeps its lines")
  func frontMatter() {
    let read = lesson(
      """
      ---
      title: "LSTM: gates"
      authors: [A, B]
      date: 2024-02-29
      tags: one
      draft: yes
      kind: essay
      layer: 3
      requires:
        - q-a
      lang: pt-BR
      ---
      # Here
      """)
    let matter = read.value.frontMatter
    #expect(read.diagnostics.isEmpty)
    #expect(
      matter.title == "LSTM: gates" && matter.authors == ["A", "B"] && matter.tags == ["one"])
    #expect(matter.date == CalendarDate("2024-02-29") && matter.isDraft && matter.kind == .essay)
    #expect(matter.layer == 3 && matter.language == "pt-BR")
    #expect(matter.requires.map(\.value) == ["q-a"])
    #expect(matter.requires.first?.span == Span(path: "page.md", line: 10, column: 5))
    #expect(read.value.document.blocks.first?.span.start.line == 13)
  }

  @Test("line ends of Windows and a byte order mark change nothing")
  func windows() {
    let read = parseLesson(
      path: "page.md",
      bytes: [0xEF, 0xBB, 0xBF] + Array("---\r\ntitle: A\r\n---\r\nb *c*\r\n".utf8))
    #expect(read.diagnostics.isEmpty && read.value.frontMatter.title == "A")
    #expect(
      read.value.document.blocks.first?.span == Span(path: "page.md", line: 4, column: 1, length: 5)
    )
  }

  @Test("a page without front matter has none, and a rule at its top is none")
  func none() {
    #expect(lesson("a\n---\nb").diagnostics.isEmpty)
    #expect(lesson("").diagnostics.isEmpty)
    #expect(lesson("----\na").diagnostics.isEmpty)
    #expect(lesson("\n---\na b: c").diagnostics.isEmpty)
  }

  @Test("front matter that begins too late or with too many dashes is an error at its dashes")
  func misplaced() {
    let message = "error: this does not begin the front matter"
    let hint = "it begins with '---' in the first line of the file"
    for (text, line) in [("\n---\ntitle: A\n---\n", 2), ("----\ntitle: A\n----\n", 1)] {
      #expect(said(lesson(text).diagnostics) == ["page.md:\(line):1: \(message) | \(hint)"])
    }
  }

  private static let frontMatters: [(String, String)] = [
    (
      "titel: A", "2:1: error: there is no key 'titel' | did you mean 'title'?"
    ),
    (
      "date: 2023-02-29",
      "2:7: error: 'date' is a date such as 2026-11-23 | the year comes first, then the month and the day, with dashes between"
    ),
    ("layer: many", "2:8: error: 'layer' is a whole number | such as 'layer: 1'"),
    ("layer: 0", "2:8: error: 'layer' is 1 or more"),
    ("draft: perhaps", "2:8: error: 'draft' is 'true' or 'false'"),
    (
      "title: [a]",
      "2:8: error: 'title' is text | write one text; '[', '{' and ': ' in it go between quotes"
    ),
    (
      "tags: [a, {b: c}]",
      "2:11: error: an item of 'tags' is text | write one text; '[', '{' and ': ' in it go between quotes"
    ),
    ("kind: leson", "2:7: error: 'kind' cannot be 'leson' | did you mean 'lesson'?"),
    ("lang: english please", "2:7: error: 'lang' is a language's tag such as en or pt-BR"),
    (
      "a b c",
      "2:1: error: this is 'key: value', line by line | the keys are title, description, "
        + "authors, date, updated, tags, draft, aliases, kind, layer, requires, status, lang"
    ),
    ("title: 'a", "2:8: error: this quote is never closed | close it at the end of the value"),
    (
      "title: a\ntags: b\ntitle: c",
      "4:1: error: the key 'title' stands twice | take one of the two out"
    ),
    (
      "title: a: b",
      "2:9: error: this is not YAML: mapping values are not allowed in this context"
        + " | a value with ': ' in it goes between quotes"
    ),
    (
      "title: a\n\tlayer: 1",
      "3:1: error: this is not YAML: found a tab character that violates indentation"
        + " | indent with spaces"
    ),
    (
      "title: @a",
      "2:8: error: this is not YAML: found character that cannot start any token"
        + " | a value that begins with this character goes between quotes"
    ),
    (
      "tags: [a, b",
      "3:1: error: this is not YAML: did not find expected ',' or ']'"
        + " | close the list with ']', or the braces with '}'"
    ),
    (
      "date: 2024-05-02\nupdated: 2024-05-01",
      "3:10: error: 'updated' is before 'date' | 'date' is the day of the first version, 'updated' that of the last"
    ),
    ("{é: ü, layer: x}", "2:17: error: 'layer' is a whole number | such as 'layer: 1'"),
  ]

  @Test(
    "what is wrong with front matter is said at its line",
    arguments: frontMatters)
  func mistake(_ yaml: String, _ expected: String) {
    let found = said(lesson("---\n\(yaml)\n---\ntext\n").diagnostics)
    #expect(found.contains("page.md:" + expected), "\(found)")
  }

  @Test("an unknown key far from every real one is answered with all of them")
  func unknownKey() {
    let found = said(lesson("---\nzzzzzz: 1\n---\n").diagnostics)
    #expect(found.first?.contains("| the keys are title, description, authors, date") == true)
  }

  @Test("front matter without an end is an error at its start")
  func unclosed() {
    #expect(
      said(lesson("---\ntitle: A\n\ntext\n").diagnostics).first?
        .hasPrefix("page.md:1:1: error: the front matter has no end") == true)
  }

  @Test("a course's settings are read into their type")
  func course() {
    let read = CourseSettings.parse(
      path: "course.yml",
      text: """
        title: A course
        base-url: https://a.org/b
        authors:
          - name: C
            role: D
        parts:
          - title: One
            pages: [a.md, b.md]
        bibliography: r.bib
        macros: {'\\R': '\\mathbb{R}'}
        limits: {steps: 10, seconds: 0.5}
        """)
    let settings = read.value
    #expect(read.diagnostics.isEmpty)
    #expect(settings.baseURL == "https://a.org/b/" && settings.authors.first?.role == "D")
    #expect(settings.parts.first?.pages.map(\.value) == ["a.md", "b.md"])
    #expect(settings.parts.first?.pages.last?.span.start == SourcePosition(line: 8, column: 19))
    #expect(settings.bibliography?.value == "r.bib" && settings.macros == ["\\R": "\\mathbb{R}"])
    #expect(settings.limits.steps == 10 && settings.limits.seconds == 0.5)
  }

  @Test(
    "what is wrong with a course's settings is said at its line",
    arguments: [
      ("tagline: a", "1:1: error: the course has no title | write 'title: …'"),
      ("titel: a", "1:1: error: there is no key 'titel' | did you mean 'title'?"),
      (
        "title: a\nbase-url: example.org",
        "2:11: error: 'base-url' is an address such as https://example.org/course | write 'https://example.org'"
      ),
      ("title: a\nauthors:\n  - role: b", "3:5: error: an author has no name | write 'name: …'"),
      ("title: a\nparts:\n  - pages: [b.md]", "3:5: error: a part has no title | write 'title: …'"),
      (
        "title: a\nparts: all",
        "2:8: error: this is 'key: value', line by line | the keys are title, pages"
      ),
      (
        "title: a\nmacros: {'\\R': '\\frac{1'}",
        "2:16: error: the braces of this macro are not in pairs | close each '{' with '}'; for the letter itself write '\\{'"
      ),
      (
        "title: a\nmacros: {R: x}",
        "2:10: error: a macro's name begins with a backslash | write '\\R'"
      ),
      ("title: a\nlimits: {seconds: -1}", "2:19: error: 'seconds' is more than 0"),
      (
        "title: a\nlimits: {memory: 1}",
        "2:10: error: there is no key 'memory' | the keys are source-bytes, nesting, steps, values, "
          + "output-bytes, shows, seconds, stack-megabytes, memory-megabytes"
      ),
    ])
  func courseMistake(_ yaml: String, _ expected: String) {
    let found = said(CourseSettings.parse(path: "course.yml", text: yaml).diagnostics)
    #expect(found == ["course.yml:" + expected])
  }

  @Test(
    "a day that does not exist is no date",
    arguments: [
      ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true), ("1900-02-29", false),
      ("2024-13-01", false), ("2024-00-10", false), ("2024-1-1", false), ("24-01-01", false),
      ("2024-04-31", false), ("2024-12-31", true),
    ])
  func dates(_ text: String, _ exists: Bool) {
    #expect((CalendarDate(text) != nil) == exists)
    if exists { #expect(CalendarDate(text)?.text == text) }
  }
}
