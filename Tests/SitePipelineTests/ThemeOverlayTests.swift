import Diagnostics
import SitePipeline
import Testing

@Suite("a course's own templates")
struct ThemeOverlayTests {
  private let theme = SourceTree(files: [
    "page.mustache": Array("page".utf8), "components/details.mustache": Array("d".utf8),
    "theme/tokens.css": Array("t".utf8),
    "words/en.yml": Array("# Words\nskip: Skip\nnext: Next\n".utf8),
  ])

  private func overlaid(_ own: [String: String]) -> Diagnosed<SourceTree> {
    theme.overlaid(
      by: SourceTree(files: own.mapValues { Array($0.utf8) }), named: "templates")
  }

  @Test("stand in place of the theme's, and the others stay")
  func replaced() {
    let own = overlaid(["page.mustache": "mine {{> parts/mine}}", "parts/mine.mustache": "m"])
    #expect(own.diagnostics == [])
    #expect(own.value.text("page.mustache")?.hasPrefix("mine") == true)
    #expect(own.value.text("components/details.mustache") == "d")
  }

  @Test("change one word and leave the others to the theme")
  func words() {
    let own = overlaid(["words/en.yml": "next: Onwards"])
    #expect(own.value.text("words/en.yml") == "next: Onwards\nskip: Skip\n")
    #expect(
      overlaid(["words/fr.yml": "next: Suite\n"]).value.text("words/fr.yml") == "next: Suite\n")
  }

  @Test("with a word that no page asks for say so at its line")
  func unknownWord() {
    let own = overlaid(["words/en.yml": "next: Onwards\n# skipp: x\nskipp: Jump\n"])
    #expect(
      own.diagnostics.map { "\($0) | \($0.hint ?? "")" } == [
        "templates/words/en.yml:3:1: warning: no page asks for the word 'skipp'"
          + " | did you mean 'skip'?"
      ])
  }

  @Test("that nothing asks for are named, with what was meant")
  func useless() {
    let own = overlaid([
      "components/detials.mustache": "", "theme/token.css": "", "theme/extra.css": "",
      "note.txt": "",
    ])
    let found = own.diagnostics.map { "\($0)" + ($0.hint.map { " | \($0)" } ?? "") }
    #expect(
      found == [
        "templates/components/detials.mustache:1:1: warning: no page asks for this file"
          + " | did you mean 'components/details.mustache'?",
        "templates/theme/extra.css:1:1: warning: no page asks for this file",
        "templates/theme/token.css:1:1: warning: no page asks for this file"
          + " | did you mean 'theme/tokens.css'?",
      ])
  }
}
