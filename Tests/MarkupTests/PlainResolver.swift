import Diagnostics
import Markup

/// Answers with what stands in the page, as a renderer without a site would.
final class PlainResolver: HTMLResolver {
  func destination(_ destination: String, at span: Span) -> String { destination }

  func image(source: String, title: String, alternativeText: String, at span: Span) -> String {
    let title = title.isEmpty ? "" : " title=\"\(escapedHTML(title))\""
    return "<img src=\"\(escapedAddress(source))\" alt=\"\(escapedHTML(alternativeText))\"\(title)>"
  }

  func reference(to label: String, at span: Span) -> String { "<ref \(label)>" }

  func citation(_ citations: [Citation], at span: Span) -> String {
    "<cite \(citations.map(\.key).joined(separator: " "))>"
  }

  func binding(_ expression: String, at span: Span) -> String { "<value \(expression)>" }

  func math(_ tex: String, at span: Span) -> String { "<math>\(escapedHTML(tex))</math>" }

  func mathBlock(_ math: MathBlock, at span: Span) -> String {
    "<math block \(math.id ?? "")>\(escapedHTML(math.tex))</math>\n"
  }

  func code(_ code: CodeBlock, at span: Span) -> String {
    let language = code.language.isEmpty ? "" : " class=\"language-\(escapedHTML(code.language))\""
    return "<pre><code\(language)>\(escapedHTML(code.text))</code></pre>\n"
  }

  func component(_ directive: Directive, at span: Span) -> String {
    "<\(directive.name)>\n\(HTMLWriter.html(directive.blocks, resolver: self))</\(directive.name)>\n"
  }

  func rawHTML(_ html: String, at span: Span) -> String { html }

  func footnoteMark(_ index: Int, at span: Span) -> String { "<note \(index)>" }

  func definitionList(_ definitions: [Definition], at span: Span) -> String {
    let entries = definitions.map { definition in
      let meanings = definition.meanings.map { "<dd>\(HTMLWriter.html($0, resolver: self))</dd>" }
      return "<dt>\(HTMLWriter.html(definition.term, resolver: self))</dt>\(meanings.joined())"
    }
    return "<dl>\(entries.joined())</dl>\n"
  }

  func table(_ html: String, at span: Span) -> String { html }

  func words(_ text: String, at span: Span) -> String {
    escapedHTML(text.replacing("gradient", with: "<gradient>")).replacing(
      "&lt;gradient&gt;", with: "<term>")
  }

  func sectionBegins(_ heading: Heading) {}
}

/// A page of Markdown as HTML.
func html(_ markdown: String) -> String {
  let document = parseDocument(path: "page.md", text: markdown).value
  return HTMLWriter.html(document.blocks, resolver: PlainResolver())
}
