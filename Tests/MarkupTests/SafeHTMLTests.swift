import Diagnostics
import Markup
import Testing

@Suite("raw HTML")
struct SafeHTMLTests {
  private func filtered(_ html: String) -> Diagnosed<String> {
    SafeHTML.filtered(html, at: Span(path: "page.md", line: 5, column: 3))
  }

  @Test(
    "what marks up or lays out stays",
    arguments: [
      "<p>a &amp; b</p>", "<div class=\"x\" aria-label=\"y\">\n<b>z</b>\n</div>", "<br />",
      "<a href=\"https://a.org/?b&amp;c\" title=\"d\">e</a>",
      "<details open><summary>f</summary></details>",
      "<img src=\"a.png\" alt=\"\" width=\"3\">", "a < b",
    ])
  func kept(_ html: String) {
    #expect(filtered(html).diagnostics.isEmpty)
    #expect(filtered(html).value == html.replacing("a < b", with: "a &lt; b"))
  }

  @Test(
    "what runs, loads or asks is text, and said",
    arguments: [
      ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
      ("<SCRIPT SRC=//a>", "&lt;SCRIPT SRC=//a&gt;"),
      ("<svg/onload=x>", "&lt;svg/onload=x&gt;"), ("<iframe src=a>", "&lt;iframe src=a&gt;"),
      ("<style>a{}</style>", "&lt;style&gt;a{}&lt;/style&gt;"),
      ("<base href=a>", "&lt;base href=a&gt;"),
      ("<b onclick=x>y</b>", "<b>y</b>"), ("<img src=x onerror=alert(1)>", "<img src=\"x\">"),
      ("<img/src=x/onerror=y>", "<img src=\"x/onerror=y\">"), ("<b style='x:y'>", "<b>"),
      ("<a href=javascript:x>y</a>", "<a>y</a>"), ("<a href=' java&#115;cript&colon;x'>", "<a>"),
      ("<a href='&#x6a;avascript:x'>", "<a>"), ("<a href=\"java\nscript:x\">", "<a>"),
      ("<a href=data:text/html,x>", "<a>"), ("<b \"onclick=x>", "<b>"), ("<b =onclick=x>", "<b>"),
      ("<!-- <script>x</script> -->y", "y"), ("<!-- x", ""), ("<b onclick='x", "&lt;b onclick='x"),
      ("<<script>x", "&lt;&lt;script&gt;x"), ("<?php x ?>", "&lt;?php x ?>"),
      ("<!DOCTYPE x>", "&lt;!DOCTYPE x>"),
    ])
  func dropped(_ html: String, _ expected: String) {
    #expect(filtered(html).value == expected)
  }

  @Test("a mistake stands at its tag")
  func places() {
    #expect(
      said(filtered("<b>a</b> <script>\n<i onclick=b></i>").diagnostics) == [
        "page.md:5:12: error: the element 'script' is not let into a page | 'html: filtered' in course.yml keeps what only marks up; 'unfiltered' keeps all",
        "page.md:6:1: error: the attribute 'onclick' is not let into a page | take it out; the theme says how things look",
      ])
  }
}
