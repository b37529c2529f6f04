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

  @Test("what many pages share is filled once, and every page comes out as before")
  func filled() {
    let files: KeyValuePairs = [
      "page": "{{>head}}{{>foot}}\n{{#next}}{{>foot}}{{>link}}{{/next}}{{{body}}}",
      "head": "<b>{{title}}</b>\n", "foot": "{{title}} {{root}} <%%%% {{words.skip}}",
      "link": "{{href}}",
    ]
    let shared = TitleModel(title: "a & {{b}}")
    let lesson = LessonModel(title: shared.title, next: LinkModel(title: "c", href: "d"))
    let templates = library(files).value
    let filled = templates.filled(with: shared, root: "../", in: "page")
    #expect(filled.render("page", lesson, root: "../").hasPrefix("<b>a &amp; {{b}}</b>\n"))
    #expect(
      filled.render("page", lesson, root: "../") == templates.render("page", lesson, root: "../"))
    // Only what reads the title alone is fixed: another title does not reach it.
    let other = LessonModel(title: "other", next: lesson.next)
    #expect(
      filled.render("page", other, root: "../")
        == "<b>a &amp; {{b}}</b>\nother ../ <%%%% Skip &lt;it&gt;\nc ../ <%%%% Skip &lt;it&gt;d<p>x</p>"
    )
  }

  @Test("what an author writes is never read as a template")
  func noInjection() {
    #expect(rendered("{{title}}", LessonModel(title: "{{body}}")) == "{{body}}")
    #expect(rendered("{{{body}}}", LessonModel(body: "{{title}}")) == "{{title}}")
  }
}
