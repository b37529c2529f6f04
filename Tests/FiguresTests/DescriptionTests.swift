import Figures
import Testing

@Suite("Figures in words and numbers")
struct DescriptionTests {
  @Test("an alternative text says what the lines do and where they pass a rule")
  func lineChart() {
    #expect(
      Samples.decayChart.alternativeText
        == "Line chart of ‖∂L/∂h‖ over time-steps back: SimpleRNN falls from 1 to 9.54×10^−7, "
        + "first below 0.001 at 30; LSTM falls from 1 to 0.375.")
  }

  @Test("bars are said by their largest and smallest")
  func barChart() {
    #expect(
      Samples.bars.alternativeText
        == "Bar chart of accuracy: train highest for LSTM (0.91), lowest for SimpleRNN (0.52); "
        + "test highest for LSTM (0.88), lowest for SimpleRNN (0.48).")
  }

  @Test("a heat-map is said by its size and range")
  func heatMap() {
    #expect(
      Samples.heatMap.alternativeText
        == "Heat map of f_t: 8 × 12 (unit × character), from 0 to 0.9, mean 0.452.")
  }

  @Test("no alternative text is longer than 150 characters", arguments: Samples.good.indices)
  func length(index: Int) {
    let text = Samples.good[index].figure.alternativeText
    #expect(text.count <= 150)
    #expect(text.hasSuffix("."))
  }

  @Test("a long description has the numbers, and says where lines cross")
  func longDescription() {
    let chart = Chart {
      LineMark([0, 1, 2, 3], label: "up")
      LineMark([3, 2, 1, 0], label: "down")
    }.xAxis("step").yAxis("value")
    #expect(
      chart.longDescription
        == "Line chart of value over step. up rises from 0 to 3 over 4 values; its lowest is 0 at "
        + "0, its highest 3 at 3. down falls from 3 to 0 over 4 values; its lowest is 0 at 3, its "
        + "highest 3 at 0. up and down cross at 2.")
  }

  @Test("a table has one row per position when all marks share theirs")
  func wideTable() {
    let table = Chart {
      LineMark([1, 0.1], label: "a")
      BandMark(lower: [0, 0], upper: [2, .nan], label: "b, c")
    }.dataTable
    #expect(table.csv == "x,a,\"b, c, lower\",\"b, c, upper\"\r\n0,1,0,2\r\n1,0.1,0,NaN\r\n")
  }

  @Test("a table has one row per value when marks have their own positions")
  func longTable() {
    let table = Chart {
      LineMark(x: [0, 1], y: [5, 6], label: "a")
      PointMark(x: [0.5], y: [1e-7], label: "say \"b\"")
    }.dataTable
    #expect(
      table.csv == "series,x,y\r\na,0,5\r\na,1,6\r\n\"say \"\"b\"\"\",0.5,1e-07\r\n")
  }

  @Test("names are in the table as they are")
  func namedTable() {
    #expect(Samples.bars.dataTable.rows[0] == [.text("SimpleRNN"), .number(0.52), .number(0.48)])
  }

  @Test("numbers in a table read back as they were")
  func roundTrip() throws {
    let values: [Double] = [0.1, 1 / 3, 5e-324, 1e300, -2, 123_456_789.123]
    for value in values {
      #expect(Double(DataTable.Cell.number(value).text) == value)
    }
  }
}
