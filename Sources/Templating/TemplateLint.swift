import Diagnostics

/// Finds what the template library would pass over in silence: a name that nobody fills.
///
/// Follows sections, partials and inherited blocks with the fields that are in reach, innermost
/// first, as rendering does.
struct TemplateLint {
  private typealias Fields = [String: FieldKind]

  private let templates: [String: [TemplateTag]]
  /// Templates that are there and cannot be read; that has been said already.
  private let unreadable: Set<String>
  private var said: Set<Diagnostic> = []
  private var included: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ templates: [String: [TemplateTag]], unreadable: Set<String>) {
    self.templates = templates
    self.unreadable = unreadable
  }

  /// - Parameter kinds: of the fields in reach; the last of one name is meant.
  mutating func check(_ name: String, kinds: [(name: String, kind: FieldKind)]) {
    guard templates[name] != nil else {
      if !unreadable.contains(name) { report("the theme has no template '\(name)'", at: nil) }
      return
    }
    include(name, at: nil, scopes: [Self.byName(kinds)], overrides: [:])
  }

  // MARK: - Following

  private mutating func include(
    _ name: String, at tag: TemplateTag?, scopes: [Fields], overrides: [String: [TemplateTag]]
  ) {
    guard let tags = templates[name] else {
      if unreadable.contains(name) { return }
      let hint = didYouMean(name, among: templates.keys.sorted())
      return report("there is no template '\(name)'", at: tag?.span, hint: hint)
    }
    // Rendering would go round until its stack is full.
    guard !included.contains(name) else {
      return report("'\(name)' includes itself", at: tag?.span)
    }
    included.append(name)
    walk(tags, scopes: scopes, overrides: overrides)
    included.removeLast()
  }

  private mutating func walk(
    _ tags: [TemplateTag], scopes: [Fields], overrides: [String: [TemplateTag]]
  ) {
    for tag in tags {
      switch tag.kind {
      case .escaped, .raw: checkValue(tag, scopes)
      case .section:
        let inner = scope(of: lookUp(tag, scopes)).map { scopes + [$0] } ?? scopes
        walk(tag.children, scopes: inner, overrides: overrides)
      case .inverted:
        _ = lookUp(tag, scopes)
        walk(tag.children, scopes: scopes, overrides: overrides)
      case .partial: include(tag.name, at: tag, scopes: scopes, overrides: [:])
      case .parent: inherit(tag, scopes: scopes, overrides: overrides)
      case .block:
        walk(overrides[tag.name] ?? tag.children, scopes: scopes, overrides: overrides)
      }
    }
  }

  private mutating func inherit(
    _ tag: TemplateTag, scopes: [Fields], overrides: [String: [TemplateTag]]
  ) {
    let known = blocks(in: tag.name, seen: [])
    var inner: [String: [TemplateTag]] = [:]
    for block in tag.children where block.kind == .block {
      if templates[tag.name] != nil, !known.contains(block.name) {
        report(
          "'\(tag.name)' has no block '\(block.name)'", at: block.span,
          hint: didYouMean(block.name, among: known.sorted()))
      }
      inner[block.name] = block.children
    }
    // The template that is filled has the last word over the ones that it inherits from.
    include(
      tag.name, at: tag, scopes: scopes,
      overrides: inner.merging(overrides) { _, outer in outer })
  }

  private func blocks(in name: String, seen: Set<String>) -> Set<String> {
    guard !seen.contains(name), let tags = templates[name] else { return [] }
    func collect(_ tags: [TemplateTag]) -> Set<String> {
      tags.reduce(into: []) { names, tag in
        if tag.kind == .block { names.insert(tag.name) }
        if tag.kind == .parent || tag.kind == .partial {
          names.formUnion(blocks(in: tag.name, seen: seen.union([name])))
        }
        names.formUnion(collect(tag.children))
      }
    }
    return collect(tags)
  }

  // MARK: - Names

  /// What a section brings into reach.
  private func scope(of kind: FieldKind?) -> Fields? {
    switch kind {
    case .model(let fields), .models(let fields): Self.byName(fields())
    case .texts, .text: [".": .text]
    case .html: [".": .html]
    case .flag, nil: nil
    }
  }

  private mutating func checkValue(_ tag: TemplateTag, _ scopes: [Fields]) {
    switch (lookUp(tag, scopes), tag.kind) {
    case (.text?, .raw):
      report(
        "'\(tag.name)' is text and would go into the page unescaped", at: tag.span,
        hint: "write {{\(tag.name)}}")
    case (.html?, .escaped):
      report(
        "'\(tag.name)' is HTML and would be shown as its source", at: tag.span,
        hint: "write {{{\(tag.name)}}}")
    case (.flag?, _), (.model?, _), (.models?, _), (.texts?, _):
      report(
        "'\(tag.name)' is nothing to show", at: tag.span, hint: "use it as {{#\(tag.name)}}")
    default: break
    }
  }

  /// The field that a name means here; an unknown one is reported.
  private mutating func lookUp(_ tag: TemplateTag, _ scopes: [Fields]) -> FieldKind? {
    let parts = tag.name == "." ? ["."] : tag.name.split(separator: ".").map(String.init)
    if tag.name == ".", let kind = scopes.last?["."] { return kind }
    var fields = scopes.reduce(into: Fields()) { all, scope in
      all.merge(scope) { _, inner in inner }
    }
    var kind: FieldKind?
    for (index, part) in parts.enumerated() {
      guard let found = fields[part] else {
        let owner = index == 0 ? "" : " in '\(parts[..<index].joined(separator: "."))'"
        report(
          "there is no field '\(part)'\(owner)", at: tag.span,
          hint: didYouMean(part, among: fields.keys.sorted()))
        return nil
      }
      kind = found
      fields = if case .model(let inner) = found { Self.byName(inner()) } else { [:] }
    }
    return kind
  }

  private static func byName(_ fields: [(name: String, kind: FieldKind)]) -> Fields {
    Dictionary(fields.map { ($0.name, $0.kind) }) { _, last in last }
  }

  private mutating func report(_ message: String, at span: Span?, hint: String? = nil) {
    let diagnostic = Diagnostic.error(message, at: span, hint: hint)
    // A partial is walked once for each place that includes it.
    if said.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}
