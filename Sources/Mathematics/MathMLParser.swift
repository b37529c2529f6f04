/// Reads the markup that KaTeX writes: well-formed elements, text and five named letters.
///
/// Goes by bytes, because to a `Character` the end of a tag and a combining stroke are one letter.
struct MathMLParser {
  /// Browsers stop nesting at 512 elements, of which the page around a formula needs some.
  static let deepestNesting = 256

  private enum Token {
    case text(String)
    case start(MathMLNode.Element, isWhole: Bool)
    case end
  }

  private var rest: ArraySlice<UInt8>

  /// The `<math>` element in `markup`.
  static func parse(_ markup: String) throws(TeXMistake) -> MathMLNode.Element {
    var parser = MathMLParser(rest: Array(markup.utf8)[...])
    var open: [MathMLNode.Element] = []
    while let token = parser.next() {
      switch token {
      case .text(let text):
        if !open.isEmpty { open[open.count - 1].children.append(.text(text)) }
      case .start(let element, let isWhole):
        // What stands around the formula is of no use to us.
        guard element.name == "math" || !open.isEmpty else { continue }
        guard open.count < deepestNesting else { throw .tooDeep }
        if isWhole {
          open[open.count - 1].children.append(.element(element))
        } else {
          open.append(element)
        }
      case .end:
        guard let closed = open.popLast() else { continue }
        guard !open.isEmpty else { return closed }
        open[open.count - 1].children.append(.element(closed))
      }
    }
    throw .unreadable
  }

  /// Nil at the end, and where this is no markup.
  private mutating func next() -> Token? {
    guard let first = rest.first else { return nil }
    guard first == UInt8(ascii: "<") else {
      return .text(Self.unescape(take { $0 != UInt8(ascii: "<") }))
    }
    rest.removeFirst()
    if skip("/") {
      _ = take { $0 != UInt8(ascii: ">") }
      return skip(">") ? .end : nil
    }
    return startTag()
  }

  /// A tag such as `<mo fence="true">`, behind its `<`.
  private mutating func startTag() -> Token? {
    var element = MathMLNode.Element(name: name())
    while true {
      skipSpaces()
      let name = name()
      guard !name.isEmpty else { break }
      skipSpaces()
      guard skip("="), skip("\"") else { return nil }
      let value = Self.unescape(take { $0 != UInt8(ascii: "\"") })
      guard skip("\"") else { return nil }
      element.attributes.append(.init(name: name, value: value))
    }
    let isWhole = skip("/")
    return skip(">") ? .start(element, isWhole: isWhole) : nil
  }

  private mutating func take(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let taken = rest.prefix(while: condition)
    rest = rest[taken.endIndex...]
    return taken
  }

  private mutating func name() -> String {
    let stops = Array(" =/>\"".utf8)
    return String(decoding: take { !stops.contains($0) }, as: UTF8.self)
  }

  private mutating func skipSpaces() { _ = take { $0 == UInt8(ascii: " ") } }

  private mutating func skip(_ letter: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: letter) else { return false }
    rest.removeFirst()
    return true
  }

  private static func unescape(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    // The ampersand is last: "&amp;lt;" stands for "&lt;".
    let letters = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")]
    return letters.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
