import Recurrent
import Testing

@Suite("cells and updates at every width of registers")
struct CellKernelTests {
  private func numbers<Number: RecurrentNumber>(_ count: Int, seed: Int) -> [Number] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Number(2 * generator.gaussian()) }
  }

  private func buffers<Number: RecurrentNumber>(_ counts: [Int]) -> [Buffer<Number>] {
    counts.enumerated().map { Buffer(numbers($1, seed: $0)) }
  }

  /// Forwards and backwards of one step; all that was read and written, in one list.
  private func lstm<Number: RecurrentNumber>(
    _ kernels: Kernels<Number>, size H: Int
  ) -> [Number] {
    // Gates, products, c′, h, c, ∂L/∂h, ∂L/∂c, both deltas, ∂L/∂c′.
    let places: [Buffer<Number>] = buffers([4, 4, 1, 1, 1, 1, 1, 4, 4, 1].map { $0 * H })
    let at = places.map(\.start)
    kernels.lstm(
      StepPlaces(
        size: H, input: at[0], recurrent: at[1], before: at[2], gates: at[0], hidden: at[3]),
      cell: at[4])
    kernels.lstmBack(
      StepBackPlaces(
        size: H, gates: at[0], before: at[2], hidden: at[5], input: at[7], recurrent: at[8]),
      cell: at[4], cellGradient: at[6], before: at[9])
    return places.flatMap(\.values)
  }

  /// The same, the derivatives in the gates' place.
  private func gru<Number: RecurrentNumber>(
    _ kernels: Kernels<Number>, size H: Int
  ) -> [Number] {
    // Gates, products, h′, h, ∂L/∂h, ∂L/∂h′.
    let places: [Buffer<Number>] = buffers([3, 3, 1, 1, 1, 1].map { $0 * H })
    let at = places.map(\.start)
    kernels.gru(
      StepPlaces(
        size: H, input: at[0], recurrent: at[1], before: at[2], gates: at[0], hidden: at[3]))
    let forwards = places.flatMap(\.values)
    kernels.gruBack(
      StepBackPlaces(
        size: H, gates: at[0], before: at[2], hidden: at[4], input: at[0], recurrent: at[1]),
      product: at[1], before: at[5])
    return forwards + places.flatMap(\.values)
  }

  private func adam<Number: RecurrentNumber>(
    _ kernels: Kernels<Number>, count: Int
  ) -> [Number] {
    // Parameters, gradient, and both moments from zero.
    let places: [Buffer<Number>] =
      buffers([count, count])
      + [0, 0].map {
        Buffer(repeating: $0, count: count)
      }
    let at = places.map(\.start)
    for step in 1...3 {
      kernels.adam(
        at[0], at[1], (at[2], at[3]), count: count, rate: 0.01,
        corrections: (0.1 * Number(step), 0.001 * Number(step)))
    }
    return places.flatMap(\.values)
  }

  private func check<Number: RecurrentNumber>(of _: Number.Type, size: Int) {
    let plain = Kernels<Number>(.swift)
    for width in KernelWidth.available {
      let kernels = Kernels<Number>(width)
      #expect(lstm(kernels, size: size) == lstm(plain, size: size), "LSTM, \(width), \(size)")
      #expect(gru(kernels, size: size) == gru(plain, size: size), "GRU, \(width), \(size)")
      #expect(adam(kernels, count: size) == adam(plain, count: size), "Adam, \(width), \(size)")
    }
  }

  @Test("an LSTM's, a GRU's and Adam's numbers are plain Swift's", arguments: [1, 5, 16, 39])
  func cells(size: Int) {
    check(of: Float.self, size: size)
    check(of: Double.self, size: size)
  }
}
