import Diagnostics
import SitePipeline
import Synchronization
import Testing
import Workspace

/// Pages that name each other's places, terms and figures, some with blocks.
private let pages = [
  "course.yml": """
  title: A course
  base-url: https://example.org/course/
  one-page: true
  offline: true
  parts:
    - title: All
      pages: [index.md, one.md, two.md, three.md, words.md]
  """,
  "index.md": "---\nkind: home\n---\n# Home\n\nSee [two](two.md).\n",
  "one.md": """
  # One

  The hidden state of [two](two.md#far), as @fig-line shows, and @eq-step.

  ## Here

  A gate opens.
  """,
  "two.md": """
  # Two

  Some words, and the hidden state.

  ## Far

  $$ h_t $$ {#eq-step}

  ## Further

  ```swift-rnn
  let rate = 0.5
  ```

  ```swift-rnn
  //| label: fig-line
  //| caption: A line.
  show(Chart { LineMark([1.0, rate], label: "a") })
  ```

  The rate is `{rnn} rate`.
  """,
  "three.md": """
  # Three

  A gate closes. The rest stands [in one](one.md).

  ::: include {file="_part.md"}
  :::

  ::: quiz {#q}
  What?

  - [x] This
    > Yes.
  - [ ] That
    > No.
  :::
  """,
  "_part.md": "Words from a part.\n",
  "words.md": """
  ---
  kind: glossary
  ---
  # Words

  hidden state
  : What is carried on.

  gate
  : What opens.
  """,
]

@Suite("a build after a change of words")
struct RevisionTests {
  private let course: TemporaryCourse
  private let first: BuiltSite

  init() throws {
    course = try TemporaryCourse(page: "")
    for (name, text) in pages { try course.write(text, to: name) }
    let built = try course.read().build()
    #expect(built.diagnostics.map(\.description) == [])
    first = try #require(built.value)
  }

  /// Builds with what the last build left, and from nothing: both come to the same.
  ///
  /// - Returns: the site, and whether it is a revision.
  private func rebuild(after last: BuiltSite) throws -> (site: BuiltSite, Bool) {
    let steps = Mutex<[BuildStep]>([])
    let held = try course.read().build(memory: last.memory) { step in
      steps.withLock { $0.append(step) }
    }
    let fresh = try course.read().build()
    #expect(held.diagnostics == fresh.diagnostics)
    let (site, whole) = (try #require(held.value), try #require(fresh.value))
    #expect(site.kept == [])
    #expect(site.paths == whole.paths)
    let other = zip(site.files, whole.files).filter { $0 != $1 }.map(\.0.path)
    #expect(other == [])
    #expect(site.lock == whole.lock)
    #expect(site.summary == whole.summary)
    #expect(site.reports.map(\.label) == whole.reports.map(\.label))
    let isSameMemory = site.memory.archived == whole.memory.archived
    #expect(isSameMemory)
    return (site, !steps.withLock { $0.contains(.indexing) })
  }

  private func change(_ name: String, _ old: String, _ new: String) throws {
    try course.write(pages[name], with: old, as: new, to: name)
  }

  /// How many of the files are other ones.
  private func difference(_ site: BuiltSite) -> [String] {
    let before = Dictionary(uniqueKeysWithValues: first.files.map { ($0.path, $0.bytes) })
    return site.files.filter { before[$0.path] != $0.bytes }.map(\.path)
  }

  @Test("nothing has to be made again of a course that says what it said")
  func nothing() throws {
    let (site, isRevision) = try rebuild(after: first)
    #expect(isRevision)
    #expect(difference(site) == [])
  }

  @Test("a new word makes its own page and what repeats it")
  func word() throws {
    try change("three.md", "The rest", "The last")
    let (site, isRevision) = try rebuild(after: first)
    #expect(isRevision)
    #expect(
      difference(site) == ["offline-worker.js", "print.html", "three.html", "three.md"])
  }

  @Test(
    "words, links, uses of terms, places that nobody asks for and programs are enough to revise",
    arguments: [
      ("one.md", "A gate opens.", "The hidden state, and more.\n\nA gate opens."),
      ("one.md", "A gate opens.", "Nothing opens."),
      ("one.md", "A gate opens.", "It leads [on](three.md)."),
      ("three.md", "[in one](one.md)", "nowhere"),
      ("index.md", "[two](two.md)", "[three](three.md)"),
      ("one.md", "## Here", "## There"),
      ("two.md", "h_t", "h_{t-1}"), ("two.md", "rate = 0.5", "rate = 0.25"),
      ("two.md", "[1.0, rate]", "[1.0, rate, 3.0]"), ("two.md", "The rate is", "It is"),
      ("three.md", "Yes.", "Yes, that."),
    ])
  func words(name: String, old: String, new: String) throws {
    try change(name, old, new)
    let (site, isRevision) = try rebuild(after: first)
    #expect(isRevision)
    #expect(difference(site) != [])
  }

  @Test(
    "what other pages show, and what is to be said, needs a whole build",
    arguments: [
      ("two.md", "# Two", "# Deux"), ("two.md", "{#eq-step}", "{#eq-first}"),
      ("two.md", "## Far", "## Near"), ("two.md", "A line.", "Another line."),
      ("two.md", "let rate = 0.5", "let rate = nought"),
      ("two.md", "//| label: fig-line\n", "//| label: fig-line\n//| echo: maybe\n"),
      ("three.md", "What?", "How?"), ("three.md", "# Three", "---\ndraft: true\n---\n# Three"),
      ("three.md", "[in one](one.md)", "[in one](four.md)"), ("three.md", "# Three\n", ""),
      ("one.md", "@eq-step", "@eq-none"), ("words.md", "carried on", "carried over"),
      ("_part.md", "a part", "another part"), ("course.yml", "title: A course", "title: B"),
    ])
  func more(name: String, old: String, new: String) throws {
    try change(name, old, new)
    let (_, isRevision) = try rebuild(after: first)
    #expect(!isRevision)
  }

  @Test("a term that is used no longer, or for the first time, needs a whole build")
  func terms() throws {
    try change("one.md", "A gate opens.", "Nothing opens.")
    let (first, _) = try rebuild(after: first)
    try change("three.md", "A gate closes.", "Nothing closes.")
    let (second, isSecond) = try rebuild(after: first)
    #expect(!isSecond)
    // What is said of another file stays said.
    try change("two.md", "Some words", "Other words")
    let (third, isThird) = try rebuild(after: second)
    #expect(isThird)
    try change("three.md", "A gate closes.", "A gate closes again.")
    let (_, isFourth) = try rebuild(after: third)
    #expect(!isFourth)
  }

  @Test("one revision follows another, and a whole build follows them")
  func chain() throws {
    var last = first
    for (number, name) in ["one.md", "two.md", "three.md", "two.md"].enumerated() {
      let text = try #require(pages[name])
      try course.write("\(text)\nWord number \(number), a [link](index.md).\n", to: name)
      let (next, isRevision) = try rebuild(after: last)
      #expect(isRevision)
      last = next
      last.memory.forgetTexts()
    }
    try change("course.yml", "title: A course", "title: Another course")
    let (_, isRevision) = try rebuild(after: last)
    #expect(!isRevision)
  }

  @Test("a file more needs a whole build, and so does a file less")
  func files() throws {
    try course.write("# Four\n", to: "four.md")
    let (more, isFirst) = try rebuild(after: first)
    try course.remove("four.md")
    let (_, isSecond) = try rebuild(after: more)
    #expect(!isFirst && !isSecond)
  }

  @Test("a block that fails is run once, though its page is no revision")
  func failing() throws {
    let here = try #require(try course.read().patientStage)
    let performed = Mutex<[String]>([])
    let stage = Stage { order in
      performed.withLock { $0.append(order.page.path) }
      return here.perform(order)
    }
    try change("two.md", "let rate = 0.5", "let rate = nought")
    let built = try course.read().build(memory: first.memory, stage: stage)
    #expect(built.diagnostics.containsError)
    #expect(performed.withLock { $0.count } == 1)
  }

  @Test("another template is another theme, also for what the last build had read")
  func templates() throws {
    let templates = course.folder.appending(path: "templates").path
    func build(_ words: String, after last: BuildMemory) throws -> BuiltSite {
      try course.write("<p>\(words)</p>\n", to: "../templates/components/not-found.mustache")
      let content = course.folder.appending(path: "content").path
      let read = try CourseOnDisk(content: content, templates: templates)
      return try #require(read.build(memory: last).value)
    }
    var last = BuildMemory.none
    for words in ["Nothing is here.", "Nothing is there.", "Nothing is there."] {
      let site = try build(words, after: last)
      let page = try #require(site.file(at: "404.html"))
      #expect(String(decoding: page.bytes, as: UTF8.self).contains(words))
      last = site.memory
    }
  }

  @Test("after a build that left pages on the disk everything is built")
  func kept() throws {
    let stored = try BuildMemory(archived: first.memory.archived)
    let kept = try #require(try course.read().build(memory: stored).value)
    #expect(!kept.kept.isEmpty)
    try change("one.md", "opens", "shuts")
    let steps = Mutex<[BuildStep]>([])
    _ = try course.read().build(memory: kept.memory) { step in steps.withLock { $0.append(step) } }
    #expect(steps.withLock { $0.contains(.indexing) })
  }
}
