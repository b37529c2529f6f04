import Drawing
import Figures
import Testing

@Suite("Bad input")
struct BadInputTests {
  private let blue = Theme.light.series[0].color

  /// What is drawn in the colour of the first series.
  private func marks(_ chart: Chart) -> [Rect] {
    chart.drawn().scene.allItems.compactMap { item in
      switch item {
      case .fill(let path, blue), .stroke(let path, _, blue): path.bounds
      default: nil
      }
    }
  }

  @Test("no data is said in the picture, in the words and as an error")
  func empty() {
    for chart in [Chart {}, Chart { LineMark([]) }, Chart { BarMark(x: [String](), y: []) }] {
      #expect(chart.drawn().problems == [.noData])
      #expect(chart.drawn().scene.words.contains("no data"))
      #expect(chart.alternativeText.hasSuffix("without values."))
    }
    #expect(HeatMap([]).drawn().problems == [.noData])
    #expect(HeatMap(matrix: [[], []]).drawn().problems == [.noData])
    #expect(Facets([]).drawn().problems.contains(.noData))
    #expect(UnrolledDiagram(cell: .gru, steps: 2, gradients: []).drawn().problems == [.noData])
    #expect(SaliencyText("", values: []).drawn().problems == [.noData])
  }

  @Test("one point is seen in every mark")
  func onePoint() {
    #expect(marks(Chart { LineMark([3]) }).count == 1)
    #expect(marks(Chart { PointMark([3]) }).count == 1)
    #expect(marks(Chart { BarMark([3]) })[0].height > 50)
    // A stem and a dot; a whisker.
    #expect(marks(Chart { AreaMark([3]) }).count == 2)
    #expect(marks(Chart { BandMark(lower: [1], upper: [3]) })[0].height > 50)
    #expect(HeatMap([[3]]).drawn().problems == [])
  }

  @Test("a value between two gaps is seen in areas and bands too")
  func lonelyValues() {
    #expect(marks(Chart { AreaMark([1, .nan, 3, .nan, 2, 2]) }).count == 5)
    let band = Chart { BandMark(lower: [0, .nan, 1, 1], upper: [2, .nan, 2, 2]) }
    #expect(marks(band).count == 1)
  }

  @Test("equal values are a level line in the middle, over an axis with different labels")
  func allEqual() throws {
    for value in [3.0, 0, -1e-9, 1e12] {
      let chart = Chart { LineMark([value, value, value]) }
      let line = try #require(marks(chart).first)
      #expect(line.height == 0)
      #expect(line.minY > 40 && line.minY < 320, "\(value)")
      let words = chart.drawn().scene.texts.filter { $0.box.minX < 60 && $0.box.maxY < 330 }
      #expect(Set(words.map(\.words)).count == words.count, "\(value)")
      #expect(chart.alternativeText.contains("stays at"))
    }
    #expect(HeatMap([[2, 2], [2, 2]]).drawn().problems == [])
  }

  @Test("a missing value is a gap and is counted, also when points stand on the line")
  func missing() {
    let values = [1, .nan, 3, 4]
    let alone = Chart { LineMark(values) }.drawn().scene.words
    let both = Chart {
      LineMark(values)
      PointMark(values)
    }
    #expect(alone.contains("1 value missing (gaps)"))
    #expect(both.drawn().scene.words.contains("1 value missing (gaps)"))
    // One series: three dots in the colour of the line.
    #expect(marks(both).count == 5)
    #expect(
      Chart { BarMark(x: ["a", "b"], y: [.nan, 1]) }.longDescription.contains("1 value miss"))
    #expect(HeatMap([[1, .nan]]).drawn().scene.words.contains("1 value is not finite (grey)"))
  }

  @Test("a value without a place is missing, and no arrow is promised for it")
  func noPlace() {
    let words = Chart { LineMark(x: [0, .infinity, .nan, 3], y: [1, 2, 3, 4]) }.drawn().scene.words
    #expect(words.contains("2 values missing (gaps)"))
  }

  @Test("an infinite value is an arrow at its edge of the plot")
  func infinite() {
    let chart = Chart { PointMark([1, .infinity, 2, -.infinity, 3]) }
    let places = marks(chart).map(\.midY)
    #expect(marks(chart).count == 5)
    #expect(places.min() ?? 0 < 40)
    #expect(places.max() ?? 0 > 300)
    #expect(chart.drawn().scene.words.contains("2 values infinite (arrows at the edge)"))
    #expect(Chart { LineMark([.infinity, -.infinity]) }.drawn().problems == [.noData])
  }

  @Test("what is not above zero is counted at the axis that cannot show it")
  func logarithm() {
    let up = Chart { LineMark([1, 0, -2, 4]) }.yAxis("y", scale: .log)
    #expect(up.drawn().problems == [.notPositive(axis: "y", count: 2)])
    let across = Chart { LineMark([1, 2, 4]) }.xAxis("x", scale: .log).yAxis("y", scale: .log)
    #expect(across.drawn().problems == [.notPositive(axis: "x", count: 1)])
    let nothing = Chart { LineMark([0, -1]) }.yAxis("y", scale: .log)
    #expect(nothing.drawn().problems == [.notPositive(axis: "y", count: 2), .noData])
    let first = Chart { LineMark([5]) }.xAxis("x", scale: .log)
    #expect(first.drawn().problems == [.notPositive(axis: "x", count: 1), .noData])
    let symmetric = Chart { LineMark([1, 0, -2, 4]) }.yAxis("y", scale: .symlog)
    #expect(symmetric.drawn().problems == [])
  }

  @Test("ten thousand values become no more corners than pixels can show")
  func tenThousand() {
    let values = (0..<10_000).map { Double($0 % 97) }
    for chart in [
      Chart { LineMark(values) }, Chart { AreaMark(values) },
      Chart { BandMark(lower: values.map { $0 - 1 }, upper: values) },
    ] {
      let count = chart.drawn().scene.allItems.reduce(0) { $0 + $1.elementCount }
      #expect(count < 20_000)
      #expect(chart.drawn().problems == [])
    }
    #expect(Chart { PointMark(values) }.drawn().problems == [])
    #expect(Chart { BarMark(values) }.drawn().problems == [])
  }

  @Test("fifty series are more than can be told apart, thirty-six are not")
  func fiftySeries() {
    func chart(_ count: Int) -> Chart {
      Chart {
        for index in 0..<count { LineMark([0, Double(index)], label: "unit \(index)") }
      }
    }
    #expect(chart(50).drawn().problems == [.tooManySeries(count: 50, distinct: 36)])
    #expect(chart(36).drawn().problems == [])
    #expect(chart(50).alternativeText == "Line chart: 50 series between 0 and 49.")
  }

  @Test("a title of 300 characters is set in full; what is longer is cut and noted")
  func longTitle() {
    let word = "recurrent "
    func chart(_ count: Int) -> Chart {
      Chart { LineMark([1, 2]) }.title(String(repeating: word, count: count))
    }
    #expect(chart(30).drawn().problems == [])
    #expect(chart(30).drawn().scene.words.joined(separator: " ").contains("recurrent recurrent"))
    #expect(chart(100).drawn().problems.count == 1)
    #expect(
      chart(100).drawn().problems[0].message.hasSuffix("is too long for the figure and was cut"))
  }

  @Test("text from right to left is an error wherever it stands")
  func rightToLeft() {
    let hebrew = "שלום"
    let figures: [any Figure] = [
      Chart { LineMark([1, 2]) }.title(hebrew), Chart { LineMark([1, 2], label: hebrew) },
      Chart { LineMark([1, 2]) }.xAxis(hebrew), Chart { BarMark(x: [hebrew], y: [1]) },
      Chart {
        LineMark([1, 2]); TextMark(x: 0, y: 1, hebrew)
      },
      HeatMap([[1]], columnLabels: [hebrew]), SaliencyText([hebrew], values: [1]),
      LoopDiagram(cell: .gru).subtitle(hebrew),
    ]
    for figure in figures {
      #expect(figure.drawn().problems == [.rightToLeft(text: hebrew)])
    }
  }

  @Test("a bar that another would hide is an error")
  func hiddenBar() {
    let twice = Chart { BarMark(x: ["a", "b", "a"], y: [1, 2, 3]) }
    #expect(twice.drawn().problems == [.repeatedBar(at: "a")])
    let sameSeries = Chart {
      BarMark(x: "a", y: 1, label: "s")
      BarMark(x: "a", y: 2, label: "s")
    }
    #expect(sameSeries.drawn().problems == [.repeatedBar(at: "a")])
    let stacked = Chart {
      BarMark(x: ["a"], y: [1], label: "s").stacked()
      BarMark(x: ["a"], y: [2], label: "s").stacked()
    }
    #expect(stacked.drawn().problems == [])
  }

  @Test("a range that leaves out all values is an error, one that a line crosses is not")
  func outside() {
    let far = Chart { LineMark([1, 2]) }.yRange(from: 10, to: 20)
    #expect(far.drawn().problems == [.outsideRange])
    let beside = Chart { PointMark(x: [5], y: [1]) }.xRange(from: 0, to: 1)
    #expect(beside.drawn().problems == [.outsideRange])
    let crossed = Chart { LineMark([0, 100]) }.yRange(from: 40, to: 60)
    #expect(crossed.drawn().problems == [])
    let bars = Chart { BarMark([100]) }.yRange(from: 40, to: 60)
    #expect(bars.drawn().problems == [])
  }
}

extension Scene.Item {
  fileprivate var elementCount: Int {
    switch self {
    case .fill(let path, _), .stroke(let path, _, _), .text(let path, _, _): path.elements.count
    case .clipped(_, let items): items.reduce(0) { $0 + $1.elementCount }
    }
  }
}
