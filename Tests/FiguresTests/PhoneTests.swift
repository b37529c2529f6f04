import Drawing
import Figures
import Testing

@Suite("Figures for a phone")
struct PhoneTests {
  private func onPhone(_ figure: any Figure) -> FigureDrawing {
    figure.drawing(in: .light, for: .phone, typesetter: BoxTypesetter())
  }

  @Test(
    "every kind of figure fits into a phone's column, and no words cover others",
    arguments: Samples.good.indices)
  func fits(index: Int) {
    let (name, figure) = Samples.good[index]
    let drawing = onPhone(figure)
    #expect(drawing.scene.size.width == 328, "\(name)")
    #expect(drawing.scene.collisions == [], "\(name)")
    #expect(drawing.scene.overhanging == [], "\(name)")
    #expect(drawing.problems == figure.drawn().problems, "\(name)")
  }

  @Test("a number at the end of the horizontal axis stays inside the figure")
  func lastNumber() {
    let chart = Chart { LineMark(x: [12, 25, 50, 100, 200], y: [1, 2, 3, 4, 5]) }
      .xAxis("length", scale: .log)
    let scene = onPhone(chart).scene
    #expect(scene.words.contains("2×10^2"))
    #expect(scene.overhanging == [])
  }

  @Test("letters are as large as on a page")
  func letters() {
    let page = Theme.light.metrics
    let phone = Theme.light.sized(for: .phone).metrics
    #expect(phone.label == page.label)
    #expect(phone.tick == page.tick)
    #expect(phone.title == page.title)
  }

  @Test("bad data is as bad on a phone as on a page", arguments: Samples.difficult.indices)
  func difficultData(index: Int) {
    let (name, figure) = Samples.difficult[index]
    let drawing = onPhone(figure)
    #expect(drawing.scene.collisions == [], "\(name)")
    #expect(
      drawing.problems.filter(\.isError) == figure.drawn().problems.filter(\.isError), "\(name)")
    for item in drawing.scene.allItems { #expect(item.isFinite, "\(name): \(item)") }
  }

  @Test("the size that was asked for on a page is set aside, a smaller one is kept")
  func sizes() {
    let chart = Chart { LineMark([1, 2]) }
    #expect(onPhone(chart.size(width: 800, height: 900)).scene.size.width == 328)
    #expect(onPhone(chart.size(width: 800, height: 900)).scene.size.height < 300)
    #expect(
      onPhone(chart.size(width: 300, height: 280)).scene.size == Size(width: 300, height: 280))
  }

  @Test("panels stand below each other")
  func facets() throws {
    let texts = onPhone(Samples.facets).scene.texts
    let places = try ["SimpleRNN", "GRU", "LSTM"].map { name in
      try #require(texts.first { $0.words == name }).box
    }
    #expect(Set(places.map(\.minX)).count == 1)
    #expect(places.map(\.minY) == places.map(\.minY).sorted())
  }

  @Test("an unrolled network goes on in a second row, which says what it starts from")
  func wrapped() throws {
    let scene = onPhone(UnrolledDiagram(cell: .simpleRNN, steps: 5)).scene
    #expect(scene.words.count { $0 == "RNN" } == 5)
    // Where the first row ends, where the second one starts, and the output of the step.
    #expect(scene.words.count { $0 == "h_3" } == 3)
    let third = try #require(scene.texts.first { $0.words == "x_3" })
    let fourth = try #require(scene.texts.first { $0.words == "x_4" })
    #expect(fourth.box.minY > third.box.maxY)
  }

  @Test("a long network leaves time-steps out and counts them")
  func long() {
    let words = onPhone(UnrolledDiagram(cell: .lstm, steps: 1000)).scene.words
    let shown = words.count { $0 == "LSTM" }
    #expect(words.contains("\(1000 - shown) more"))
    #expect(words.contains("x_1000"))
  }

  @Test("a cell is read from top to bottom", arguments: CellKind.allCases)
  func cells(cell: CellKind) throws {
    let texts = onPhone(CellDiagram(cell)).scene.texts
    let before = try #require(texts.first { $0.words == "h_(t−1)" })
    let after = try #require(texts.first { $0.words == "h_t" })
    #expect(before.box.maxY < after.box.minY)
    #expect(abs(before.box.midX - after.box.midX) < 10)
  }
}
