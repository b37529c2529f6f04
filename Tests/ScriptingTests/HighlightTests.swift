import Scripting
import Testing

@Suite("Swift text is coloured by what its words are")
struct HighlightTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return swiftTokens(of: text).map { token in
      "\(token.kind.rawValue) \(String(decoding: bytes[token.range], as: UTF8.self))"
    }
  }

  @Test("keywords, calls, types, labels, numbers, strings and comments are told apart")
  func kinds() {
    #expect(
      words("let net = LSTM(size: 3) // ∂\nshow(net.norms.map { $0 * 0.5 }, \"a\")") == [
        "keyword let", "identifier net", "type LSTM", "argumentLabel size", "number 3",
        "comment // ∂", "call show", "identifier net", "member norms", "call map", "identifier $0",
        "operator *", "number 0.5", "string \"a\"",
      ])
  }

  @Test("hostile text gets no colours and does no harm")
  func hostile() {
    #expect(swiftTokens(of: String(repeating: "[", count: 100)).isEmpty)
    #expect(swiftTokens(of: String(repeating: "a<", count: 5000)).isEmpty)
  }
}
