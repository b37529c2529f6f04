import Drawing
import Lettering
import Testing

@Suite("scripts and directions")
struct ScriptTests {
  private let style = TextStyle(size: 10)

  private func letters(_ text: String) -> Lettering { Fonts.typesetter.letter(text, style: style) }

  @Test("Hebrew runs from right to left: the first letter is the last outline")
  func hebrew() {
    let word = letters("אב")
    #expect(word.missing.isEmpty)
    #expect(word.outlines.description == joined("ב", "א").description)
  }

  @Test("Arabic letters join, so a word is narrower than its letters")
  func arabic() {
    let word = letters("مرحبا")
    let apart = "مرحبا".map { letters(String($0)).advance }.reduce(0, +)
    #expect(word.missing.isEmpty)
    #expect(word.advance < apart)
  }

  @Test("digits among Hebrew letters keep their order")
  func digits() {
    #expect(letters("א12").outlines.description == joined("12", "א").description)
  }

  @Test("a line of both directions keeps each word together")
  func mixed() {
    #expect(letters("ab אב cd").outlines.description == joined("ab ", "ב", "א", " cd").description)
  }

  @Test("a letter and its mark are one, composed or not")
  func marks() {
    #expect(letters("e\u{301}").outlines == letters("\u{e9}").outlines)
    let tilde = letters("c\u{303}")
    #expect(tilde.missing.isEmpty)
    #expect(tilde.advance < 1.2 * letters("c").advance)
  }

  @Test("a mark that stands over a letter does not move the pen")
  func hat() throws {
    let plain = letters("x")
    let hat = letters("x\u{302}")
    #expect(abs(hat.advance - plain.advance) < 1)
    let top = try #require(hat.outlines.bounds).minY
    #expect(top < (try #require(plain.outlines.bounds)).minY)
  }

  @Test("ten thousand characters of every kind are set")
  func long() {
    let line = String(repeating: "a א 1 ∇\u{301} 😀(", count: 1000)
    #expect(letters(line).advance > 0)
  }

  /// The pieces one after the other, each set on its own.
  private func joined(_ pieces: String...) -> Path {
    var path = Path()
    var pen = 0.0
    for piece in pieces {
      let letters = letters(piece)
      path.append(letters.outlines.moved(by: Point(pen, 0)))
      pen += letters.advance
    }
    return path
  }
}
