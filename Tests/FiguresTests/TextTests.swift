import Drawing
import Figures
import Testing

@Suite("Text markup")
struct TextTests {
  private func pieces(_ markup: String) -> [String] {
    RichText(markup).pieces.map { piece in
      let mark = piece.level == .sub ? "_" : piece.level == .sup ? "^" : ""
      return (piece.isItalic ? "/" : "") + mark + piece.text
    }
  }

  @Test("scripts stand in braces or are one character after a letter or a number")
  func scripts() {
    #expect(pieces("h_{t-1}") == ["h", "_t", "_−1"])
    #expect(pieces("10^{-3}") == ["10", "^−3"])
    #expect(pieces("x_t and 10^3") == ["x", "_t", " and 10", "^3"])
    #expect(pieces("*h*_t") == ["/h", "/_t"])
    #expect(pieces("*h*_{t-1}") == ["/h", "/_t", "_−1"])
    #expect(pieces("*W*_{xh}") == ["/W", "_xh"])
    #expect(pieces("‖∂L/∂h_t‖") == ["‖∂L/∂h", "_t", "‖"])
  }

  @Test("names with underscores stay as they are")
  func plainNames() {
    #expect(pieces("rnn_unroller_v1") == ["rnn_unroller_v1"])
    #expect(pieces("a * b * c") == ["a * b * c"])
    #expect(pieces(#"h\_t"#) == ["h_t"])
    #expect(pieces("x_{") == ["x_{"])
    #expect(pieces("_") == ["_"])
    #expect(pieces("x_{}") == ["x_{}"])
  }

  @Test("words keep their scripts apart")
  func plain() {
    #expect(RichText("*h*_{t-1}").plain == "h_(t−1)")
    #expect(RichText("10^{-3}").plain == "10^−3")
  }
}
