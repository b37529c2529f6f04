import Diagnostics

/// A `{{…}}`, its place, and what stands between it and its end.
struct TemplateTag {
  enum Kind {
    case escaped, raw, section, inverted, partial, parent, block

    /// Whether it needs an end such as `{{/name}}`.
    var isOpen: Bool { [.section, .inverted, .parent, .block].contains(self) }
  }

  var kind: Kind
  var name: String
  /// The whole tag, braces included.
  var span: Span
  var children: [TemplateTag] = []
}

/// Finds a template's tags and pairs them, for the lint; the template library reads by itself.
///
/// It tells of tags that do not pair where they stand, which the library tells of where it gave
/// up reading.
struct TemplateReader {
  private let path: String
  private var rest: ArraySlice<UInt8>
  private var position = SourcePosition(line: 1, column: 1)
  private var open: [TemplateTag] = []
  private var finished: [TemplateTag] = []
  private var diagnostics: [Diagnostic] = []

  static func tags(in text: String, path: String) -> Diagnosed<[TemplateTag]> {
    var reader = TemplateReader(path: path, rest: Array(text.utf8)[...])
    reader.read()
    return Diagnosed(reader.finished, reader.diagnostics)
  }

  private init(path: String, rest: ArraySlice<UInt8>) {
    self.path = path
    self.rest = rest
  }

  private mutating func read() {
    while skip(to: "{{") {
      let start = position
      advance(2)
      // `{{{x}}}` ends with three, of which the first belongs to its inside.
      let end = rest.first == UInt8(ascii: "{") ? "}}}" : "}}"
      let from = rest.startIndex
      let whole = rest
      guard skip(to: end) else {
        let place = Span(path: path, line: start.line, column: start.column, length: 2)
        return diagnostics.append(.error("this tag has no '\(end)'", at: place))
      }
      let inside = String(decoding: whole[from..<rest.startIndex], as: UTF8.self)
      advance(end.utf8.count)
      take(inside, Span(path: path, start: start, end: position))
    }
    for tag in open {
      diagnostics.append(
        .error(
          "'\(tag.name)' is opened and not closed", at: tag.span,
          hint: "Close it with '{{/\(tag.name)}}'."))
    }
  }

  private mutating func take(_ inside: String, _ span: Span) {
    let name = inside.dropFirst().filter { !$0.isWhitespace }
    switch inside.first {
    case "!": return
    case "%": diagnostics.append(.error("templates have no settings", at: span))
    case "=":
      diagnostics.append(.error("templates keep '{{' and '}}' as their braces", at: span))
    case "/": close(name, span)
    case "{", "&": add(TemplateTag(kind: .raw, name: name, span: span))
    case "#": add(TemplateTag(kind: .section, name: name, span: span))
    case "^": add(TemplateTag(kind: .inverted, name: name, span: span))
    case ">": add(TemplateTag(kind: .partial, name: name, span: span))
    case "<": add(TemplateTag(kind: .parent, name: name, span: span))
    case "$": add(TemplateTag(kind: .block, name: name, span: span))
    default:
      let name = inside.filter { !$0.isWhitespace }
      if let sign = name.first, "#^/><$&{".contains(sign) {
        return diagnostics.append(.error("no space may stand before '\(sign)'", at: span))
      }
      add(TemplateTag(kind: .escaped, name: name, span: span))
    }
  }

  private mutating func add(_ tag: TemplateTag) {
    guard tag.name == "." || tag.name.contains(where: { $0 != "." }) else {
      return diagnostics.append(
        .error(
          "this tag has no name", at: tag.span, hint: "Write a field's name between the braces."))
    }
    if tag.kind.isOpen {
      open.append(tag)
    } else if open.isEmpty {
      finished.append(tag)
    } else {
      open[open.count - 1].children.append(tag)
    }
  }

  private mutating func close(_ name: String, _ span: Span) {
    guard let tag = open.popLast() else {
      return diagnostics.append(.error("'{{/\(name)}}' closes nothing", at: span))
    }
    if tag.name != name {
      diagnostics.append(
        .error("'{{/\(name)}}' stands where '\(tag.name)' should be closed", at: span))
    }
    if open.isEmpty {
      finished.append(tag)
    } else {
      open[open.count - 1].children.append(tag)
    }
  }

  // MARK: - Letters

  /// Goes on to the next `mark`, or to the end when there is none.
  private mutating func skip(to mark: String) -> Bool {
    let mark = Array(mark.utf8)
    while !rest.isEmpty {
      if rest.starts(with: mark) { return true }
      advance(1)
    }
    return false
  }

  private mutating func advance(_ count: Int) {
    for _ in 0..<count {
      let byte = rest.removeFirst()
      if byte == Mould.mark.asciiValue {
        let place = Span(path: path, line: position.line, column: position.column)
        diagnostics.append(.error("no control character may stand in a template", at: place))
      }
      if byte == UInt8(ascii: "\n") {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else {
        position.column += 1
      }
    }
  }
}
