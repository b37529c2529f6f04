import Markup
import Mustache

// What the template library is handed: few types, each of which answers to all that the library
// asks of a value. It asks by casting, many times for every tag, and a cast to a protocol that a
// generic type or a `String` does not have costs the runtime a search.

/// A model, asked for a field when a tag names it.
struct ShownModel: MustacheParent, MustacheCustomRepresentation {
  private let field: (String) -> Any?

  init(_ field: @escaping (String) -> Any?) {
    self.field = field
  }

  func child(named name: String) -> Any? { field(name) }

  var representation: Any? { self }
}

/// A text, which is also what a section goes by: a missing or empty one hides it.
///
/// A missing one is a value too: were it left out, the library would go on looking in the models
/// around this one, and a link without a title would take the page's.
struct ShownText: MustacheCustomRenderable, MustacheParent, MustacheCustomRepresentation {
  /// HTML already: the library is told to leave all escaping to us.
  let renderText: String

  init?(html: String?) {
    guard let html, !html.isEmpty else { return nil }
    renderText = html
  }

  init?(text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self.init(escaping: text)
  }

  init(escaping text: String) {
    let html = escapedHTML(text)
    // A theme may put an attribute between apostrophes.
    let hasApostrophe = html.utf8.contains(UInt8(ascii: "'"))
    renderText = hasApostrophe ? html.replacing("'", with: "&#39;") : html
  }

  init(missing _: Void) {
    renderText = ""
  }

  var isNull: Bool { renderText.isEmpty }

  func child(named _: String) -> Any? { nil }

  var representation: Any? { self }
}

/// Values that a section shows one after the other; nil when there are none.
struct ShownList: MustacheSequence, MustacheCustomRepresentation {
  private let values: [Any]

  init?(_ values: [Any]) {
    guard !values.isEmpty else { return nil }
    self.values = values
  }

  func makeIterator() -> IndexingIterator<[Any]> { values.makeIterator() }

  var representation: Any? { self }
}
