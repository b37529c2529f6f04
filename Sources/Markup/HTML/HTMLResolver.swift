import Diagnostics

/// What the writer cannot know: everything that depends on the rest of the page or of the site.
///
/// Each answer is HTML that goes into the page as it is; mistakes are noted by the resolver.
package protocol HTMLResolver: AnyObject {
  /// The address that a link leads to.
  func destination(_ destination: String, at span: Span) -> String
  /// A whole image element.
  func image(source: String, title: String, alternativeText: String, at span: Span) -> String
  func reference(to label: String, at span: Span) -> String
  func citation(_ citations: [Citation], at span: Span) -> String
  /// The value of an expression in prose.
  func binding(_ expression: String, at span: Span) -> String
  func math(_ tex: String, at span: Span) -> String
  func mathBlock(_ math: MathBlock, at span: Span) -> String
  func code(_ code: CodeBlock, at span: Span) -> String
  func component(_ directive: Directive, at span: Span) -> String
  func rawHTML(_ html: String, at span: Span) -> String
  func footnoteMark(_ index: Int, at span: Span) -> String
  func definitionList(_ definitions: [Definition], at span: Span) -> String
  func table(_ html: String, at span: Span) -> String
  /// A table with its caption and id; unless written otherwise, the caption stands in the table.
  func table(_ html: String, of table: Table, at span: Span) -> String
  /// Words outside of headings, links and code, escaped: the place for links to the glossary.
  func words(_ text: String, at span: Span) -> String
  /// Tells that a section begins, before its heading is written.
  func sectionBegins(_ heading: Heading)
}

extension HTMLResolver {
  package func table(_ html: String, of table: Table, at span: Span) -> String {
    guard let caption = table.caption else { return self.table(html, at: span) }
    let opening = "<table>\n"
    let words = HTMLWriter.html(caption, resolver: self)
    return self.table(
      "\(opening)<caption>\(words)</caption>\n\(html.dropFirst(opening.count))", at: span)
  }
}
