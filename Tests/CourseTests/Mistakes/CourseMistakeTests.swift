import Testing

@Suite("mistakes that concern several files")
struct CourseMistakeTests {
  private static let settings = """
    title: A course
    bibliography: references.bib
    parts:
      - title: All
        pages: [index.md, a.md]
    """

  private func said(
    _ pages: [String: String], settings: String = CourseMistakeTests.settings
  ) throws -> [String] {
    let course = try TemporaryCourse(page: "# Home\n", settings: settings)
    try course.write("@misc{key, title = {Words}}", to: "references.bib")
    try course.write("# A\n", to: "a.md")
    for (name, text) in pages { try course.write(text, to: name) }
    return try course.said()
  }

  @Test("a layer is one lesson's, and a gap in the ladder is said at the layer above it")
  func layers() throws {
    #expect(
      try said([
        "index.md": "---\nlayer: 1\n---\n# Home\n", "a.md": "---\ntitle: A\nlayer: 1\n---\n",
      ]) == [
        "a.md:3:8: error: layer 1 is the one of 'index.md' | give one of the two another number"
      ])
    #expect(
      try said(["a.md": "---\ntitle: A\nlayer: 3\n---\n"]) == [
        "a.md:3:8: warning: no lesson has layer 2, so the ladder has a gap below this one"
          + " | number the lessons from 1, each one above the last"
      ])
  }

  @Test("a check that is asked for and not there is said where it is asked for")
  func requirements() throws {
    let asking = "---\ntitle: A\nrequires:\n  - q-haf\n---\n"
    let quiz = "# Home\n\n::: quiz {#q-half}\nQ?\n\n- [x] a\n  > b\n- [ ] c\n  > d\n:::\n"
    let missing = "a.md:4:5: error: no lesson has the check 'q-haf'"
    #expect(
      try said(["a.md": asking]) == ["\(missing) | a check is a '::: quiz {#q-haf}' on a lesson"])
    #expect(
      try said(["a.md": asking, "index.md": quiz]) == ["\(missing) | did you mean 'q-half'?"])
    #expect(
      try said(["a.md": asking.replacing("q-haf", with: "index.md"), "index.md": quiz]) == [
        "a.md:4:5: error: no lesson has the check 'index.md' | the only one is 'q-half'"
      ])
  }

  @Test("a page that nobody has named is told so")
  func title() throws {
    #expect(
      try said(["a.md": "Words alone.\n"]) == [
        "a.md:1:1: warning: this page has no title"
          + " | begin it with '# …', or write 'title: …' in its front matter"
      ])
    #expect(try said(["a.md": "---\ntitle: A\n---\nWords.\n"]) == [])
  }

  @Test("a name of a file that makes no page is told so")
  func foreignNames() throws {
    #expect(
      try said(["b.markdown": "# B\n", "c.MD": "# C\n", "d.txt": "D\n"]) == [
        "b.markdown:1:1: warning: this file has no page: a lesson's name ends in '.md' | name it 'b.md'",
        "c.MD:1:1: warning: this file has no page: a lesson's name ends in '.md' | name it 'c.md'",
      ])
  }

  private static let frontMatters: [(String, [String])] = [
    (
      "+++\ntitle = \"A\"\n+++\n",
      [
        "1:1: error: the front matter is YAML, between two lines of '---' | write '---' for '+++', and 'title: …'"
      ]
    ),
    (
      "title: A\nkind: page\n---\n\nWords.\n",
      [
        "1:1: error: this does not begin the front matter | it begins with '---' in the first line of the file"
      ]
    ),
    (
      "Title: a play\n---\n\nWords.\n",
      [
        "1:1: warning: this page has no title | begin it with '# …', or write 'title: …' in its front matter"
      ]
    ),
    (
      "---\ntags: a, b\n---\n# A\n",
      ["2:7: warning: this is one tag | write 'tags: [a, b]' for several"]
    ),
    (
      "---\ntitle: Room #1\n---\n",
      [
        "2:8: warning: '#1' is a comment, and not in 'title' | put the value between quotes, or a space behind the '#'"
      ]
    ),
    ("---\ntitle: Room # the first\n---\n", []),
    ("---\ntitle: ''\n---\n# A\n", []),
    (
      "---\ntitle: \"A \"b\" c\"\n---\n",
      [
        "2:12: error: this is not YAML: did not find expected key | a quote inside of a value in quotes is written '\\\"'"
      ]
    ),
    (
      "---\ntitle: *a*\n---\n",
      [
        "2:10: error: this is not YAML: did not find expected alphabetic or numeric character | a value that begins with this character goes between quotes"
      ]
    ),
    (
      "---\ntitle: A\ndate: 23.11.2026\n---\n",
      ["3:7: error: 'date' is a date such as 2026-11-23 | write 'date: 2026-11-23'"]
    ),
    (
      "---\ntitle: A\naliases: [old.md]\n---\n",
      ["3:11: error: the address 'old.md' is no page's | write 'old.html'"]
    ),
    (
      "---\ntitle: A\naliases: [https://example.org/a.html]\n---\n",
      [
        "3:11: error: 'https://example.org/a.html' is not an address of this site | it begins at the site's root, such as 'old/page.html'"
      ]
    ),
    (
      "---\ntitle: A\naliases: [a.html]\n---\n",
      [
        "3:11: error: the address 'a.html' belongs to 'a.md' | take it out: the page is there in any case"
      ]
    ),
  ]

  @Test(
    "front matter that is written as elsewhere is told so",
    arguments: frontMatters)
  func frontMatter(_ page: String, _ expected: [String]) throws {
    let found = try said(["a.md": page])
    #expect(found == expected.map { "a.md:\($0)" })
  }

  @Test("a glossary that is a list, a table or nothing has no terms")
  func glossaryWithoutTerms() throws {
    let head = "---\nkind: glossary\n---\n# Words\n\n"
    let hint = "write a term on a line of its own, and below it a line ': What it means.'"
    #expect(
      try said(["a.md": head + "- **Gate**: a thing.\n"]) == [
        "a.md:4:1: warning: this glossary has no terms | \(hint)"
      ])
    #expect(
      try said(["a.md": head]) == ["a.md:4:1: warning: this glossary has no terms | \(hint)"])
    #expect(
      try said([
        "a.md": head + "Gate {aliases=\"gates; doors\"}\n: A thing.\n",
        "index.md": "# Home\n\nA gate.\n",
      ]) == [
        "a.md:6:7: warning: other names of a term are parted by ',' | write aliases=\"gates, doors\""
      ])
  }

  @Test("a course without a page at its root is told so")
  func firstPage() throws {
    let course = try TemporaryCourse(
      page: "# A\n", settings: "title: A\nparts:\n  - title: All\n    pages: [deep/a.md]\n")
    try course.write("# A\n", to: "deep/a.md")
    #expect(try course.said() == [])
    try course.remove("index.md")
    #expect(
      try course.said() == [
        "warning: there is no 'index.md', so the site has no first page"
          + " | make 'index.md' with 'kind: home' in its front matter"
      ])
  }

  @Test("a path in the course's settings says where paths begin")
  func paths() throws {
    #expect(
      try said(
        [:],
        settings: Self.settings.replacing("references.bib", with: "content/references.bib")
          .replacing("index.md, a.md", with: "index.md, z/b.md")
      ).map {
        $0.replacing(/in(side of)? '.*'/, with: "…")
      } == [
        "course.yml:2:15: error: there is no file 'content/references.bib' | paths begin …",
        "course.yml:5:23: error: there is no lesson 'z/b.md' | paths begin …",
      ])
  }

  @Test(
    "what is wrong with a bibliography is said at its line",
    arguments: [
      (
        "@artikel{a, title = {T}}",
        "1:1: warning: there is no kind of entry '@artikel' | did you mean '@article'?"
      ),
      (
        "@thing{a, title = {T}}",
        "1:1: warning: there is no kind of entry '@thing' | what is of no other kind is '@misc'"
      ),
      (
        "@misc{a,\n  title = {T}\n  year = 1990\n}",
        "3:3: error: a ',' is missing before this | write it behind the field above"
      ),
      (
        "@misc{a,\n  title = {T},\n  year = 1990",
        "1:1: error: this entry of the bibliography has no end | close it with '}'"
      ),
      (
        "@misc{a,\n  title = {T}, year 1990\n}",
        "2:16: error: a field of an entry is 'name = {value}' | write 'year = {…}'"
      ),
      (
        "@misc{a,\n  title = {T,\n  year = 1990\n}",
        "1:1: error: this entry of the bibliography has no end | close it with '}'"
      ),
      (
        "@misc{a,\n  title = {T",
        "2:3: error: this entry of the bibliography has no end | close the value with '}'"
      ),
      (
        "@misc{a, title = {T}, title = {U}}",
        "1:23: error: the field 'title' stands twice in 'a' | take one of the two out"
      ),
      (
        "@misc{a, title = {T}, year = 199o}",
        "1:30: error: there is no '@string' named '199o' | put the value between braces: '{199o}'"
      ),
      (
        "@misc{a, titel = {T}}",
        "1:7: warning: the entry 'a' has no title | is it misspelled? A title is 'title = {…}'"
      ),
      (
        "@misc{a, title = {T}}\n@misc{a, title = {T}}",
        "2:7: error: the key 'a' stands twice | the first one is in line 1"
      ),
      (
        "@misc{, title = {T}}",
        "1:7: error: this entry has no key | write '@misc{elman1990, …}'"
      ),
    ])
  func bibliography(_ text: String, _ expected: String) throws {
    let found = try said(["references.bib": text])
    #expect(found == ["references.bib:\(expected)"])
  }

  @Test("months and macros are values of their own")
  func macros() throws {
    let text =
      "@string{nc = {Neural Computation}}\n@misc{a, title = {T}, month = Jan, journal = nc}"
    #expect(try said(["references.bib": text]) == [])
  }

  @Test("a second term of one name is one mistake, and says where the first is")
  func terms() throws {
    let page = "---\nkind: glossary\n---\n# Words\n\nGate\n: a\n\ngate\n: b\n"
    #expect(
      try said(["a.md": page, "index.md": "# Home\n\nA gate.\n"]) == [
        "a.md:9:1: error: 'gate' is also a name of the term 'Gate' | that one is at a.md:6"
      ])
  }
}
