import Markup
import Testing

@Suite("highlighting")
struct HighlightingTests {
  /// `kind:word` for each token.
  private func words(_ code: String, _ language: String) -> String {
    let bytes = Array(code.utf8)
    let tokens = Highlighter.tokens(of: code, language: language) ?? []
    return tokens.map {
      "\($0.kind.rawValue):\(String(decoding: bytes[$0.range], as: UTF8.self))"
    }.joined(separator: " ")
  }

  @Test(
    "the words of a dozen languages are told apart",
    arguments: [
      ("python", "def f(x): # c", "keyword:def call:f comment:# c"),
      (
        "python", "@cached\nx = f\"a{b}\" + 1.5e-3",
        "attribute:@cached operator:= string:f\"a{b}\" operator:+ number:1.5e-3"
      ),
      ("python", "'''a\nb''' Model.fit", "string:'''a\nb''' type:Model member:fit"),
      (
        "bash", "for f in *.md; do echo \"$f\" # c",
        "keyword:for keyword:in operator:* keyword:do string:\"$f\" comment:# c"
      ),
      ("bash", "echo ${HOME}#x $1", "member:${HOME} member:$1"),
      ("json", "{\"a\": [1, true, \"b\"]}", "member:\"a\" number:1 keyword:true string:\"b\""),
      (
        "yaml", "title: A course\nlayer: 2 # c\ntags: [a, \"b\"]",
        "member:title member:layer number:2 comment:# c member:tags string:\"b\""
      ),
      (
        "toml", "[package]\nname = \"x\" # c\nn = 1",
        "type:[package] member:name operator:= string:\"x\" comment:# c member:n operator:= number:1"
      ),
      (
        "c", "#include <a.h>\nint f(void) { return 'c'; } /* d */",
        "attribute:#include operator:< member:h operator:> type:int call:f type:void keyword:return string:'c' comment:/* d */"
      ),
      (
        "js", "const a = `b`; // c\nnew Map().get(1)",
        "keyword:const operator:= string:`b` comment:// c keyword:new type:Map call:get number:1"
      ),
      (
        "css", "@media { a { color: #fff; } /* b */ }",
        "attribute:@media member:color comment:/* b */"
      ),
      (
        "html", "<a href=\"b\">c &amp; d</a><!-- e -->",
        "keyword:<a member:href string:\"b\" keyword:> number:&amp; keyword:</a keyword:> comment:<!-- e -->"
      ),
      (
        "diff", "--- a\n+++ b\n@@ 1 @@\n-x\n+y\n z",
        "comment:--- a comment:+++ b attribute:@@ 1 @@ deleted:-x inserted:+y"
      ),
      ("console", "$ echo 'a'\na", "comment:$ string:'a'"),
      (
        "markdown", "# T\n::: note\na `b` $c$\n```\n# d\n```",
        "keyword:# T attribute:::: note string:`b` number:$c$ attribute:``` attribute:```"
      ),
      ("tex", "\\frac{a}{b} % c", "keyword:\\frac comment:% c"),
      ("text", "if x", ""),
    ])
  func tokens(_ language: String, _ code: String, _ expected: String) {
    #expect(words(code, language) == expected)
  }

  @Test("a language that is not known has no tokens, and its code stays as it is")
  func unknown() {
    #expect(Highlighter.tokens(of: "a", language: "klingon") == nil)
    #expect(Highlighter.html("a < b", language: "klingon") == "a &lt; b")
  }

  @Test("words become spans, and everything is escaped")
  func spans() {
    #expect(
      Highlighter.html("if a < \"<\"", language: "python")
        == "<span class=\"tok-keyword\">if</span> a <span class=\"tok-operator\">&lt;</span> "
        + "<span class=\"tok-string\">&quot;&lt;&quot;</span>")
  }

  @Test("a marked line is wrapped whole, also inside of a long comment")
  func marked() {
    #expect(
      Highlighter.html("a\n/* b\nc */ d\n", language: "c", marked: [2...2])
        == "a\n<span class=\"line-mark\"><span class=\"tok-comment\">/* b</span></span>\n"
        + "<span class=\"tok-comment\">c */</span> d\n")
  }

  @Test("no code is too broken to be coloured", arguments: Highlighter.languages)
  func broken(_ language: String) {
    for code in [
      "\"", "'''", "/*", "<a b=\"", "<!--", "\\", "$", "${", "@", "#", "&", "[", "\u{FFFD}é\"",
      "1e", "a\r\n\"b\r\n", "$ ",
    ] {
      let html = Highlighter.html(code, language: language, marked: [1...1])
      #expect(html.hasPrefix("<span class=\"line-mark\">"))
    }
  }
}
