import Diagnostics

/// Gives every heading an id: the author's own, or one made from its words, each once a page.
struct HeadingIDs {
  private var taken: [String: Span] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init() {}

  /// Fills in the ids of `document`, in the order of its headings.
  ///
  /// The author's own ids are taken first, so that a heading without one can never claim them and
  /// the ids of the others do not change when one is added.
  mutating func assign(in document: inout Document) {
    for block in document.blocks {
      block.forEachPart { part in
        guard case .block(let block) = part else { return }
        switch block.kind {
        case .heading(let heading) where !heading.id.isEmpty: claim(heading.id, block.span)
        case .directive(let directive): if let id = directive.id { claim(id, block.span) }
        case .math(let math): if let id = math.id { claim(id, block.span) }
        default: break
        }
      }
    }
    document.blocks = document.blocks.map { filled($0) }
  }

  private mutating func claim(_ id: String, _ span: Span) {
    if let first = taken[id] {
      diagnostics.append(
        .error(
          "the id '\(id)' stands twice on this page", at: span,
          hint: "the first one is in line \(first.start.line)"))
    } else {
      taken[id] = span
    }
  }

  private mutating func filled(_ block: Block) -> Block {
    var block = block
    switch block.kind {
    case .heading(var heading) where heading.id.isEmpty:
      heading.id = free(slug(of: plainText(of: heading.content)))
      taken[heading.id] = block.span
      block.kind = .heading(heading)
    case .directive(var directive):
      directive.blocks = directive.blocks.map { filled($0) }
      block.kind = .directive(directive)
    case .quote(let blocks): block.kind = .quote(blocks.map { filled($0) })
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map { filled($0) }
      }
      block.kind = .list(list)
    default: break
    }
    return block
  }

  private func free(_ slug: String) -> String {
    let slug = slug.isEmpty ? "section" : slug
    if taken[slug] == nil { return slug }
    var number = 1
    while taken["\(slug)-\(number)"] != nil { number += 1 }
    return "\(slug)-\(number)"
  }
}

/// Lower-case words joined by `-`, as on GitHub: `Backward, step by step` is `backward-step-by-step`.
package func slug(of text: String) -> String {
  var slug = ""
  for scalar in text.lowercased().unicodeScalars {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" {
      slug.unicodeScalars.append(scalar)
    } else if scalar == " " || scalar == "-" || scalar == "\u{A0}" {
      slug += "-"
    }
  }
  return slug
}
