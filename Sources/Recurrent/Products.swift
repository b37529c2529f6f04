// The definition of every product here: one accumulator for each output, the inner index ascending,
// rounded after the multiplication and after the addition. Tiles and lanes only say which outputs
// are worked on together; no sum is ever split, so they change no bit.

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
  Product(a: a, rowStride: inner, innerStride: 1, b: b, columns: columns, out: out)
    .add(rows: rows, inner: inner)
}

/// out[k, n] += Σₘ a[m, k] · b[m, n]: the gradient of a weight from inputs and deltas.
///
/// - Parameters:
///   - a: (rows, inner), row by row.
///   - b: (rows, columns), row by row.
///   - out: (inner, columns); keeps what is in it.
func addTransposedProduct(
  _ a: [Double], _ b: [Double], rows: Int, inner: Int, to out: inout [Double]
) {
  guard rows > 0, inner > 0 else { return }
  let columns = b.count / rows
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      out.withUnsafeMutableBufferPointer { out in
        Product(
          a: a.baseAddress!, rowStride: 1, innerStride: inner, b: b.baseAddress!,
          columns: columns, out: out.baseAddress!
        ).add(rows: inner, inner: rows)
      }
    }
  }
}

/// out[n] += Σₘ a[m, n]: the gradient of a bias.
func addRows(_ a: [Double], to out: inout [Double]) {
  let columns = out.count
  a.withUnsafeBufferPointer { a in
    out.withUnsafeMutableBufferPointer { out in
      for start in stride(from: 0, to: a.count, by: columns) {
        for column in 0..<columns { out[column] += a[start + column] }
      }
    }
  }
}

/// out[r, c] += Σₖ a(r, k) · b[k, c], where a(r, k) stands at r·rowStride + k·innerStride: one
/// kernel for a matrix and for its transpose.
private struct Product {
  let a: UnsafePointer<Double>
  let rowStride: Int
  let innerStride: Int
  let b: UnsafePointer<Double>
  let columns: Int
  let out: UnsafeMutablePointer<Double>

  /// Inner indices worked through before the next tile: so many rows of a tile's columns stay in
  /// the first-level cache. The sums wait in `out` meanwhile, which rounds nothing.
  private static let block = 256

  func add(rows: Int, inner: Int) {
    for start in stride(from: 0, to: inner, by: Self.block) {
      let part = start..<min(start + Self.block, inner)
      var row = 0
      while row + 4 <= rows {
        addFour(from: row, part)
        row += 4
      }
      while row < rows {
        addOne(row, part)
        row += 1
      }
    }
  }

  /// Four rows by four columns in registers: each number of `b` that is read serves four sums.
  private func addFour(from row: Int, _ part: Range<Int>) {
    typealias Lanes = SIMD4<Double>
    let places = out + row * columns
    var column = 0
    while column + 4 <= columns {
      var (s0, s1, s2, s3) = (
        Lanes.read(places + column), Lanes.read(places + column + columns),
        Lanes.read(places + column + 2 * columns), Lanes.read(places + column + 3 * columns)
      )
      var factors = a + row * rowStride + part.lowerBound * innerStride
      var source = b + part.lowerBound * columns + column
      for _ in part {
        let lanes = Lanes.read(source)
        s0 += Lanes(repeating: factors[0]) * lanes
        s1 += Lanes(repeating: factors[rowStride]) * lanes
        s2 += Lanes(repeating: factors[2 * rowStride]) * lanes
        s3 += Lanes(repeating: factors[3 * rowStride]) * lanes
        factors += innerStride
        source += columns
      }
      s0.write(places + column)
      s1.write(places + column + columns)
      s2.write(places + column + 2 * columns)
      s3.write(places + column + 3 * columns)
      column += 4
    }
    for row in row..<row + 4 { addSingles(row, from: column, part) }
  }

  /// One row: as many columns at once as the registers hold.
  private func addOne(_ row: Int, _ part: Range<Int>) {
    var column = 0
    while column + 16 <= columns {
      addLanes(SIMD16<Double>.self, row, column, part)
      column += 16
    }
    while column + 4 <= columns {
      addLanes(SIMD4<Double>.self, row, column, part)
      column += 4
    }
    addSingles(row, from: column, part)
  }

  @inline(__always)
  private func addLanes<Lanes: SIMD<Double>>(
    _: Lanes.Type, _ row: Int, _ column: Int, _ part: Range<Int>
  ) {
    let place = out + row * columns + column
    let factors = a + row * rowStride
    var sums = Lanes.read(place)
    for k in part {
      sums += Lanes(repeating: factors[k * innerStride]) * Lanes.read(b + k * columns + column)
    }
    sums.write(place)
  }

  /// What is left of a row beside the lanes.
  private func addSingles(_ row: Int, from first: Int, _ part: Range<Int>) {
    for column in first..<columns {
      var sum = out[row * columns + column]
      for k in part { sum += a[row * rowStride + k * innerStride] * b[k * columns + column] }
      out[row * columns + column] = sum
    }
  }
}

extension SIMD where Scalar == Double {
  @inline(__always)
  fileprivate static func read(_ place: UnsafePointer<Double>) -> Self {
    UnsafeRawPointer(place).loadUnaligned(as: Self.self)
  }

  @inline(__always)
  fileprivate func write(_ place: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(place).storeBytes(of: self, as: Self.self)
  }
}
