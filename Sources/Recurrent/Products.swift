// The definition of every product here: one accumulator for each output, the inner index ascending,
// rounded after the multiplication and after the addition. The loops run over outputs inside, so the
// compiler may use lanes as wide as it likes without changing a bit; no sum is ever split.

/// out[m, n] += Σₖ a[m, k] · b[k, n].
///
/// - Parameters:
///   - a: (rows, inner), row by row.
///   - b: (inner, columns), row by row.
///   - out: (rows, columns); keeps what is in it.
func addProduct(
  _ a: [Double], _ b: [Double], rows: Int, inner: Int, to out: inout [Double]
) {
  guard rows > 0, inner > 0 else { return }
  let columns = b.count / inner
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      out.withUnsafeMutableBufferPointer { out in
        addProduct(
          a.baseAddress!, b.baseAddress!, rows: rows, inner: inner, columns: columns,
          to: out.baseAddress!)
      }
    }
  }
}

func addProduct(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, rows: Int, inner: Int, columns: Int,
  to out: UnsafeMutablePointer<Double>
) {
  typealias Lanes = SIMD16<Double>
  let width = Lanes.scalarCount
  for row in 0..<rows {
    let factors = a + row * inner
    let target = out + row * columns
    var column = 0
    // Sixteen outputs stay in registers while k runs; each is still one sum in order.
    while column + width <= columns {
      let place = UnsafeMutableRawPointer(target + column)
      var sums = place.loadUnaligned(as: Lanes.self)
      for k in 0..<inner {
        let source = UnsafeRawPointer(b + k * columns + column).loadUnaligned(as: Lanes.self)
        sums += Lanes(repeating: factors[k]) * source
      }
      place.storeBytes(of: sums, as: Lanes.self)
      column += width
    }
    for column in column..<columns {
      for k in 0..<inner { target[column] += factors[k] * b[k * columns + column] }
    }
  }
}

/// out[k, n] += Σₘ a[m, k] · b[m, n]: the gradient of a weight from inputs and deltas.
func addTransposedProduct(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, rows: Int, inner: Int, columns: Int,
  to out: UnsafeMutablePointer<Double>
) {
  for row in 0..<rows {
    let source = b + row * columns
    for k in 0..<inner {
      let factor = a[row * inner + k]
      let target = out + k * columns
      for column in 0..<columns { target[column] += factor * source[column] }
    }
  }
}

/// The same for arrays; `b` is (rows, columns), and `out` keeps what is in it.
func addTransposedProduct(
  _ a: [Double], _ b: [Double], rows: Int, inner: Int, to out: inout [Double]
) {
  guard rows > 0, inner > 0 else { return }
  let columns = b.count / rows
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      out.withUnsafeMutableBufferPointer { out in
        addTransposedProduct(
          a.baseAddress!, b.baseAddress!, rows: rows, inner: inner, columns: columns,
          to: out.baseAddress!)
      }
    }
  }
}
