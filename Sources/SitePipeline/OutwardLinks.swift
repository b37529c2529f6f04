import Diagnostics
import Markup

/// A link that leads out of the course.
package struct OutwardLink: Hashable, Sendable {
  /// Without the place on the page behind `#`.
  package var address: String
  package var span: Span
}

/// Every link of the lessons' texts and of the bibliography that leads to another site.
package func outwardLinks(_ inputs: SiteInputs) -> [OutwardLink] {
  let course = parseCourse(inputs).value
  var links: [OutwardLink] = []
  func add(_ destination: String, _ span: Span) {
    guard ["https://", "http://"].contains(where: destination.lowercased().hasPrefix) else {
      return
    }
    links.append(OutwardLink(address: String(destination.prefix { $0 != "#" }), span: span))
  }
  for lesson in course.lessons {
    for block in lesson.document.blocks + lesson.document.footnotes.joined() {
      block.forEachPart { part in
        guard case .inline(let inline) = part,
          case .link(let destination, _, _) = inline.kind
        else { return }
        add(destination, inline.span)
      }
    }
  }
  for entry in course.bibliography {
    if let address = entry.address { add(address, entry.span) }
  }
  // A file that several lessons include has its links once.
  return Set(links).sorted { $0.span < $1.span }
}
