import Testing

/// What an author writes and what stands in the page.
@Suite("pages")
struct PageTests {
  private func body(_ markdown: String, _ more: [String: String] = [:]) throws -> String {
    let course = try TemporaryCourse(page: "# A page\n\n\(markdown)\n")
    for (name, text) in more { try course.write(text, to: name) }
    let built = try course.read().build()
    #expect(built.diagnostics.map(\.description) == [])
    return try #require(try course.built())
  }

  @Test("a reference names the figure and leads to it")
  func references() throws {
    let html = try body(
      """
      ```swift-rnn
      //| label: fig-loop
      //| caption: A loop.
      show(LoopDiagram(cell: .gru))
      ```

      See @fig-loop.
      """)
    #expect(html.contains(##"href="#fig-loop""##))
    #expect(html.contains(">Figure 1</a>"))
    #expect(html.contains(#"id="fig-loop""#))
    #expect(html.contains("<b>Figure 1.</b> A loop."))
  }

  @Test("a number in prose is the run's")
  func bindings() throws {
    let html = try body(
      """
      ```swift-rnn
      let answer = 6 * 7
      ```

      The answer is `{rnn} answer`, and half of it `{rnn} Double(answer) / 2`.
      """)
    #expect(html.contains("The answer is 42, and half of it 21.0."))
  }

  @Test("what a block prints stands below it")
  func output() throws {
    let html = try body("```swift-rnn\nprint(\"1 < 2\")\n```")
    #expect(html.contains("1 &lt; 2"))
  }

  @Test("an error that a block is there to show is shown, and is none")
  func expectedErrors() throws {
    let html = try body(
      """
      ```swift-rnn
      //| expect-error: the input has 2 features
      let lstm = LSTM(inputSize: 3, hiddenSize: 4)
      let trace = lstm.trace([[1.0, 2.0]])
      ```
      """)
    #expect(html.contains("the input has 2 features at each time-step, and the layer takes 3"))
  }

  @Test("a link to a lesson leads to its page, a term's to the glossary")
  func links() throws {
    let html = try body(
      "A forget gate is in [the other lesson](other.md#part).",
      [
        "other.md": "# Other\n\n## Part\n\nWords.\n",
        "glossary.md":
          "---\nkind: glossary\n---\n# Glossary\n\nForget gate {aliases=\"forget gates\"}\n"
          + ": Decides what stays.\n",
      ])
    #expect(html.contains(#"href="other.html#part""#))
    #expect(html.contains(#"href="glossary.html#term-forget-gate""#))
    #expect(html.contains("Decides what stays."))
  }

  @Test(
    "a term is found by whole words, whether the text has letters of ASCII alone or not",
    arguments: ["", "é "])
  func words(before: String) throws {
    let glossary = "---\nkind: glossary\n---\n# Glossary\n\nLSTM\n: A cell.\n"
    for (text, isFound) in [
      ("an LSTM.", true), ("(lstm)", true), ("LSTM", true), ("two LSTMs", false),
      ("LSTM2", false), ("an LSTM-cell", false), ("an LSTM's cell", false), ("my_LSTM", false),
    ] {
      let html = try body(
        "\(before)\(text)\n", ["glossary.md": glossary, "other.md": "# Other\n\nAn LSTM.\n"])
      #expect(html.contains(#"href="glossary.html#term-lstm""#) == isFound, "\(before)\(text)")
    }
  }

  @Test("a term is not linked on the page that its entry leads to")
  func taughtTerms() throws {
    let glossary =
      "---\nkind: glossary\n---\n# Glossary\n\n"
      + "Forget gate\n: Decides what stays. See [the lesson](index.md#gates).\n\n"
      + "Input gate\n: Decides what comes in.\n"
    let html = try body(
      "## Gates\n\nA forget gate and an input gate.\n", ["glossary.md": glossary])
    #expect(!html.contains(#"href="glossary.html#term-forget-gate""#))
    #expect(html.contains(#"href="glossary.html#term-input-gate""#))
    let other = try body(
      "A forget gate and an input gate.\n",
      [
        "glossary.md": glossary.replacing("index.md#gates", with: "other.md"),
        "other.md": "# Other\n\nWords.\n",
      ])
    #expect(other.contains(#"href="glossary.html#term-forget-gate""#))
  }

  @Test("a page says where its file can be edited, and under which name progress is kept")
  func settingsOfThePage() throws {
    let settings = """
      id: memory
      title: A course
      edit-url: https://example.org/edit/main/content
      parts: [{title: All, pages: [index.md]}]
      """
    let course = try TemporaryCourse(page: "# A page\n", settings: settings)
    try course.write("# An other page\n", to: "an other/page.md")
    let html = try #require(try course.built("an other/page.html"))
    #expect(html.contains("\"https://example.org/edit/main/content/an%20other/page.md\""))
    #expect(html.contains("data-course=\"memory\""))
    let wrong = try TemporaryCourse(page: "# A page\n", settings: "id: My Course\ntitle: A\n")
    let said = try wrong.read().build().diagnostics
    #expect(said.map(\.message) == ["'id' has small letters, digits and dashes"])
    #expect(said.map(\.hint) == ["write 'my-course'"])
  }

  @Test("a citation is numbered and its work listed")
  func citations() throws {
    let course = try TemporaryCourse(
      page: "# A page\n\nSee [@elman1990, p. 180].\n",
      settings:
        "title: A course\nbibliography: refs.bib\nparts:\n  - title: All\n    pages: [index.md]\n")
    try course.write(
      """
      @article{elman1990, author = {Jeffrey L. Elman}, year = 1990,
        title = {Finding {Structure} in Time}, journal = "Cognitive Science", pages = {179--211}}
      """, to: "refs.bib")
    let html = try #require(try course.built())
    #expect(html.contains(##"href="#ref-elman1990""##))
    #expect(html.contains("Elman, J. L. (1990). Finding Structure in Time."))
    #expect(html.contains("<cite>Cognitive Science</cite>, 179–211."))
  }

  @Test("text is never markup")
  func escaping() throws {
    let html = try body("1 < 2 & \"3\" `<b>` $a < b$")
    #expect(html.contains("1 &lt; 2 &amp; “3” <code>&lt;b&gt;</code>"))
    #expect(!html.contains("<b>`"))
  }

  @Test("a course builds to the same bytes every time")
  func sameBytes() throws {
    let course = try TemporaryCourse(
      page: """
        # A page

        ```swift-rnn
        //| label: fig-a
        let rnn = SimpleRNN(inputSize: 1, hiddenSize: 8, seed: 1)
        show(Chart { LineMark(rnn.gradientNorms(steps: 9), label: "h") })
        ```
        """)
    let first = try #require(try course.read().build().value)
    let second = try #require(try course.read().build().value)
    #expect(first.files == second.files)
  }

  @Test("a reference to a figure that a mistake kept from being drawn is no second mistake")
  func followingMistake() throws {
    let course = try TemporaryCourse(
      page: """
        # A page

        ```swift-rnn
        //| label: fig-a
        show(LoopDiagram(cel: .gru))
        ```

        See @fig-a and @fig-b.
        """)
    let said = try course.read().build().diagnostics.map(\.message)
    #expect(said.count == 2)
    #expect(said.last == "nothing in the course has the label 'fig-b'")
  }

  @Test("an error of drawing may be expected too, and its absence is one")
  func expectedDrawingError() throws {
    let html = try body(
      """
      ```swift-rnn
      //| expect-error: the figure has no data
      show(Chart { LineMark([-1.0, -2.0]) }.yAxis("y", scale: .log))
      ```
      """)
    #expect(html.contains("What Unroller says"))
    let course = try TemporaryCourse(
      page: "# A page\n\n```swift-rnn\n//| expect-error: x\nshow(LoopDiagram(cell: .gru))\n```\n")
    #expect(
      try course.read().build().diagnostics.map(\.message) == [
        "this block should fail, but nothing is wrong with it"
      ])
  }
}
