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
  Kernels.best.addProduct(
    ProductShape(rows: rows, columns: columns, inner: inner), a, b, to: out)
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
  let shape = ProductShape(rows: inner, columns: b.count / rows, inner: rows).transposedFirst
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      out.withUnsafeMutableBufferPointer { out in
        Kernels.best.addProduct(shape, a.baseAddress!, b.baseAddress!, to: out.baseAddress!)
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

/// The product in plain Swift.
struct Product<Number: RecurrentNumber> {
  let shape: ProductShape
  let a: UnsafePointer<Number>
  let b: UnsafePointer<Number>
  let from: UnsafePointer<Number>
  let out: UnsafeMutablePointer<Number>

  /// Inner indices worked through before the next tile: so many rows of a tile's columns stay in
  /// the first-level cache. The sums wait in `out` meanwhile, which rounds nothing.
  private static var block: Int { 256 }

  func add() {
    for start in stride(from: 0, to: shape.inner, by: Self.block) {
      let part = start..<min(start + Self.block, shape.inner)
      var column = 0
      while column + Number.Lanes.scalarCount <= shape.columns {
        var row = 0
        while row + 4 <= shape.rows {
          addFour(from: row, column, part)
          row += 4
        }
        while row < shape.rows {
          addOne(row, column, part)
          row += 1
        }
        column += Number.Lanes.scalarCount
      }
      addSingles(from: column, part)
    }
  }

  @inline(__always)
  private func source(_ k: Int, _ column: Int) -> UnsafePointer<Number> {
    b + column / ProductShape.panel * shape.bPanel + k * shape.bInner
      + column % ProductShape.panel
  }

  @inline(__always)
  private func place(_ row: Int, _ column: Int) -> UnsafeMutablePointer<Number> {
    out + row * shape.outRow + column
  }

  /// Where the sum of a place is found before a part of its terms.
  @inline(__always)
  private func start(_ row: Int, _ column: Int, _ part: Range<Int>) -> UnsafePointer<Number> {
    part.lowerBound == 0
      ? from + row * shape.fromRow + column : UnsafePointer(place(row, column))
  }

  /// Four rows of sums in registers: each number of `b` that is read serves all of them.
  @inline(__always)
  private func addFour(from row: Int, _ column: Int, _ part: Range<Int>) {
    let (stride, places) = (shape.aRow, place(row, column))
    var (s0, s1, s2, s3) = (
      Number.Lanes.read(start(row, column, part)), Number.Lanes.read(start(row + 1, column, part)),
      Number.Lanes.read(start(row + 2, column, part)),
      Number.Lanes.read(start(row + 3, column, part))
    )
    var factors = a + row * stride + part.lowerBound * shape.aInner
    var source = source(part.lowerBound, column)
    for _ in part {
      let lanes = Number.Lanes.read(source)
      s0 += Number.Lanes(repeating: factors[0]) * lanes
      s1 += Number.Lanes(repeating: factors[stride]) * lanes
      s2 += Number.Lanes(repeating: factors[2 * stride]) * lanes
      s3 += Number.Lanes(repeating: factors[3 * stride]) * lanes
      factors += shape.aInner
      source += shape.bInner
    }
    s0.write(places)
    s1.write(places + shape.outRow)
    s2.write(places + 2 * shape.outRow)
    s3.write(places + 3 * shape.outRow)
  }

  @inline(__always)
  private func addOne(_ row: Int, _ column: Int, _ part: Range<Int>) {
    let factors = a + row * shape.aRow
    var sums = Number.Lanes.read(start(row, column, part))
    for k in part {
      sums +=
        Number.Lanes(repeating: factors[k * shape.aInner])
        * Number.Lanes.read(source(k, column))
    }
    sums.write(place(row, column))
  }

  /// The columns beside the lanes.
  @inline(__always)
  private func addSingles(from first: Int, _ part: Range<Int>) {
    guard first < shape.columns else { return }
    for row in 0..<shape.rows {
      for column in first..<shape.columns {
        var sum = start(row, column, part).pointee
        for k in part {
          sum += a[row * shape.aRow + k * shape.aInner] * source(k, column).pointee
        }
        place(row, column).pointee = sum
      }
    }
  }
}

extension SIMD {
  @inline(__always)
  fileprivate static func read(_ place: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(place).loadUnaligned(as: Self.self)
  }

  @inline(__always)
  fileprivate func write(_ place: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(place).storeBytes(of: self, as: Self.self)
  }
}
