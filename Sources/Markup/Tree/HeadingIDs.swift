import Diagnostics

/// Gives every heading an id: the author's own, or one made from its words, each once a page.
struct HeadingIDs {
  private var taken: [String: Span] = [:]
  /// The last number behind each slug, so that the next one is not looked for from 1.
  private var numbers: [String: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init() {}

  /// Fills in the ids of `document`, in the order of its headings.
  ///
  /// The author's own ids are taken first, so that a heading without one can never claim them and
  /// the ids of the others do not change when one is added.
  mutating func assign(in document: inout Document) {
    for block in document.blocks { claimIDs(in: block) }
    for note in document.footnotes { note.forEach { claimIDs(in: $0) } }
    fill(&document.blocks)
    for index in document.footnotes.indices { fill(&document.footnotes[index]) }
  }

  private mutating func claimIDs(in block: Block) {
    block.forEachBlock { block in
      switch block.kind {
      case .heading(let heading) where !heading.id.isEmpty:
        claim(heading.id, block.span, "a heading", "sec-")
      case .directive(let directive): if let id = directive.id { claim(id, block.span) }
      case .math(let math): if let id = math.id { claim(id, block.span, "a formula", "eq-") }
      case .code(let code):
        if let id = code.attributes.id { claim(id, block.span, "a listing", "lst-") }
      case .table(let table): if let id = table.id { claim(id, block.span, "a table", "tbl-") }
      case .definitionList(let definitions):
        for definition in definitions { if let id = definition.id { claim(id, definition.span) } }
      default: break
      }
    }
  }

  /// For what can be referred to: its label says what it is.
  private mutating func claim(_ id: String, _ span: Span, _ what: String, _ prefix: String) {
    claim(id, span)
    if let problem = LabelPrefix.problem(with: id, of: what, prefix, at: span) {
      diagnostics.append(problem)
    }
  }

  private mutating func claim(_ id: String, _ span: Span) {
    if let first = taken[id] {
      diagnostics.append(
        .error(
          "the id '\(id)' stands twice on this page", at: span,
          hint: first.path == span.path
            ? "the first one is in line \(first.start.line)"
            : "the first one is at \(first.path):\(first.start.line)"))
    } else {
      taken[id] = span
    }
  }

  /// Touches only what a heading can stand in, so that nothing else is copied.
  private mutating func fill(_ blocks: inout [Block]) {
    for index in blocks.indices {
      switch blocks[index].kind {
      case .heading(var heading) where heading.id.isEmpty:
        heading.id = free(slug(of: plainText(of: heading.content)))
        taken[heading.id] = blocks[index].span
        blocks[index].kind = .heading(heading)
      case .directive(var directive):
        blocks[index].kind = .rule
        fill(&directive.blocks)
        blocks[index].kind = .directive(directive)
      case .quote(var inner):
        blocks[index].kind = .rule
        fill(&inner)
        blocks[index].kind = .quote(inner)
      case .list(var list):
        blocks[index].kind = .rule
        for item in list.items.indices { fill(&list.items[item].blocks) }
        blocks[index].kind = .list(list)
      default: break
      }
    }
  }

  private mutating func free(_ slug: String) -> String {
    let slug = slug.isEmpty ? "section" : slug
    if taken[slug] == nil { return slug }
    var number = numbers[slug, default: 0] + 1
    while taken["\(slug)-\(number)"] != nil { number += 1 }
    numbers[slug] = number
    return "\(slug)-\(number)"
  }
}

/// Lower-case words joined by `-`, as on GitHub: `Backward, step by step` is `backward-step-by-step`.
package func slug(of text: String) -> String {
  var slug = ""
  for scalar in text.lowercased().unicodeScalars {
    if scalar.isASCII {
      let isWord = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
      if isWord { slug.unicodeScalars.append(scalar) }
      if scalar == " " || scalar == "-" { slug += "-" }
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      slug.unicodeScalars.append(scalar)
    } else if scalar == "\u{A0}" {
      slug += "-"
    }
  }
  return slug
}
