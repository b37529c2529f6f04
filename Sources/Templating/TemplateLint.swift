import Diagnostics

/// Finds what the template library would pass over in silence: a name that nobody fills.
///
/// Follows sections and partials with the fields that are in reach, innermost first, as rendering
/// does.
struct TemplateLint {
  private let files: [String: String]
  private let path: (String) -> String
  private var seen: Set<Diagnostic> = []
  private(set) var diagnostics: [Diagnostic] = []
  private var depth = 0

  init(files: [(name: String, text: String)], path: @escaping (String) -> String) {
    self.files = Dictionary(files.map { ($0.name, $0.text) }) { first, _ in first }
    self.path = path
  }

  mutating func check(_ name: String, kinds: [String: FieldKind]) {
    guard files[name] != nil else {
      return report("the theme has no template '\(name)'", nil)
    }
    walk(name, scopes: [kinds])
  }

  private mutating func walk(_ name: String, scopes: [[String: FieldKind]]) {
    // A partial that includes itself ends where its data ends.
    guard depth < 16, let text = files[name] else { return }
    depth += 1
    defer { depth -= 1 }
    var scopes = scopes
    var open: [(name: String, pushes: Bool)] = []
    for tag in TemplateTag.all(in: text, path: path(name)) {
      switch tag.kind {
      case .escaped, .raw: checkValue(tag, scopes)
      case .section, .inverted:
        let kind = lookUp(tag, scopes)
        if tag.kind == .section, case .model(let fields)? = kind {
          scopes.append(fields())
          open.append((tag.name, true))
        } else {
          if tag.kind == .section, case .texts? = kind {
            scopes.append([".": .text])
            open.append((tag.name, true))
          } else {
            open.append((tag.name, false))
          }
        }
      case .end:
        if let last = open.popLast(), last.pushes { scopes.removeLast() }
      case .partial, .parent:
        if files[tag.name] == nil {
          report(
            "there is no template '\(tag.name)'", tag.span,
            hint: didYouMean(tag.name, among: files.keys.sorted()))
        }
        walk(tag.name, scopes: scopes)
        if tag.kind == .parent { open.append((tag.name, false)) }
      case .block: open.append((tag.name, false))
      case .other: break
      }
    }
  }

  private mutating func checkValue(_ tag: TemplateTag, _ scopes: [[String: FieldKind]]) {
    switch (lookUp(tag, scopes), tag.kind) {
    case (.text?, .raw):
      report(
        "'\(tag.name)' is text and would go into the page unescaped", tag.span,
        hint: "write {{\(tag.name)}}")
    case (.html?, .escaped):
      report(
        "'\(tag.name)' is HTML and would be shown as its source", tag.span,
        hint: "write {{{\(tag.name)}}}")
    case (.flag?, _), (.model?, _), (.texts?, _):
      report("'\(tag.name)' is nothing to show", tag.span, hint: "use it as {{#\(tag.name)}}")
    default: break
    }
  }

  /// The field that a name means here; an unknown one is reported.
  private mutating func lookUp(_ tag: TemplateTag, _ scopes: [[String: FieldKind]]) -> FieldKind? {
    let parts = tag.name == "." ? ["."] : tag.name.split(separator: ".").map(String.init)
    var kind = scopes.reversed().lazy.compactMap { $0[parts[0]] }.first
    for part in parts.dropFirst() {
      guard case .model(let fields)? = kind else { break }
      kind = fields()[part]
    }
    if kind == nil {
      let names = Set(scopes.flatMap(\.keys)).sorted()
      report(
        "there is no field '\(tag.name)'", tag.span, hint: didYouMean(tag.name, among: names))
    }
    return kind
  }

  private mutating func report(_ message: String, _ span: Span?, hint: String? = nil) {
    let diagnostic = Diagnostic.error(message, at: span, hint: hint)
    // A partial is walked once for each place that includes it.
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}

/// A `{{…}}` and its place.
struct TemplateTag {
  enum Kind { case escaped, raw, section, inverted, end, partial, parent, block, other }

  var kind: Kind
  var name: String
  var span: Span

  static func all(in text: String, path: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line
      while let start = rest.firstRange(of: "{{") {
        let body = rest[start.upperBound...]
        guard let end = body.firstRange(of: "}}") else { break }
        let column = line.utf8.distance(from: line.startIndex, to: start.lowerBound) + 1
        tags.append(
          tag(
            String(body[..<end.lowerBound]),
            Span(path: path, line: index + 1, column: column, length: 2)))
        rest = body[end.upperBound...]
      }
    }
    return tags
  }

  private static func tag(_ body: String, _ span: Span) -> TemplateTag {
    let kinds: [Character: Kind] = [
      "#": .section, "^": .inverted, "/": .end, ">": .partial, "<": .parent, "$": .block,
      "{": .raw, "&": .raw, "!": .other, "=": .other, "%": .other, "*": .other,
    ]
    let kind = body.first.flatMap { kinds[$0] }
    let name = kind == nil ? body[...] : body.dropFirst()
    let trimmed = name.filter { $0 != " " && $0 != "}" }
    return TemplateTag(kind: kind ?? .escaped, name: String(trimmed), span: span)
  }
}
