import Mustache

// What the template library is handed: few types, each of which answers to all that the library
// asks of a value.

/// A model's fields by their names.
struct ShownModel: MustacheParent, MustacheCustomRepresentation {
  let fields: [String: Any]

  func child(named name: String) -> Any? { fields[name] }

  var representation: Any? { self }
}

/// A text, which is also what a section goes by: an empty one hides it.
///
/// A missing one is a value too: were it left out, the library would go on looking in the models
/// around this one, and a link without a title would take the page's.
struct ShownText: MustacheCustomRenderable, MustacheParent, MustacheCustomRepresentation, Sendable {
  /// HTML already: the library is told to leave all escaping to us.
  let renderText: String

  static let missing = ShownText(renderText: "")

  var isNull: Bool { renderText.isEmpty }

  func child(named _: String) -> Any? { nil }

  var representation: Any? { self }
}

/// Values that a section shows one after the other; at least one.
struct ShownList: MustacheSequence, MustacheCustomRepresentation {
  let values: [Any]

  func makeIterator() -> IndexingIterator<[Any]> { values.makeIterator() }

  var representation: Any? { self }
}
