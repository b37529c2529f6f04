import Diagnostics

/// HTML of an author's that cannot run anything: elements and attributes of a closed list stay,
/// the rest is shown as the text that it is, and said.
package enum SafeHTML {
  /// Elements that mark up or lay out; none that runs, loads a page, asks for input or changes how
  /// what follows is read.
  private static let elements = LanguageRules.words(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn"
      + " div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p"
      + " picture pre q rp rt ruby s samp section small source span strong sub summary sup"
      + " table tbody td tfoot th thead time tr track u ul var video audio wbr")
  private static let attributes = LanguageRules.words(
    "abbr align alt cite class colspan controls datetime dir height href id lang loading loop muted"
      + " open poster reversed role rowspan scope span src start title type value width")
  private static let addresses = LanguageRules.words("cite href poster src")

  /// - Parameter span: where the HTML stands in its file.
  package static func filtered(_ html: String, at span: Span) -> Diagnosed<String> {
    var filter = Filter(bytes: Array(html.utf8), span: span)
    filter.run()
    return Diagnosed(filter.output, filter.diagnostics)
  }

  private struct Filter {
    let bytes: [UInt8]
    let span: Span
    var index = 0
    var output = ""
    var diagnostics: [Diagnostic] = []

    init(bytes: [UInt8], span: Span) {
      self.bytes = bytes
      self.span = span
    }

    mutating func run() {
      while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
        output += text(index..<next)
        index = next
        if bytes[index...].starts(with: "<!--".utf8) {
          skipComment()
        } else {
          readTag()
        }
      }
      output += text(index..<bytes.count)
    }

    private mutating func skipComment() {
      let rest = bytes[(index + 4)...]
      let end = rest.indices.first { rest[$0...].starts(with: "-->".utf8) }
      index = end.map { $0 + 3 } ?? bytes.count
    }

    private mutating func readTag() {
      var tag = Tag(bytes: bytes, start: index)
      guard tag.read() else {
        output += "&lt;"
        index += 1
        return
      }
      defer { index = tag.end }
      guard elements.contains(tag.name) else {
        report(
          "the element '\(tag.name)' is not let into a page",
          hint: "'html: filtered' in course.yml keeps what only marks up; 'unfiltered' keeps all")
        output += escapedHTML(text(index..<tag.end))
        return
      }
      output += tag.isClosing ? "</" : "<"
      output += tag.name
      for attribute in tag.attributes { write(attribute) }
      output += tag.isSelfClosing ? " />" : ">"
    }

    private mutating func write(_ attribute: Tag.Attribute) {
      let name = attribute.name
      guard attributes.contains(name) || name.hasPrefix("aria-") else {
        return report(
          "the attribute '\(name)' is not let into a page",
          hint: "take it out; the theme says how things look")
      }
      guard let value = attribute.value else { return output += " \(name)" }
      let decoded = Entity.decoded(value)
      if addresses.contains(name), !isSafeAddress(decoded) {
        return report(
          "this '\(name)' would run a program in the page",
          hint: "an address begins with 'https:', 'http:' or 'mailto:', or is a path")
      }
      output += " \(name)=\"\(escapedHTML(decoded))\""
    }

    private mutating func report(_ message: String, hint: String) {
      let before = bytes[..<index]
      let breaks = before.count { $0 == UInt8(ascii: "\n") }
      let column = index - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
      let place = SourcePosition(
        line: span.start.line + breaks,
        column: breaks == 0 ? span.start.column + column - 1 : column)
      diagnostics.append(
        .error(message, at: Span(path: span.path, start: place, end: place), hint: hint))
    }

    private func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range], as: UTF8.self)
    }
  }
}
