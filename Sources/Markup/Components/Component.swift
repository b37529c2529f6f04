import Diagnostics

/// What a directive stands for: the closed list of things an author can write as `::: name`.
package enum Component: Hashable, Sendable {
  case quiz(Quiz)
  case steps(Steps)
  case checklist(Checklist)
  case details(title: String?, blocks: [Block])
  case admonition(Admonition, title: String?, blocks: [Block])
  case tabs([Tab])
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
    ["quiz", "steps", "checklist", "details", "tabs", "ladder", "course-map", "entries", "progress"]
    + Admonition.allCases.map(\.rawValue)

  /// Reads a directive; nil when its name is unknown.
  package static func reading(_ directive: Directive) -> Diagnosed<Component?> {
    var reader = ComponentReader(directive)
    let component = reader.read()
    return Diagnosed(component, reader.finish())
  }
}

/// Takes a directive apart; asks for every attribute that it knows.
struct ComponentReader {
  let directive: Directive
  var diagnostics: [Diagnostic] = []
  private var known: Set<String> = []

  init(_ directive: Directive) {
    self.directive = directive
  }

  mutating func read() -> Component? {
    if let admonition = Component.Admonition(rawValue: directive.name) {
      return .admonition(admonition, title: attribute("title"), blocks: directive.blocks)
    }
    switch directive.name {
    case "quiz": return readQuiz().map(Component.quiz)
    case "steps": return readSteps().map(Component.steps)
    case "checklist": return readChecklist().map(Component.checklist)
    case "details": return .details(title: attribute("title"), blocks: directive.blocks)
    case "tabs": return readTabs()
    case "ladder": return .ladder
    case "course-map": return .courseMap
    case "entries": return .entries
    case "progress": return .progress
    default:
      report(
        "there is no directive '\(directive.name)'", at: directive.nameSpan,
        hint: didYouMean(directive.name, among: Component.names)
          ?? "the directives are \(Component.names.joined(separator: ", "))")
      known.formUnion(directive.attributes.map(\.key))
      return nil
    }
  }

  /// The mistakes, with those about attributes that the directive does not have.
  func finish() -> [Diagnostic] {
    diagnostics
      + directive.attributes.filter { !known.contains($0.key) }.map { attribute in
        .error(
          "'\(directive.name)' has no attribute '\(attribute.key)'", at: attribute.span,
          hint: didYouMean(attribute.key, among: known.sorted())
            ?? (known.isEmpty ? nil : "it has \(known.sorted().joined(separator: ", "))"))
      }
  }

  mutating func attribute(_ key: String) -> String? {
    known.insert(key)
    return directive.attributes.first { $0.key == key }?.value
  }

  mutating func report(_ message: String, at span: Span? = nil, hint: String? = nil) {
    diagnostics.append(.error(message, at: span ?? directive.nameSpan, hint: hint))
  }

  /// The directive's id, which a component that is remembered cannot do without.
  mutating func requiredID(_ example: String) -> String? {
    if let id = directive.id { return id }
    report(
      "a '\(directive.name)' needs an id", hint: "write ::: \(directive.name) {#\(example)}")
    return nil
  }

  private mutating func readTabs() -> Component {
    var tabs: [Component.Tab] = []
    for block in directive.blocks {
      guard case .directive(let tab) = block.kind, tab.name == "tab" else {
        report("between tabs there is nothing but '::: tab'", at: block.span)
        continue
      }
      let title = tab.attributes.first { $0.key == "title" }?.value
      if title == nil { report("a tab needs a title", at: tab.nameSpan) }
      tabs.append(Component.Tab(title: title ?? "", blocks: tab.blocks))
    }
    return .tabs(tabs)
  }
}
