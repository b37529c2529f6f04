import Diagnostics
import Lab
import Markup
import Templating

/// Renders the text of one page and notes what it comes by: mistakes, terms, sources, footnotes.
///
/// One object for each page, used by one thread: the writer asks it for whatever depends on the
/// rest of the site.
final class PageRenderer: HTMLResolver {
  let site: SiteRenderer
  let lesson: Lesson
  /// The page that the HTML goes into; a glossary entry is shown on other pages than its own.
  let page: SitePath
  private(set) var diagnostics: [Diagnostic] = []

  /// By where their blocks begin.
  let runs: [Span: BlockRun]
  let bindings: [Span: String]
  /// The level of the heading that what comes next stands under.
  private(set) var sectionLevel = 1
  /// Terms that the section has linked already.
  private var linkedTerms: Set<Int> = []
  /// Terms that the page links, in order.
  private(set) var terms: [Int] = []
  /// Works that the page cites, in the order of their first citation.
  var citedKeys: [String] = []
  private var refusedElements: Set<String> = []
  private var footnoteMarks: [Int: [String]] = [:]
  private var footnoteOrder: [Int] = []
  private var counts: [String: Int] = [:]
  private var isInGlossary: Bool { lesson.frontMatter.kind == .glossary }

  init(site: SiteRenderer, lesson: Lesson, run: PageRun, page: SitePath? = nil) {
    self.site = site
    self.lesson = lesson
    self.page = page ?? lesson.path
    runs = Dictionary(
      run.blocks.map { run in
        let block = run.block
        return (Span(path: block.path, start: block.start, end: block.start), run)
      }
    ) { first, _ in first }
    let items = run.bindings.isEmpty ? [] : LessonPage(lesson.document).items
    let expressions = items.compactMap { item -> Span? in
      guard case .binding(_, let span) = item else { return nil }
      return span
    }
    bindings = Dictionary(
      zip(expressions, run.bindings).compactMap { span, text in text.map { (span, $0) } }
    ) { first, _ in first }
  }

  /// Everything under the page's title, notes and sources included.
  func body() -> String {
    html(lesson.document.blocks) + footnotes() + bibliography()
  }

  func html(_ blocks: [Block]) -> String { HTMLWriter.html(blocks, resolver: self) }

  func html(_ content: [Inline], isPlain: Bool = false) -> String {
    HTMLWriter.html(content, resolver: self, isPlain: isPlain)
  }

  /// Blocks as they stand inside a sentence: a lone paragraph loses its tags.
  func phrase(_ blocks: [Block]) -> String {
    if blocks.count == 1, case .paragraph(let content) = blocks[0].kind { return html(content) }
    return html(blocks)
  }

  func report(_ message: String, at span: Span, hint: String? = nil) {
    diagnostics.append(.error(message, at: span, hint: hint))
  }

  func add(_ more: [Diagnostic]) { diagnostics += more }

  func fill(_ template: String, _ model: some TemplateModel) -> String {
    site.templates.render("components/\(template)", model, root: page.root)
  }

  /// The same for what stands inside a sentence: without the line break at its end.
  func fillInline(_ template: String, _ model: some TemplateModel) -> String {
    var html = fill(template, model)
    while html.last?.isNewline == true { html.removeLast() }
    return html
  }

  /// How many of a kind the page has had, this one included.
  func count(_ kind: String) -> Int {
    counts[kind, default: 0] += 1
    return counts[kind] ?? 0
  }

  // MARK: - What the writer asks for

  func sectionBegins(_ heading: Heading) {
    sectionLevel = heading.level
    linkedTerms = []
  }

  func words(_ text: String, at span: Span) -> String {
    reportBareCitations(text, at: span)
    guard !isInGlossary else { return escapedHTML(text) }
    var html = ""
    var rest = text.startIndex
    for mention in site.index.glossary.mentions(in: text)
    where isToBeLinked(mention.term) && linkedTerms.insert(mention.term).inserted {
      html += escapedHTML(String(text[rest..<mention.range.lowerBound]))
      html += termLink(mention.term, String(text[mention.range]))
      rest = mention.range.upperBound
    }
    return html + escapedHTML(String(text[rest...]))
  }

  /// A page that a term's own entry leads to explains it itself.
  private func isToBeLinked(_ term: Int) -> Bool {
    !site.index.glossary.terms[term].taughtIn.contains(lesson.source)
  }

  private func termLink(_ number: Int, _ text: String) -> String {
    let term = site.index.glossary.terms[number]
    if !terms.contains(number) { terms.append(number) }
    return fillInline(
      "term",
      TermLinkModel(
        id: term.id, href: "\(term.page.link(from: page))#\(term.id)", html: escapedHTML(text)))
  }

  func binding(_ expression: String, at span: Span) -> String {
    // Without a value a diagnostic about the expression stands already.
    escapedHTML(bindings[span] ?? "?")
  }

  func rawHTML(_ html: String, at span: Span) -> String {
    switch site.course.settings.rawHTML {
    case .refused:
      if html.hasPrefix("<!--") { return "" }
      // An element that is refused where it begins is not refused again where it ends.
      if html.hasPrefix("</"), refusedElements.remove(html.elementName) != nil { return "" }
      refusedElements.insert(html.elementName)
      report(
        "HTML is not let into a lesson", at: span,
        hint: "write it in Markdown, or as a directive; code goes between backquotes")
      return ""
    case .filtered:
      let filtered = SafeHTML.filtered(html, at: span)
      add(filtered.diagnostics)
      return filtered.value
    case .unfiltered: return html
    }
  }

  // MARK: - Notes and sources

  func footnoteMark(_ index: Int, at span: Span) -> String {
    if footnoteMarks[index] == nil { footnoteOrder.append(index) }
    let number = (footnoteOrder.firstIndex(of: index) ?? 0) + 1
    let uses = footnoteMarks[index, default: []].count
    let id = uses == 0 ? "fnref-\(number)" : "fnref-\(number)-\(uses + 1)"
    footnoteMarks[index, default: []].append(id)
    return fillInline(
      "footnote-reference", FootnoteMarkModel(id: id, href: "#fn-\(number)", number: number))
  }

  private func footnotes() -> String {
    var items: [FootnotesModel.Item] = []
    var next = 0
    // A note may itself refer to another one, which then joins the list.
    while next < footnoteOrder.count {
      let index = footnoteOrder[next]
      next += 1
      let blocks =
        lesson.document.footnotes.indices.contains(index)
        ? lesson.document.footnotes[index] : []
      let text = html(blocks)
      let marks = footnoteMarks[index, default: []]
      items.append(
        FootnotesModel.Item(
          id: "fn-\(next)", number: next, html: text,
          backlinks: marks.enumerated().map { use, id in
            FootnotesModel.Backlink(href: "#\(id)", label: "\(next).\(use + 1)")
          }))
    }
    return items.isEmpty ? "" : fill("footnotes", FootnotesModel(items: items))
  }
}

extension String {
  /// `b` for `<b>` and for `</b>`.
  fileprivate var elementName: String {
    drop { "</".contains($0) }.prefix { $0.isLetter || $0.isNumber }.lowercased()
  }
}
