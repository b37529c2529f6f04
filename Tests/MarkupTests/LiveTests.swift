import Markup
import Testing

@Suite("a network that the reader can change")
struct LiveTests {
  private func read(_ head: String, _ body: String = "A figure.\n") -> (Live?, [String]) {
    let document = parseDocument(path: "page.md", text: "::: live \(head)\n\(body):::").value
    guard case .directive(let directive)? = document.blocks.first?.kind else { return (nil, []) }
    let component = Component.reading(directive)
    guard case .live(let live)? = component.value else { return (nil, said(component.diagnostics)) }
    return (live, said(component.diagnostics))
  }

  @Test("it begins as its attributes say")
  func attributes() {
    let (live, mistakes) = read(
      "{#own cell=lstm sequence=wave steps=60 radius=0.95 forget-bias=-1.5 title=\"Yours\"}")
    #expect(mistakes.isEmpty)
    #expect(live?.cell == .lstm && live?.sequence == .wave && live?.title == "Yours")
    #expect(live?.steps.value == 60 && live?.radius.value == 0.95)
    #expect(live?.forgetBias.value == -1.5 && live?.blocks.count == 1)
  }

  @Test("every stop of a control can be its start")
  func stops() {
    for stop in 0...40 {
      #expect(read("{#own radius=\(Double(stop * 5) / 100)}").1.isEmpty)
    }
  }

  @Test("what is wrong with it is said where it is, with what there is instead")
  func mistakes() {
    #expect(
      read("{#own cell=lstn steps=1.5}").1 == [
        "page.md:1:16: error: there is no cell 'lstn' | did you mean 'lstm'?",
        "page.md:1:26: error: 'steps' is a number from 2 to 100 in steps of 1 | the nearest is steps=2",
      ])
    #expect(
      read("{#own sequence=text radius=0.33 hidden=3}").1 == [
        "page.md:1:16: error: there is no sequence 'text'"
          + " | it is one of noise, pulse, wave, square",
        "page.md:1:30: error: 'radius' is a number from 0 to 2 in steps of 0.05 | the nearest is radius=0.35",
        "page.md:1:42: error: 'live' has no attribute 'hidden'"
          + " | it has cell, forget-bias, radius, sequence, steps, title",
      ])
    #expect(
      read("{cell=gru}", "").1 == [
        "page.md:1:5: error: there is nothing in this 'live' for readers without a script"
          + " | put a figure of the same network into it",
        "page.md:1:5: error: a 'live' needs an id | write ::: live {#own-network}",
      ])
  }
}
