import Drawing
import Figures
import Testing

@Suite("Small multiples")
struct FacetTests {
  @Test("all panels have the same axis, and one legend names the series")
  func sharedAxis() {
    let facets = Facets {
      Chart { LineMark([1, 2], label: "a") }.title("left").yAxis("loss")
      Chart { LineMark([50, 100], label: "b") }.title("right")
    }
    let words = facets.drawn().scene.words
    #expect(words.count { $0 == "100" } == 2)
    #expect(words.count { $0 == "a" } == 1)
    #expect(words.count { $0 == "loss" } == 1)
    #expect(words.contains("left") && words.contains("right"))
  }

  @Test("a series has one colour in all panels, whatever comes before it")
  func sharedColors() {
    let facets = Facets {
      Chart { LineMark([1, 2], label: "a") }
      Chart { LineMark([2, 1], label: "b") }
    }
    let second = facets.drawn().scene.allItems.count { item in
      if case .stroke(_, _, Theme.light.series[1].color) = item { true } else { false }
    }
    // The line and its sample in the legend.
    #expect(second == 2)
  }

  @Test("the table says which panel a value is from")
  func table() {
    #expect(Samples.facets.dataTable.columns == ["panel", "series", "step", "loss"])
    #expect(Samples.facets.dataTable.rows.count == 3 * 2 * 61)
  }

  @Test("the words say what the panels are and how far they reach")
  func words() {
    #expect(
      Samples.facets.alternativeText
        == "3 panels (SimpleRNN, GRU, LSTM): Line chart of loss over step, "
        + "between 9.54×10^−7 and 1.")
  }
}
