import Drawing
import Figures
import Testing

@Suite("Charts")
struct ChartTests {
  @Test("a line ends with its name, and no legend repeats it")
  func endLabels() {
    let words = Samples.decayChart.drawn().scene.words
    #expect(words.count { $0 == "SimpleRNN" } == 1)
    #expect(words.count { $0 == "LSTM" } == 1)
  }

  @Test("names at line ends keep the order of the ends and do not touch")
  func endLabelsKeepOrder() throws {
    let chart = Chart {
      for (index, name) in ["low", "middle", "high"].enumerated() {
        LineMark([0, 1 + Double(index) / 1000], label: name)
      }
    }
    let scene = chart.drawn().scene
    let places = try ["high", "middle", "low"].map { name in
      try #require(scene.texts.first { $0.words == name }).box.minY
    }
    #expect(places == places.sorted())
    #expect(scene.collisions == [])
  }

  @Test("a logarithmic axis has powers with superscripts")
  func logarithmicLabels() {
    let words = Samples.decayChart.drawn().scene.words
    #expect(words.contains("10^−3"))
    #expect(words.contains("1"))
  }

  @Test("values that are missing, infinite or not above zero are counted below the chart")
  func unshownValues() {
    let chart = Chart { LineMark([1, .nan, 3, .infinity, 0]) }.yAxis("y", scale: .log)
    let drawing = chart.drawn()
    #expect(
      drawing.scene.words.suffix(2).joined(separator: " ")
        == "1 value missing (gaps); 1 value infinite (arrows at the edge); "
        + "1 value not above zero, which a log scale cannot show (gaps)")
    #expect(drawing.problems == [.notPositive(axis: "y", count: 1)])
  }

  @Test("a gap parts a line, and a value between two gaps is a dot")
  func gaps() {
    let items = Chart { LineMark([1, 2, .nan, 3, .nan, 4, 5]) }.drawn().scene.allItems
    let color = Theme.light.series[0].color
    let lines = items.compactMap { item -> Path? in
      if case .stroke(let path, _, color) = item { path } else { nil }
    }
    let moves = lines.flatMap(\.elements).count { if case .move = $0 { true } else { false } }
    let dots = items.count { if case .fill(_, color) = $0 { true } else { false } }
    #expect(lines.count == 1)
    #expect(moves == 2)
    #expect(dots == 1)
  }

  @Test("ten thousand points keep every pixel column's lowest and highest")
  func decimation() throws {
    var values = (0..<10_000).map { Double($0 % 7) }
    values[5003] = 50
    values[7501] = -40
    let items = Chart { LineMark(values) }.drawn().scene.allItems
    let points = items.compactMap { item -> [Path.Element]? in
      if case .stroke(let path, _, Theme.light.series[0].color) = item {
        path.elements
      } else {
        nil
      }
    }.joined().compactMap { element -> Point? in
      switch element {
      case .move(let point), .line(let point): point
      default: nil
      }
    }
    #expect(points.count < 5200)
    let heights = points.map(\.y)
    let top = try #require(heights.min())
    let bottom = try #require(heights.max())
    // One spike each way, and they are the only points beyond the band of the rest.
    #expect(heights.count { $0 < top + 30 } == 1)
    #expect(heights.count { $0 > bottom - 30 } == 1)
  }

  @Test("marks with one name share a series; bars of two stand side by side")
  func barsSideBySide() {
    let items = Samples.bars.drawn().scene.allItems
    let bars = items.compactMap { item -> Rect? in
      guard case .fill(let path, let color) = item,
        [Theme.light.series[0].color, Theme.light.series[1].color].contains(color)
      else { return nil }
      return path.bounds
    }
    // Six bars and two samples in the legend.
    #expect(bars.count == 8)
    for (index, bar) in bars.enumerated() {
      #expect(bars.dropFirst(index + 1).allSatisfy { !bar.overlaps($0) })
    }
  }

  @Test("bars stand on zero")
  func barsStandOnZero() throws {
    let chart = Chart { BarMark(x: ["a", "b"], y: [5, -3]) }
    let bars = chart.drawn().scene.allItems.compactMap { item -> Rect? in
      guard case .fill(let path, Theme.light.series[0].color) = item else { return nil }
      return path.bounds
    }
    let up = try #require(bars.first)
    let down = try #require(bars.last)
    #expect(abs(up.maxY - down.minY) < 0.01)
    #expect(abs(up.height / down.height - 5.0 / 3) < 0.01)
  }

  @Test("stacked bars stand on each other, those below zero under it")
  func stackedBars() throws {
    let chart = Chart {
      BarMark(x: ["a", "b"], y: [4, -2], label: "first").stacked()
      BarMark(x: ["a", "b"], y: [2, -1], label: "second").stacked()
    }
    let items = chart.drawn().scene.allItems
    func bars(_ series: Int) -> [Rect] {
      items.compactMap { item -> Rect? in
        guard case .fill(let path, Theme.light.series[series].color) = item else { return nil }
        return path.bounds
      }.suffix(2)
    }
    let (first, second) = (bars(0), bars(1))
    #expect(abs(second[0].maxY - first[0].minY) < 0.01)
    #expect(abs(second[1].minY - first[1].maxY) < 0.01)
    #expect(first[0].minX == second[0].minX && first[0].width == second[0].width)
    #expect(abs(first[0].height / second[0].height - 2) < 0.01)
    // The axis reaches as far as the sums.
    #expect(chart.drawn().scene.words.contains("6"))
    #expect(chart.alternativeText.hasPrefix("Stacked bar chart"))
  }

  @Test("stacked bars share a place beside bars that are not stacked")
  func stackBesideBars() {
    let items = Chart {
      BarMark([1], label: "a").stacked()
      BarMark([1], label: "b").stacked()
      BarMark([2], label: "sum")
    }.drawn().scene.allItems
    let lefts = items.compactMap { item -> Double? in
      guard case .fill(let path, let color) = item,
        Theme.light.series.prefix(3).map(\.color).contains(color)
      else { return nil }
      return path.bounds?.minX
    }.suffix(3)
    #expect(Set(lefts).count == 2)
  }

  @Test("the builder takes if, else and for")
  func builder() {
    let isLong = true
    let chart = Chart {
      if isLong { LineMark([1, 2]) } else { PointMark([1]) }
      for value in [1.0, 2] { RuleMark(y: value) }
    }
    #expect(chart.marks.count == 3)
  }

  @Test("a line's first dash is solid, also when its colour is another")
  func firstLineIsSolid() {
    let items = Samples.training.drawn().scene.allItems
    let strokes = items.compactMap { item -> Stroke? in
      if case .stroke(_, let stroke, Theme.light.series[1].color) = item { stroke } else { nil }
    }
    #expect(strokes.allSatisfy { $0.dash.isEmpty })
    #expect(strokes.count == 2)
  }
}
