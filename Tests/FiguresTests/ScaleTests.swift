import Figures
import Testing

@Suite("Scales and ticks")
struct ScaleTests {
  @Test("the logarithm of a power of ten is its exponent", arguments: -300...300)
  func logarithm(exponent: Int) throws {
    let power = try #require(Double("1e\(exponent)"))
    let bound = 3e-16 * (1 + Double(abs(exponent)))
    #expect(abs(Decimal.logarithm(power) - Double(exponent)) <= bound)
    #expect(Decimal.exponent(of: power) == exponent)
    #expect(Decimal.power(exponent) == power)
  }

  @Test("the logarithm of a product is the sum of the logarithms")
  func logarithmOfProducts() {
    for left in stride(from: 0.07, to: 40, by: 0.37) {
      for right in stride(from: 0.11, to: 900, by: 31.7) {
        let sum = Decimal.logarithm(left) + Decimal.logarithm(right)
        #expect(abs(Decimal.logarithm(left * right) - sum) < 2e-15)
      }
    }
  }

  @Test("ticks are the numbers that they are labelled with")
  func tickValues() {
    #expect(LinearTicks(from: 0, to: 1, atMost: 5).values == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(
      LinearTicks(from: -0.3, to: 0.3, atMost: 6).values == [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3])
    #expect(LinearTicks(from: 3, to: 97, atMost: 5).values == [20, 40, 60, 80])
    #expect(
      LinearTicks(from: 3, to: 97, atMost: 5, outside: true).values == [0, 20, 40, 60, 80, 100])
    #expect(LinearTicks(from: 0, to: 2, atMost: 9, wholeOnly: true).values == [0, 1, 2])
  }

  @Test("there are never more intervals than have room")
  func tickCount() {
    for room in 1...12 {
      for high in [0.003, 1, 7, 9.99, 1234, 5e9] {
        #expect(LinearTicks(from: 0, to: high, atMost: room).values.count <= room + 1)
      }
    }
  }

  @Test("labels have as many digits as the step, and a factor when they would be long")
  func labels() {
    func labels(_ low: Double, _ high: Double) -> ([String], String?) {
      let result = NumberText.labels(of: LinearTicks(from: low, to: high, atMost: 4))
      return (result.labels, result.factor)
    }
    #expect(labels(0, 1) == (["0.0", "0.5", "1.0"], nil))
    #expect(labels(-2, 2) == (["−2", "−1", "0", "1", "2"], nil))
    #expect(labels(0, 40_000) == (["0", "10,000", "20,000", "30,000", "40,000"], nil))
    #expect(labels(0, 4e-7) == (["0", "1", "2", "3", "4"], "×10^{−7}"))
    #expect(labels(0, 4e8) == (["0", "1", "2", "3", "4"], "×10^{8}"))
  }

  @Test("a scale puts its ends at 0 and 1 and keeps the order between")
  func ends() throws {
    for scale in [AxisScale.linear, .timeStep, .log, .symlog] {
      let made = Scale.making(.init(scale, low: 2, high: 700, room: 6, isRounded: false))
      let places = try [2.0, 5, 80, 700].map { try #require(made.position($0)) }
      #expect(abs(places[0]) < 1e-12 || scale == .symlog)
      #expect(abs(places[3] - 1) < 1e-12)
      #expect(places == places.sorted())
      #expect(made.position(.nan) == nil)
    }
  }

  @Test("a symmetric logarithm is odd")
  func symlog() throws {
    let scale = Scale.making(.init(.symlog, low: -100, high: 100, room: 6, isRounded: false))
    for value in [0.0, 0.3, 5, 99] {
      let right = try #require(scale.position(value))
      let left = try #require(scale.position(-value))
      #expect(abs(right + left - 1) < 1e-12)
    }
  }

  @Test("a logarithmic axis of six decades has a label at every power and ticks between")
  func logarithmicTicks() {
    let scale = Scale.making(.init(.log, low: 1e-6, high: 1, room: 8, isRounded: false))
    #expect(
      scale.ticks.compactMap(\.label)
        == ["10^{−6}", "10^{−5}", "10^{−4}", "10^{−3}", "10^{−2}", "10^{−1}", "1"])
    #expect(scale.ticks.count { $0.label == nil } == 12)
    let short = Scale.making(.init(.log, low: 1e-2, high: 1, room: 8, isRounded: false))
    #expect(short.ticks.count { $0.label == nil } == 16)
  }

  @Test("numbers in sentences have three digits")
  func brief() {
    let numbers = [0, 1, -0.5, 0.012345, 2.1e-6, 12345, 999.6, 1e9, 0.1 + 0.2]
    #expect(
      numbers.map(NumberText.brief)
        == ["0", "1", "−0.5", "0.0123", "2.1×10^−6", "12,300", "1000", "1×10^9", "0.3"])
  }
}
