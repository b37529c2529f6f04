import Recurrent
import Testing

/// The width of registers does not show in any bit: every kernel against plain Swift, and products
/// against three loops.
@Suite("kernels of every width")
struct KernelTests {
  /// Numbers of many magnitudes, so that every rounding can be seen.
  private func numbers<Number: RecurrentNumber>(_ count: Int, seed: Int) -> [Number] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      Number(generator.gaussian() * Recurrent.exp(generator.uniform(-4...4)))
    }
  }

  private func naive<Number: RecurrentNumber>(
    _ a: [Number], _ b: [Number], _ out: [Number], rows: Int, columns: Int, inner: Int
  ) -> [Number] {
    var out = out
    for m in 0..<rows {
      for n in 0..<columns {
        for k in 0..<inner { out[m * columns + n] += a[m * inner + k] * b[k * columns + n] }
      }
    }
    return out
  }

  private func checkProducts<Number: RecurrentNumber>(
    of _: Number.Type, rows: Int, columns: Int, inner: Int
  ) {
    let a: [Number] = numbers(rows * inner, seed: 1)
    let b: [Number] = numbers(inner * columns, seed: 2)
    let start: [Number] = numbers(rows * columns, seed: 3)
    let expected = naive(a, b, start, rows: rows, columns: columns, inner: inner)
    let row: [Number] = numbers(columns, seed: 4)
    let repeated = [[Number]](repeating: row, count: rows).flatMap(\.self)
    let onRow = naive(a, b, repeated, rows: rows, columns: columns, inner: inner)
    let plain = ProductShape(rows: rows, columns: columns, inner: inner)
    var transposed = a
    for m in 0..<rows { for k in 0..<inner { transposed[k * rows + m] = a[m * inner + k] } }
    var packed = [Number](
      repeating: .nan, count: ProductShape.packedCount(rows: inner, columns: columns))
    pack(b, rows: inner, columns: columns, into: &packed)
    for width in KernelWidth.available {
      for (shape, a, b) in [
        (plain, a, b), (plain.transposedFirst, transposed, b), (plain.packedSecond, a, packed),
        (plain.packedSecond.startingAtEnd(true), a, packed),
      ] {
        var out = start
        Kernels(width).addProduct(shape, a, b, to: &out)
        #expect(out == expected, "\(Number.self), \(width): \(rows) × \(inner) × \(columns)")
        var fresh = [Number](repeating: .nan, count: rows * columns)
        Kernels(width).setProduct(shape, a, b, plus: row, to: &fresh)
        #expect(fresh == onRow, "\(Number.self), \(width), from a row")
      }
    }
  }

  @Test(
    "products are the three loops' to the last bit",
    arguments: [
      (1, 1, 1), (1, 300, 7), (1, 128, 600), (1, 256, 61), (2, 16, 5), (3, 33, 17), (6, 31, 300),
      (7, 64, 64), (8, 40, 9), (17, 100, 257), (33, 65, 513), (40, 18, 1),
      // In halves: of four vectors, and of sixteen.
      (1, 64, 203), (1, 32, 515), (1, 256, 65), (1, 128, 67),
      // More than one block of inner indices.
      (3, 64, 1100),
    ])
  func products(rows: Int, columns: Int, inner: Int) {
    checkProducts(of: Float.self, rows: rows, columns: columns, inner: inner)
    checkProducts(of: Double.self, rows: rows, columns: columns, inner: inner)
  }

  private func checkFunctions<Number: RecurrentNumber>(of _: Number.Type) {
    let special: [Number] = [
      0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNormalMagnitude, 87.3, -87.4,
      88.8, -104, 709.7, -709.8, 745, 700.5, 0.55, -0.5499999, 20, 10.0001,
    ]
    let values = special + numbers(1003, seed: 4)
    var (sigmoids, tanhs) = (values, values)
    Kernels(.swift).applySigmoid(&sigmoids, count: values.count)
    Kernels(.swift).applyTanh(&tanhs, count: values.count)
    for width in KernelWidth.available {
      var (ours, others) = (values, values)
      Kernels(width).applySigmoid(&ours, count: values.count)
      Kernels(width).applyTanh(&others, count: values.count)
      for index in values.indices {
        #expect(sameBits(ours[index], sigmoids[index]), "\(width): σ(\(values[index]))")
        #expect(sameBits(others[index], tanhs[index]), "\(width): tanh(\(values[index]))")
      }
      var nan: [Number] = [.nan]
      Kernels(width).applySigmoid(&nan, count: 1)
      #expect(nan[0].isNaN)
      nan = [.nan]
      Kernels(width).applyTanh(&nan, count: 1)
      #expect(nan[0].isNaN)
    }
  }

  /// Equal, and zeros of one sign.
  private func sameBits<Number: RecurrentNumber>(_ a: Number, _ b: Number) -> Bool {
    a == b && a.sign == b.sign
  }

  @Test("sigmoid and tanh are plain Swift's, also at the ends of the number line")
  func functions() {
    checkFunctions(of: Float.self)
    checkFunctions(of: Double.self)
  }

  @Test("no float's sigmoid, tanh or exponential is two units in the last place off")
  func floatAccuracy() {
    func ulps(_ ours: Float, _ exact: Double) -> Double {
      abs(Double(ours) - exact) / Double(Float(exact).ulp)
    }
    var worst = (exp: 0.0, sigmoid: 0.0, tanh: 0.0)
    // Every 997th float from 10⁻⁷ to 88, on both sides of zero.
    for bits in stride(from: Float(1e-7).bitPattern, to: Float(88).bitPattern, by: 997) {
      for x in [Float(bitPattern: bits), -Float(bitPattern: bits)] {
        if x > -87.33 {
          worst.exp = max(worst.exp, ulps(Float.exp(x), Recurrent.exp(Double(x))))
          worst.sigmoid = max(
            worst.sigmoid, ulps(Float.sigmoid(x), Recurrent.sigmoid(Double(x))))
        }
        worst.tanh = max(worst.tanh, ulps(Float.tanh(x), Recurrent.tanh(Double(x))))
      }
    }
    #expect(worst.exp < 1)
    #expect(worst.sigmoid < 2)
    #expect(worst.tanh < 1.5)
  }
}
