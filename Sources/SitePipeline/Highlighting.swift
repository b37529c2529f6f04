import Markup
import Scripting

/// Code to be shown, with the lines to emphasise, from 1.
struct Listing: Hashable, Sendable {
  var text: String
  var language: String
  var marked: [ClosedRange<Int>] = []

  /// With a class for each kind of word; what is not known stays plain.
  ///
  /// Swift is told apart by its own parser, the other languages by the tables of `Markup`.
  var highlighted: String {
    var text = text
    while text.last?.isNewline == true { text.removeLast() }
    guard language == "swift" else {
      return Highlighter.html(text, language: language, marked: marked)
    }
    let tokens = swiftTokens(of: text).compactMap { token in
      token.markupKind.map { Token(token.range, $0) }
    }
    return Highlighter.html(text, tokens: tokens, marked: marked)
  }
}

extension SiteRenderer {
  /// Parsing Swift takes longer than looking up what came of it.
  func html(of listing: Listing) -> String {
    guard listing.language == "swift" else { return listing.highlighted }
    return made.listings.value(for: listing) { listing.highlighted }
  }
}

extension SwiftToken {
  /// What the theme calls the kind; nil for what is not coloured.
  fileprivate var markupKind: Token.Kind? {
    switch kind {
    case .keyword: .keyword
    case .type: .type
    case .call: .call
    case .member: .member
    case .argumentLabel: .label
    case .number: .number
    case .string: .string
    case .comment: .comment
    case .operator: .operator
    case .attribute: .attribute
    case .identifier, .other: nil
    }
  }
}
