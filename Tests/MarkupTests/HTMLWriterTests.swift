import Markup
import Testing

/// Our own examples of each feature; the specification's run in `GFMSpecTests`.
@Suite("HTML")
struct HTMLWriterTests {
  @Test(
    "blocks become elements, each on its line",
    arguments: [
      ("a\nb", "<p>a\nb</p>\n"),
      ("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n"),
      ("# A *b*", "<h1 id=\"a-b\">A <em>b</em></h1>\n"),
      ("> a\n>\n> - b", "<blockquote>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</blockquote>\n"),
      ("---", "<hr>\n"),
      ("```swift x\na<b\n```", "<pre><code class=\"language-swift\">a&lt;b\n</code></pre>\n"),
      ("<b>x</b>", "<p><b>x</b></p>\n"),
      ("$$\na<b\n$$ {#eq-a}", "<math block eq-a>a&lt;b\n</math>\n"),
      (
        "Term\n: *Meaning*\n: Other",
        "<dl><dt>Term</dt><dd><em>Meaning</em></dd><dd>Other</dd></dl>\n"
      ),
      ("::: note\na\n:::", "<note>\n<p>a</p>\n</note>\n"),
    ])
  func blocks(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(
    "lists are tight or loose, start where they start, and nest",
    arguments: [
      ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
      ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
      ("3. a\n   - b", "<ol start=\"3\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>\n"),
      ("0. a", "<ol start=\"0\">\n<li>a</li>\n</ol>\n"),
      ("-", "<ul>\n<li></li>\n</ul>\n"),
      (
        "- [x] a\n- [ ] b\n- c",
        "<ul class=\"tasks\">\n<li><input type=\"checkbox\" disabled checked> a</li>\n"
          + "<li><input type=\"checkbox\" disabled> b</li>\n<li>c</li>\n</ul>\n"
      ),
    ])
  func lists(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test("a table has a head, sides and, if a paragraph below gives it one, a caption")
  func table() {
    #expect(
      html("| a | b |\n|:-:|--:|\n| c | `d|` \\| e |\n\n: What it *shows* {#tbl-a}")
        == """
        <table>
        <caption>What it <em>shows</em></caption>
        <thead>
        <tr>
        <th scope="col" class="center">a</th>
        <th scope="col" class="right">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="center">c</td>
        <td class="right">`d</td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test(
    "inlines become elements",
    arguments: [
      ("*a* **b** ~~c~~ `d`", "<em>a</em> <strong>b</strong> <del>c</del> <code>d</code>"),
      ("[a *b*](c \"d\")", "<a href=\"c\" title=\"d\">a <em>b</em></a>"),
      ("![a *b*](c.png \"d\")", "<img src=\"c.png\" alt=\"a b\" title=\"d\">"),
      ("@fig-a [@b; @c] `{rnn} d` $e$", "<ref fig-a> <cite b c> <value d> <math>e</math>"),
      ("a[^1]\n\n[^1]: b", "a<note 0>"),
      ("& < > \" &copy;", "&amp; &lt; &gt; &quot; ©"),
    ])
  func inlines(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test("words outside of headings, links and code are offered to the glossary")
  func words() {
    #expect(
      html("# gradient\n\ngradient *gradient* [gradient](a) `gradient`")
        == "<h1 id=\"gradient\">gradient</h1>\n"
        + "<p><term> <em><term></em> <a href=\"a\">gradient</a> <code>gradient</code></p>\n")
  }

  @Test(
    "an address is encoded, and one that would run a program is empty",
    arguments: [
      ("a b.md", "a%20b.md"), ("ü?a=b&c=d#e", "%C3%BC?a=b&amp;c=d#e"), ("a%20b", "a%20b"),
      ("\"'<>", "%22&#x27;%3C%3E"), ("javascript:alert(1)", ""), (" java\nscript:x", ""),
      ("JAVASCRIPT:x", ""), ("vbscript:x", ""), ("data:text/html,x", ""), ("file:///etc", ""),
      ("data:image/png;base64,AA", "data:image/png;base64,AA"), ("data:image/svg+xml;x", ""),
      ("https://a.org/(b)", "https://a.org/(b)"), ("mailto:a@b.org", "mailto:a@b.org"),
    ])
  func addresses(_ address: String, _ expected: String) {
    #expect(escapedAddress(address) == expected)
  }

  @Test(
    "headings have ids of their own, made from their words and once a page",
    arguments: [
      ("# A b!\n# A b\n# A-b", ["a-b", "a-b-1", "a-b-2"]),
      ("# B {#a}\n# A", ["a", "a-1"]), ("# A\n# B {#a}", ["a-1", "a"]),
      ("# Über 3 $x$ `y_z`", ["über-3-x-y_z"]), ("# !?\n# ?!", ["section", "section-1"]),
      ("> # A\n\n- # A\n\n::: n\n# A\n:::\n", ["a", "a-1", "a-2"]),
    ])
  func headingIDs(_ markdown: String, _ expected: [String]) {
    let ids = html(markdown).matches(of: /<h1 id="([^"]*)">/).map { String($0.1) }
    #expect(ids == expected)
  }

  @Test("a heading's attributes are its id and nothing else")
  func headingAttributes() {
    #expect(
      mistakes("# A {#a key=b}") == [
        "page.md:1:9: error: a heading has no attribute 'key' | it has an id: '{#b}'"
      ])
    #expect(html("# Braces {like these}").contains(">Braces {like these}<"))
  }
}
