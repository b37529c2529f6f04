import Mustache
import Synchronization

/// What a template comes to for all models of one shape: what stands between their texts.
///
/// The template library fills a template once for a shape, with marks in place of the texts; every
/// model of that shape is then put together without it, several times as fast.
struct Mould: Sendable {
  /// The mark before a text's number and behind it; `TemplateReader` lets none into a template.
  static let mark: Character = "\u{1}"

  /// What stands before each text, and the text's number.
  private var pieces: [(before: String, text: Int)] = []
  private var end = ""

  /// - Parameter cast: a template filled with the values of a `Casting`.
  init(_ cast: String) {
    var parts = cast.split(separator: Self.mark, omittingEmptySubsequences: false)[...]
    while parts.count > 1 {
      let (before, number) = (parts.removeFirst(), parts.removeFirst())
      pieces.append((String(before), Int(number.prefix(while: \.isNumber)) ?? 0))
      // The line break is the text's own.
      if number.hasSuffix(Casting.lineMark), let rest = parts.first {
        parts[parts.startIndex] = rest.dropFirst()
      }
    }
    end = String(parts.first ?? "")
  }

  func filled(with texts: [String]) -> String {
    var result = ""
    var count = end.utf8.count
    for piece in pieces { count += piece.before.utf8.count + texts[piece.text].utf8.count }
    result.reserveCapacity(count)
    for piece in pieces {
      result += piece.before
      result += texts[piece.text]
    }
    return result + end
  }
}

/// Values of a shape for the template library, with a mark for every text.
struct Casting {
  /// Behind the number of a text that ends its line.
  static let lineMark = "n"

  private var shape: ArraySlice<Int>
  private var count = 0

  init(_ shape: [Int]) {
    self.shape = shape[...]
  }

  mutating func fields(_ fields: [(name: String, kind: FieldKind)]) -> [String: Any] {
    var values: [String: Any] = [:]
    for field in fields { values[field.name] = value(of: field.kind) }
    return values
  }

  private mutating func value(of kind: FieldKind) -> Any {
    switch kind {
    case .text, .html: return text()
    case .flag: return shape.removeFirst() == 1
    case .texts: return list { $0.text() }
    case .models(let fields): return list { ShownModel(fields: $0.fields(fields())) }
    case .model(let fields):
      guard shape.removeFirst() == 1 else { return ShownText.missing }
      return ShownModel(fields: self.fields(fields()))
    }
  }

  private mutating func list(_ value: (inout Casting) -> Any) -> Any {
    let count = shape.removeFirst()
    guard count > 0 else { return ShownText.missing }
    return ShownList(values: (0..<count).map { _ in value(&self) })
  }

  private mutating func text() -> ShownText {
    let kind = Filling.Text(rawValue: shape.removeFirst())
    guard kind != .missing else { return .missing }
    defer { count += 1 }
    // Behind a line break the library indents what follows.
    let (letter, end) = kind == .line ? (Self.lineMark, "\n") : ("", "")
    return ShownText(renderText: "\(Mould.mark)\(count)\(letter)\(Mould.mark)\(end)")
  }
}

/// Moulds that are kept, by template and shape.
final class Moulds: Sendable {
  struct Key: Hashable {
    var template: String
    var shape: [Int]
  }

  /// More shapes than these are those of lists that hardly two pages share.
  private static let most = 1000
  /// Such as the search page of a large course, which is made once.
  private static let longest = 1000

  private let known = Mutex<[Key: Mould]>([:])

  func mould(for key: Key, _ make: () -> Mould) -> Mould {
    guard key.shape.count <= Self.longest else { return make() }
    if let mould = known.withLock({ $0[key] }) { return mould }
    let mould = make()
    known.withLock { if $0.count < Self.most { $0[key] = mould } }
    return mould
  }
}
