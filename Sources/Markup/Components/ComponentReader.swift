import Diagnostics

/// Takes a directive apart; asks for every attribute that it knows.
struct ComponentReader {
  /// Directives that mean something inside of another one only, and which that is.
  private static let homes = ["hint": "quiz", "solution": "quiz", "tab": "tabs"]

  let directive: Directive
  var diagnostics: [Diagnostic] = []
  private var known: Set<String> = []
  /// Whether a choice of the quiz has no box, so that nobody can say which is right.
  var hasPlainChoice = false

  init(_ directive: Directive) {
    self.directive = directive
  }

  mutating func read() -> Component? {
    if let admonition = Component.Admonition(rawValue: directive.name) {
      reportIfEmpty(directive)
      return .admonition(admonition, title: attribute("title"), blocks: directive.blocks)
    }
    switch directive.name {
    case "quiz": return readQuiz().map(Component.quiz)
    case "steps": return readSteps().map(Component.steps)
    case "checklist": return readChecklist().map(Component.checklist)
    case "details":
      reportIfEmpty(directive)
      return .details(title: attribute("title"), blocks: directive.blocks)
    case "tabs": return readTabs()
    case "figures": return .figures(readFigures())
    case "live": return readLive().map(Component.live)
    case "include": return misplacedInclude()
    case "ladder": return filledBySite(.ladder)
    case "course-map": return filledBySite(.courseMap)
    case "entries": return filledBySite(.entries)
    case "progress": return filledBySite(.progress)
    default: return unknown()
    }
  }

  /// The mistakes, with those about attributes that the directive does not have.
  func finish() -> [Diagnostic] {
    let unknown = Self.unknownAttributes(of: directive, known: known)
    return directive.isBroken ? unknown : diagnostics + unknown
  }

  /// Whether an attribute stands there that nobody knows, and was meant to be `key`.
  func hasSlip(for key: String, in directive: Directive, among known: Set<String>) -> Bool {
    directive.attributes.contains { !known.contains($0.key) }
      && !directive.attributes.contains { $0.key == key }
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

  /// The content of a directive that is a part of this one, such as a quiz's hint.
  mutating func part(_ inner: Directive, attributes: Set<String> = []) -> [Block] {
    diagnostics += Self.unknownAttributes(of: inner, known: attributes)
    reportIfEmpty(inner)
    return inner.blocks
  }

  /// A directive that the site fills has nothing of the author's inside: it would be lost.
  private mutating func filledBySite(_ component: Component) -> Component {
    if let first = directive.blocks.first {
      report(
        "there is nothing inside of '\(directive.name)'", at: first.span,
        hint: "the site fills it in; close it with a line ':::' right below")
    }
    return component
  }

  private mutating func reportIfEmpty(_ directive: Directive) {
    guard directive.blocks.isEmpty else { return }
    report(
      "this '\(directive.name)' is empty", at: directive.nameSpan,
      hint: "write what it says above its ':::'")
  }

  /// What an `include` asks for; nil when it does not say so.
  mutating func readInclude() -> String? {
    if let first = directive.blocks.first {
      report(
        "there is nothing inside of 'include'", at: first.span,
        hint: "the file's text comes in its place; close it with a line ':::' right below")
    }
    if let file = attribute("file"), !file.isEmpty { return file }
    if !hasSlip(for: "file", in: directive, among: known) {
      report("an 'include' needs a file", hint: "write ::: include {file=\"_part.md\"}")
    }
    return nil
  }

  /// Where files are included, the directive is gone before anybody reads it.
  private mutating func misplacedInclude() -> Component? {
    known.insert("file")
    report("a file cannot be included here", hint: "write the directive into the lesson's own text")
    return nil
  }

  private mutating func unknown() -> Component? {
    known.formUnion(directive.attributes.map(\.key))
    let name = directive.name
    if name.isEmpty {
      report("this directive has no name", hint: "write ::: name before the braces")
    } else if let home = Self.homes[name] {
      report(
        "a '\(name)' stands inside of a '\(home)' only",
        hint: "put it above the ':::' that closes the '\(home)'")
    } else {
      report(
        "there is no directive '\(name)'",
        hint: didYouMean(name, among: Component.names)
          ?? "the directives are \(Component.names.joined(separator: ", "))")
    }
    return nil
  }

  private static func unknownAttributes(
    of directive: Directive, known: Set<String>
  ) -> [Diagnostic] {
    let names = known.sorted()
    return directive.attributes.filter { !known.contains($0.key) }.map { attribute in
      .error(
        "'\(directive.name)' has no attribute '\(attribute.key)'", at: attribute.span,
        hint: didYouMean(attribute.key, among: names)
          ?? (names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"))
    }
  }
}
