import Drawing
import Lettering
import Testing

@Suite("lettering")
struct TypesetterTests {
  private let typesetter = Fonts.typesetter
  private let style = TextStyle(size: 10)

  private func advance(_ text: String, _ style: TextStyle = TextStyle(size: 10)) -> Double {
    typesetter.letter(text, style: style).advance
  }

  @Test("letters stand on the baseline, to the right of the origin")
  func baseline() throws {
    let bounds = try #require(typesetter.letter("HTL", style: style).outlines.bounds)
    #expect(bounds.maxY == 0)
    #expect(bounds.minX >= 0)
    #expect(bounds.minY == -typesetter.capHeight(of: style))
  }

  @Test("everything grows with the size")
  func size() {
    let large = TextStyle(size: 20)
    #expect(abs(advance("Gradient", large) - 2 * advance("Gradient")) < 1e-9)
    #expect(abs(typesetter.capHeight(of: large) - 2 * typesetter.capHeight(of: style)) < 1e-9)
  }

  @Test("Inter's capitals are 0.727 of its em")
  func capHeight() {
    #expect(abs(typesetter.capHeight(of: TextStyle(size: 1)) - 0.727) < 0.001)
  }

  @Test("pairs are kerned")
  func kerning() {
    #expect(advance("AV") < advance("A") + advance("V"))
    #expect(advance("To") < advance("T") + advance("o"))
  }

  @Test("semibold is heavier and italic leans")
  func styles() {
    let regular = typesetter.letter("loss", style: style)
    let semibold = typesetter.letter("loss", style: TextStyle(size: 10, weight: .semibold))
    let italic = typesetter.letter("loss", style: TextStyle(size: 10, isItalic: true))
    #expect(semibold.advance > regular.advance)
    #expect(Set([regular.outlines, semibold.outlines, italic.outlines]).count == 3)
  }

  @Test("nothing takes no room")
  func empty() {
    let nothing = typesetter.letter("", style: style)
    #expect(nothing == Lettering(outlines: Path(), advance: 0))
    #expect(typesetter.letter(" ", style: style).outlines == Path())
    #expect(advance(" ") > 0)
  }

  @Test(
    "the field's symbols are there",
    arguments: ["σ", "∂", "‖", "∇", "⊙", "ℝ", "∈", "≤", "→", "hₜ₋₁", "Σ", "√", "∞", "′", "⊤", "·"])
  func symbols(text: String) {
    let letters = typesetter.letter(text, style: style)
    #expect(letters.missing.isEmpty)
    #expect(letters.outlines != Path())
  }

  @Test("what no font has is named in order, and no box is drawn for it")
  func missing() {
    let letters = typesetter.letter("a\u{13000}b\u{1F9E0}", style: style)
    #expect(letters.missing == ["\u{13000}", "\u{1F9E0}"])
    #expect(letters.advance == advance("a") + advance("b"))
  }

  @Test("an arrow of two characters stays two characters, a colon stays down")
  func noContextualAlternates() {
    #expect(abs(advance("->") - advance("-") - advance(">")) < 1)
    let apart = [advance("1"), advance(":"), advance("2")].reduce(0, +)
    #expect(abs(advance("1:2") - apart) < 1)
  }

  @Test("the same text gives the same outlines from every thread")
  func threads() async {
    let expected = typesetter.letter("Gradient decay ∇ ℝ", style: style)
    await withTaskGroup(of: Lettering.self) { group in
      for _ in 0..<16 {
        group.addTask { [typesetter, style] in
          typesetter.letter("Gradient decay ∇ ℝ", style: style)
        }
      }
      for await letters in group { #expect(letters == expected) }
    }
  }

  @Test("a fresh typesetter answers as one that has seen much")
  func memory() throws {
    _ = typesetter.letter("Something else entirely: 0123456789", style: style)
    let fresh = try HarfBuzzTypesetter(Fonts.set)
    let text = "else 0"
    #expect(fresh.letter(text, style: style) == typesetter.letter(text, style: style))
  }

  @Test("bytes that are no font are refused by name")
  func notAFont() {
    for bytes in [[], Array("not a font".utf8), Array(Fonts.set.regular.bytes.prefix(200))] {
      var fonts = Fonts.set
      fonts.semibold = FontFile(name: "mine.otf", bytes: bytes)
      let error = #expect(throws: FontError.self) { try HarfBuzzTypesetter(fonts) }
      #expect(error?.description == "'mine.otf' is not a font that can be read")
    }
  }

  @Test("files stand in a fixed order")
  func files() {
    #expect(
      Fonts.set.files.map(\.name) == [
        StandardFonts.regular, StandardFonts.semibold, StandardFonts.italic,
        StandardFonts.fallback,
      ])
  }
}
