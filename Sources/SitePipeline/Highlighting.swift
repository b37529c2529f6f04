import Markup
import Scripting

/// Code as HTML with a class for each kind of word; what is not known stays plain.
func highlightedHTML(_ text: String, language: String) -> String {
  var text = text
  while text.last?.isNewline == true { text.removeLast() }
  guard language == "swift" else { return escapedHTML(text) }
  return coloured(text, swiftTokens(of: text))
}

private func coloured(_ text: String, _ tokens: [SwiftToken]) -> String {
  let bytes = Array(text.utf8)
  var html = ""
  var position = 0
  for token in tokens where token.range.lowerBound >= position {
    html += escaped(bytes[position..<token.range.lowerBound])
    let words = escaped(bytes[token.range])
    html += token.className.map { "<span class=\"tok-\($0)\">\(words)</span>" } ?? words
    position = token.range.upperBound
  }
  return html + escaped(bytes[position...])
}

private func escaped(_ bytes: ArraySlice<UInt8>) -> String {
  escapedHTML(String(decoding: bytes, as: UTF8.self))
}

extension SwiftToken {
  /// The theme's name for the kind; nil for what is not coloured.
  fileprivate var className: String? {
    switch kind {
    case .keyword: "keyword"
    case .type: "type"
    case .call: "call"
    case .member: "member"
    case .argumentLabel: "label"
    case .number: "number"
    case .string: "string"
    case .comment: "comment"
    case .operator: "operator"
    case .attribute: "attribute"
    case .identifier, .other: nil
    }
  }
}
