import Diagnostics

/// What a directive stands for: the closed list of things an author can write as `::: name`.
package enum Component: Hashable, Sendable {
  case quiz(Quiz)
  case steps(Steps)
  case checklist(Checklist)
  case details(title: String?, blocks: [Block])
  case admonition(Admonition, title: String?, blocks: [Block])
  case tabs([Tab])
  case figures(FigureGrid)
  case live(Live)
  /// What the site knows and the page only asks for.
  case ladder
  case courseMap
  case entries
  case progress

  package enum Admonition: String, CaseIterable, Sendable {
    case note, tip, important, warning, caution
  }

  package struct Tab: Hashable, Sendable {
    package var title: String
    package var blocks: [Block]
  }

  /// The names that a directive may have on its own.
  package static let names =
    [
      "quiz", "steps", "checklist", "details", "tabs", "figures", "live", "ladder",
      "course-map", "entries", "progress", "include",
    ]
    + Admonition.allCases.map(\.rawValue)

  /// Reads a directive; nil when its name is unknown.
  package static func reading(_ directive: Directive) -> Diagnosed<Component?> {
    var reader = ComponentReader(directive)
    let component = reader.read()
    return Diagnosed(component, reader.finish())
  }
}
