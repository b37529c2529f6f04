/// A table of numbers, row by row.
public struct Matrix: Hashable, Sendable {
  public let rows: Int
  public let columns: Int
  /// `rows · columns` numbers, the first row first.
  public var values: [Double]

  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix of \(rows) × \(columns) does not exist")
    self.rows = rows
    self.columns = columns
    values = [Double](repeating: value, count: rows * columns)
  }

  /// - Precondition: all rows have one length.
  public init(_ rows: [[Double]]) {
    self.init(rows: rows.count, columns: rows.first?.count ?? 0)
    precondition(rows.allSatisfy { $0.count == columns }, "the rows of a matrix have one length")
    values = Array(rows.joined())
  }

  public subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  public func times(_ other: Matrix) -> Matrix {
    precondition(columns == other.rows, "\(rows)×\(columns) by \(other.rows)×\(other.columns)")
    var result = Matrix(rows: rows, columns: other.columns)
    addProduct(values, other.values, rows: rows, inner: columns, to: &result.values)
    return result
  }

  public func scaled(by factor: Double) -> Matrix {
    var result = self
    for index in result.values.indices { result.values[index] *= factor }
    return result
  }

  /// The largest magnitude of an eigenvalue, by Gelfand's formula ρ = lim ‖Wᵏ‖^(1/k).
  ///
  /// Squaring 52 times makes k = 2⁵², where what is left of the norm's constant is below the
  /// rounding of the rest; complex pairs, which keep a power iteration turning, do no harm.
  public var spectralRadius: Double {
    precondition(rows == columns, "only a square matrix has eigenvalues")
    var power = self
    // ln ‖W^(2^i)‖ / 2^i, gathered as the norms that are taken out on the way.
    var logarithm = 0.0
    var weight = 1.0
    for _ in 0..<52 {
      let norm = power.frobeniusNorm
      guard norm > 0, norm.isFinite else { return norm }
      logarithm += weight * log(norm)
      power = power.scaled(by: 1 / norm)
      power = power.times(power)
      weight /= 2
    }
    return exp(logarithm)
  }

  /// The largest factor by which the matrix can stretch a vector.
  public var largestSingularValue: Double { sqrt(transposed.times(self).spectralRadius) }

  /// The root of the sum of all squares.
  public var frobeniusNorm: Double { norm(of: values[...]) }
}

/// The length of a vector, without overflow or underflow on the way: the largest magnitude is
/// taken out before squaring.
package func norm(of values: ArraySlice<Double>) -> Double {
  var largest = 0.0
  for value in values {
    if !value.isFinite { return value.isNaN ? .nan : .infinity }
    largest = max(largest, abs(value))
  }
  guard largest > 0 else { return 0 }
  var sum = 0.0
  for value in values {
    let part = value / largest
    sum += part * part
  }
  return largest * sum.squareRoot()
}
