import Diagnostics
import Templating
import Testing

@Suite("mistakes in templates")
struct TemplateLintTests {
  @Test(
    "a mistake is told at its place",
    arguments: [
      ("a\n {{titel}}", "2:2: error: there is no field 'titel' | did you mean 'title'?"),
      ("{{next.hreff}}", "1:1: error: there is no field 'hreff' in 'next' | did you mean 'href'?"),
      ("{{words.skpi}}", "1:1: error: there is no field 'skpi' in 'words' | did you mean 'skip'?"),
      ("{{#lnks}}{{/lnks}}", "1:1: error: there is no field 'lnks' | did you mean 'links'?"),
      ("{{^lnks}}{{/lnks}}", "1:1: error: there is no field 'lnks' | did you mean 'links'?"),
      ("é {{isCurrent}}", "1:4: error: there is no field 'isCurrent'"),
      (
        "{{{title}}}",
        "1:1: error: 'title' is text and would go into the page unescaped | write {{title}}"
      ),
      (
        "{{body}}", "1:1: error: 'body' is HTML and would be shown as its source | write {{{body}}}"
      ),
      ("{{links}}", "1:1: error: 'links' is nothing to show | use it as {{#links}}"),
      ("{{>foott}}", "1:1: error: there is no template 'foott' | did you mean 'foot'?"),
      ("{{>page}}", "1:1: error: 'page' includes itself"),
      ("{{.}}", "1:1: error: there is no field '.'"),
      ("a{{}}", "1:2: error: this tag has no name | Write a field's name between the braces."),
      ("{{{ }}}", "1:1: error: this tag has no name | Write a field's name between the braces."),
      ("{{..}}", "1:1: error: this tag has no name | Write a field's name between the braces."),
      ("{{% CONTENT_TYPE:HTML}}", "1:1: error: templates have no settings"),
      ("{{#next}}", "1:1: error: 'next' is opened and not closed | Close it with '{{/next}}'."),
      ("{{#next}}{{/nxt}}", "1:10: error: '{{/nxt}}' stands where 'next' should be closed"),
      ("a{{/next}}", "1:2: error: '{{/next}}' closes nothing"),
      ("a {{title", "1:3: error: this tag has no '}}'"),
      ("{{{body}}", "1:1: error: this tag has no '}}}'"),
      ("{{ #next}}x", "1:1: error: no space may stand before '#'"),
      ("a\u{1}b", "1:2: error: no control character may stand in a template"),
      ("{{links.href}}", "1:1: error: there is no field 'href' in 'links'"),
      ("{{=<% %>=}}", "1:1: error: templates keep '{{' and '}}' as their braces"),
    ])
  func places(text: String, expected: String) {
    #expect(mistakes(["page": text, "foot": ""]) == ["theme/page.mustache:\(expected)"])
  }

  @Test("the mark covers the whole tag")
  func width() {
    let span = library(["page": "{{nope}}"]).diagnostics.first?.span
    #expect(span == Span(path: "theme/page.mustache", line: 1, column: 1, length: 8))
  }

  @Test("a partial is checked with the fields of the place that includes it, each mistake once")
  func partials() {
    let files: KeyValuePairs = [
      "page": "{{#links}}{{>link}}{{/links}}{{#next}}{{>link}}{{/next}}",
      "link": "{{href}}{{hrf}}",
    ]
    #expect(
      mistakes(files) == [
        "theme/link.mustache:1:9: error: there is no field 'hrf' | did you mean 'href'?"
      ])
    #expect(
      mistakes(["page": "{{>link}}", "link": "{{href}}"]) == [
        "theme/link.mustache:1:1: error: there is no field 'href'"
      ])
  }

  @Test("templates that include each other in a circle are an error, not a crash")
  func circle() {
    #expect(
      mistakes(["page": "{{>a}}{{>a}}", "a": "{{>b}}{{>b}}", "b": "{{>a}}{{>page}}"]) == [
        "theme/b.mustache:1:1: error: 'a' includes itself",
        "theme/b.mustache:1:7: error: 'page' includes itself",
      ])
  }

  @Test("a block that the inherited template does not have is an error")
  func blocks() {
    #expect(
      mistakes([
        "page": "{{<layout}}{{$mian}}x{{/mian}}{{/layout}}",
        "layout": "{{$main}}{{/main}}",
      ]) == [
        "theme/page.mustache:1:12: error: 'layout' has no block 'mian' | did you mean 'main'?"
      ])
  }

  @Test("a block is checked with the fields of the place that it fills")
  func blockFields() {
    #expect(
      mistakes([
        "page": "{{<layout}}{{$item}}{{href}}{{/item}}{{/layout}}",
        "layout": "{{#links}}{{$item}}{{title}}{{/item}}{{/links}}",
      ]).isEmpty)
  }

  @Test("a default that is replaced is not checked, one that is used is")
  func blockDefaults() {
    let layout = "{{$main}}{{nope}}{{/main}}"
    #expect(mistakes(["page": "{{<l}}{{$main}}{{/main}}{{/l}}", "l": layout]).isEmpty)
    #expect(mistakes(["page": "{{<l}}{{/l}}", "l": layout]).count == 1)
  }

  @Test("a template that must be there is missed")
  func missingEntry() {
    #expect(mistakes(["other": ""]) == ["error: the theme has no template 'page'"])
  }

  @Test("a template that cannot be read is told once, whoever includes it")
  func unreadable() {
    #expect(
      mistakes(["page": "{{>a}}{{>a}}", "a": "{{#next}}"]) == [
        "theme/a.mustache:1:1: error: 'next' is opened and not closed"
          + " | Close it with '{{/next}}'."
      ])
  }

  @Test("a field between the blocks of an inheriting template is an error")
  func fieldInParent() {
    #expect(
      mistakes(["page": "{{<l}}{{title}}{{/l}}", "l": ""]).first?.hasSuffix(
        "error: only blocks may stand inside of an inherited template") == true)
  }

  @Test("comments and tags over several lines are read")
  func lines() {
    #expect(mistakes(["page": "{{! {{nope\n }}\n{{\n title\n}}"]).isEmpty)
    #expect(
      mistakes(["page": "{{! a\nb }}{{nope}}"]) == [
        "theme/page.mustache:2:5: error: there is no field 'nope'"
      ])
  }
}
