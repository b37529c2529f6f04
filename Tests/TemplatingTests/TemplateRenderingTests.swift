import Templating
import Testing

@Suite("filling templates")
struct TemplateRenderingTests {
  @Test("text is escaped and HTML is not")
  func escaping() {
    let lesson = LessonModel(title: "<b> & \"c\" 'd'", body: "<p>a & b</p>")
    #expect(rendered("{{title}}", lesson) == "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;")
    #expect(rendered("{{{body}}}", lesson) == "<p>a & b</p>")
  }

  @Test("words and the way to the top are there for every template, escaped")
  func words() {
    #expect(rendered("{{root}}a.css {{words.skip}}", root: "../") == "../a.css Skip &lt;it&gt;")
  }

  @Test("a missing or empty text hides its section and shows its opposite")
  func missing() {
    let template = "{{#lead}}<p>{{lead}}</p>{{/lead}}{{^lead}}-{{/lead}}"
    #expect(rendered(template) == "-")
    #expect(rendered(template, LessonModel(lead: "")) == "-")
    #expect(rendered(template, LessonModel(lead: "a")) == "<p>a</p>")
  }

  @Test("a text that is missing is not looked for in the models around it")
  func noLeaking() {
    let lesson = LessonModel(title: "outer", links: [LinkModel(title: nil, href: "a")])
    #expect(rendered("{{#links}}[{{title}}]{{/links}}", lesson) == "[]")
  }

  @Test("lists keep their order, and flags choose")
  func lists() {
    let links = ["a", "b", "c"].map { LinkModel(title: $0, href: $0, isCurrent: $0 == "b") }
    let template = "{{#links}}{{title}}{{#isCurrent}}!{{/isCurrent}} {{/links}}"
    #expect(rendered(template, LessonModel(links: links)) == "a b! c ")
    #expect(rendered("{{#links}}x{{/links}}{{^links}}none{{/links}}") == "none")
  }

  @Test("a list of texts shows each by a dot")
  func texts() {
    #expect(rendered("{{#tags}}<{{.}}>{{/tags}}", LessonModel(tags: ["a", "&"])) == "<a><&amp;>")
  }

  @Test("an object is reached by a section and by a dot")
  func objects() {
    let lesson = LessonModel(next: LinkModel(title: "LSTM", href: "lstm.html"))
    #expect(rendered("{{#next}}{{href}}{{/next}} {{next.title}}", lesson) == "lstm.html LSTM")
    #expect(rendered("{{#next}}{{href}}{{/next}}") == "")
  }

  @Test("a template may inherit from another and fill its blocks")
  func inheritance() {
    let result = library([
      "page": "{{<layout}}{{$main}}{{title}}{{/main}}{{/layout}}",
      "layout": "<main>{{$main}}nothing{{/main}}</main><p>{{$foot}}foot{{/foot}}</p>",
    ])
    #expect(result.diagnostics.isEmpty)
    #expect(
      result.value.render("page", LessonModel(), root: "") == "<main>Gates</main><p>foot</p>")
  }

  @Test("models of one shape differ in their texts alone, wherever a template shows them")
  func shapes() {
    let templates = library([
      "page":
        "{{title}}: {{#links}}<{{#title}}{{title}}{{/title}}{{^title}}-{{/title}}>{{/links}}{{title}}"
    ]).value
    func links(_ titles: [String?]) -> String {
      let links = titles.map { LinkModel(title: $0, href: "x") }
      return templates.render("page", LessonModel(title: "t", links: links), root: "")
    }
    #expect(links(["a", nil]) == "t: <a><->t")
    #expect(links(["b", nil]) == "t: <b><->t")
    #expect(links([nil, "b"]) == "t: <-><b>t")
    #expect(links(["b", "1", "\u{1}0\u{1}"]) == "t: <b><1><\u{1}0\u{1}>t")
    #expect(links([]) == "t: t")
  }

  @Test("a part that stands indented is indented, and so is what follows a text that ends its line")
  func indentation() {
    let templates = library([
      "page": "<div>\n  {{>part}}\n</div>", "part": "<p>\n{{{body}}}{{title}}\n</p>\n",
    ]).value
    func page(_ body: String) -> String {
      templates.render("page", LessonModel(title: "t", body: body), root: "")
    }
    #expect(page("a") == "<div>\n  <p>\n  at\n  </p>\n</div>")
    #expect(page("b") == "<div>\n  <p>\n  bt\n  </p>\n</div>")
    #expect(page("a\n") == "<div>\n  <p>\n  a\n  t\n  </p>\n</div>")
    #expect(page("") == "<div>\n  <p>\n  t\n  </p>\n</div>")
  }

  @Test("what an author writes is never read as a template")
  func noInjection() {
    #expect(rendered("{{title}}", LessonModel(title: "{{body}}")) == "{{body}}")
    #expect(rendered("{{{body}}}", LessonModel(body: "{{title}}")) == "{{title}}")
  }
}
