import Diagnostics

/// Writes a tree as HTML; what depends on the site is asked of the resolver.
package struct HTMLWriter<Resolver: HTMLResolver> {
  private let resolver: Resolver
  private(set) var html = ""
  /// Inside a heading or a link, words are not linked to the glossary.
  private var plainDepth = 0

  package init(resolver: Resolver) {
    self.resolver = resolver
  }

  package static func html(_ blocks: [Block], resolver: Resolver) -> String {
    var writer = HTMLWriter(resolver: resolver)
    for block in blocks { writer.write(block) }
    return writer.html
  }

  /// - Parameter isPlain: whether the words stand where links would be out of place.
  package static func html(
    _ content: [Inline], resolver: Resolver, isPlain: Bool = false
  ) -> String {
    var writer = HTMLWriter(resolver: resolver)
    writer.plainDepth = isPlain ? 1 : 0
    writer.write(content)
    return writer.html
  }

  // MARK: - Blocks

  private mutating func write(_ block: Block) {
    switch block.kind {
    case .heading(let heading): write(heading)
    case .paragraph(let content):
      beginLine()
      html += "<p>"
      write(content)
      html += "</p>\n"
    case .list(let list): write(list)
    case .quote(let blocks):
      beginLine()
      html += "<blockquote>\n"
      for block in blocks { write(block) }
      beginLine()
      html += "</blockquote>\n"
    case .code(let code): add(resolver.code(code, at: block.span))
    case .table(let table):
      var inner = HTMLWriter(resolver: resolver)
      inner.write(table)
      add(resolver.table(inner.html, of: table, at: block.span))
    case .math(let math): add(resolver.mathBlock(math, at: block.span))
    case .directive(let directive): add(resolver.component(directive, at: block.span))
    case .definitionList(let definitions):
      add(resolver.definitionList(definitions, at: block.span))
    case .html(let raw): add(resolver.rawHTML(raw, at: block.span))
    case .rule: add("<hr>\n")
    }
  }

  /// A block of the resolver's.
  private mutating func add(_ block: String) {
    guard !block.isEmpty else { return }
    beginLine()
    html += block
  }

  private mutating func beginLine() {
    if let last = html.utf8.last, last != UInt8(ascii: "\n") { html += "\n" }
  }

  private mutating func write(_ heading: Heading) {
    resolver.sectionBegins(heading)
    beginLine()
    let tag = "h\(heading.level)"
    html += "<\(tag) id=\"\(escapedHTML(heading.id))\">"
    plainDepth += 1
    write(heading.content)
    plainDepth -= 1
    html += "</\(tag)>\n"
  }

  private mutating func write(_ list: List) {
    let tag = list.start == nil ? "ul" : "ol"
    let start = list.start.flatMap { $0 == 1 ? nil : " start=\"\($0)\"" } ?? ""
    let kind = list.items.contains { $0.task != nil } ? " class=\"tasks\"" : ""
    beginLine()
    html += "<\(tag)\(start)\(kind)>\n"
    for item in list.items { write(item, isTight: list.isTight) }
    html += "</\(tag)>\n"
  }

  private mutating func write(_ item: List.Item, isTight: Bool) {
    html += "<li>"
    if let task = item.task {
      html += "<input type=\"checkbox\" disabled\(task ? " checked" : "")> "
    }
    for (index, block) in item.blocks.enumerated() {
      if isTight, case .paragraph(let content) = block.kind {
        if index > 0 { beginLine() }
        write(content)
      } else {
        write(block)
      }
    }
    html += "</li>\n"
  }

  private mutating func write(_ table: Table) {
    html += "<table>\n<thead>\n<tr>\n"
    for (index, cell) in table.header.enumerated() { write(cell, "th", table, index) }
    html += "</tr>\n</thead>\n"
    if !table.rows.isEmpty {
      html += "<tbody>\n"
      for row in table.rows {
        html += "<tr>\n"
        for (index, cell) in row.enumerated() { write(cell, "td", table, index) }
        html += "</tr>\n"
      }
      html += "</tbody>\n"
    }
    html += "</table>\n"
  }

  private mutating func write(_ cell: [Inline], _ tag: String, _ table: Table, _ index: Int) {
    let alignment = index < table.alignments.count ? table.alignments[index] : .none
    let side =
      switch alignment {
      case .none: ""
      case .left: " class=\"left\""
      case .center: " class=\"center\""
      case .right: " class=\"right\""
      }
    html += tag == "th" ? "<th scope=\"col\"\(side)>" : "<td\(side)>"
    write(cell)
    html += "</\(tag)>\n"
  }

  // MARK: - Inlines

  private mutating func write(_ content: [Inline]) {
    for inline in content { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    let span = inline.span
    switch inline.kind {
    case .text(let text):
      html += plainDepth > 0 ? escapedHTML(text) : resolver.words(text, at: span)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br>\n"
    case .emphasis(let content): inlineElement("em", content)
    case .strong(let content): inlineElement("strong", content)
    case .strikethrough(let content): inlineElement("del", content)
    case .code(let text):
      html += "<code>"
      html += escapedHTML(text)
      html += "</code>"
    case .math(let tex): html += resolver.math(tex, at: span)
    case .link(let destination, let title, let content):
      writeLink(resolver.destination(destination, at: span), title, content)
    case .image(let source, let title, let content):
      html += resolver.image(
        source: source, title: title, alternativeText: plainText(of: content), at: span)
    case .html(let raw): html += resolver.rawHTML(raw, at: span)
    case .footnote(let index): html += resolver.footnoteMark(index, at: span)
    case .reference(let label): html += resolver.reference(to: label, at: span)
    case .citation(let citations): html += resolver.citation(citations, at: span)
    case .binding(let expression): html += resolver.binding(expression, at: span)
    }
  }

  private mutating func inlineElement(_ tag: String, _ content: [Inline]) {
    html += "<\(tag)>"
    write(content)
    html += "</\(tag)>"
  }

  private mutating func writeLink(_ address: String, _ title: String, _ content: [Inline]) {
    let title = title.isEmpty ? "" : " title=\"\(escapedHTML(title))\""
    html += "<a href=\"\(escapedAddress(address))\"\(title)>"
    plainDepth += 1
    write(content)
    plainDepth -= 1
    html += "</a>"
  }
}
