import Diagnostics
import Markup

/// A tree as lines of text: what a test compares, with the place of everything.
enum TreeDump {
  static func text(_ markdown: String, isSmart: Bool = false) -> String {
    let document = parseDocument(path: "page.md", text: markdown, isSmart: isSmart).value
    var lines: [String] = []
    for block in document.blocks { add(block, 0, &lines) }
    for (number, note) in document.footnotes.enumerated() {
      lines.append("note \(number)")
      for block in note { add(block, 1, &lines) }
    }
    return lines.joined(separator: "\n")
  }

  private static func add(_ block: Block, _ depth: Int, _ lines: inout [String]) {
    func line(_ text: String) {
      lines.append(String(repeating: "  ", count: depth) + text + " " + place(block.span))
    }
    switch block.kind {
    case .heading(let heading):
      line("h\(heading.level) #\(heading.id)")
      add(heading.content, depth + 1, &lines)
    case .paragraph(let content):
      line("paragraph")
      add(content, depth + 1, &lines)
    case .list(let list):
      line(list.start.map { "list from \($0)" } ?? "list")
      for item in list.items {
        let mark = item.task.map { $0 ? " [x]" : " [ ]" } ?? ""
        lines.append(String(repeating: "  ", count: depth + 1) + "item\(mark) \(place(item.span))")
        for block in item.blocks { add(block, depth + 2, &lines) }
      }
    case .quote(let blocks):
      line("quote")
      for block in blocks { add(block, depth + 1, &lines) }
    case .code(let code):
      line("code '\(code.language)' from \(code.textStart.line):\(code.textStart.column)")
    case .table(let table): add(table, block, depth, &lines)
    case .math(let math):
      line(
        "math '\(math.tex)' #\(math.id ?? "") from \(math.texStart.line):\(math.texStart.column)")
    case .directive(let directive):
      let attributes = directive.attributes.map { " \($0.key)='\($0.value)' \(place($0.span))" }
      line("\(directive.name) #\(directive.id ?? "")\(attributes.joined())")
      for block in directive.blocks { add(block, depth + 1, &lines) }
    case .definitionList(let definitions):
      line("definitions")
      for definition in definitions {
        lines.append(String(repeating: "  ", count: depth + 1) + "term #\(definition.id ?? "")")
        add(definition.term, depth + 2, &lines)
        for meaning in definition.meanings { add(meaning, depth + 3, &lines) }
      }
    case .html(let html): line("html '\(html)'")
    case .rule: line("rule")
    }
  }

  private static func add(
    _ table: Table, _ block: Block, _ depth: Int, _ lines: inout [String]
  ) {
    let indent = String(repeating: "  ", count: depth)
    let sides = table.alignments.map { "\($0)" }.joined(separator: " ")
    lines.append("\(indent)table #\(table.id ?? "") \(sides) \(place(block.span))")
    for row in [table.header] + table.rows {
      lines.append("\(indent)  row")
      for cell in row { add(cell, depth + 2, &lines) }
    }
    if let caption = table.caption {
      lines.append("\(indent)  caption")
      add(caption, depth + 2, &lines)
    }
  }

  private static func add(_ content: [Inline], _ depth: Int, _ lines: inout [String]) {
    for inline in content {
      let (text, inner) = describe(inline.kind)
      lines.append(String(repeating: "  ", count: depth) + "\(text) \(place(inline.span))")
      add(inner, depth + 1, &lines)
    }
  }

  private static func describe(_ kind: Inline.Kind) -> (String, [Inline]) {
    switch kind {
    case .text(let text): ("'\(text)'", [])
    case .softBreak: ("soft break", [])
    case .lineBreak: ("line break", [])
    case .emphasis(let content): ("emphasis", content)
    case .strong(let content): ("strong", content)
    case .strikethrough(let content): ("struck", content)
    case .code(let code): ("code '\(code)'", [])
    case .math(let tex): ("math '\(tex)'", [])
    case .link(let destination, _, let content): ("link to \(destination)", content)
    case .image(let source, _, let content): ("image \(source)", content)
    case .html(let html): ("html '\(html)'", [])
    case .footnote(let index): ("note \(index)", [])
    case .reference(let label): ("reference \(label)", [])
    case .citation(let citations):
      ("citation " + citations.map { "\($0.key)(\($0.locator ?? ""))" }.joined(separator: " "), [])
    case .binding(let expression): ("binding '\(expression)'", [])
    }
  }

  private static func place(_ span: Span) -> String {
    "\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)"
  }
}

/// The diagnostics of a page as lines, each with its hint.
func said(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in
    diagnostic.description + (diagnostic.hint.map { " | \($0)" } ?? "")
  }
}

/// What is wrong with a page of Markdown.
func mistakes(_ markdown: String) -> [String] {
  said(parseDocument(path: "page.md", text: markdown).diagnostics)
}
