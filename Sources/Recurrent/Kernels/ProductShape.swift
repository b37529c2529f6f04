/// Where the numbers of out(m, n) = from(m, n) + Σₖ a(m, k) · b(k, n) stand; `from` may be `out`.
///
/// Columns of b come in panels of 16: column n is found at (n / 16) · panel + n % 16. Whole rows
/// one behind the other are panels of distance 16.
package struct ProductShape {
  var rows: Int
  var columns: Int
  var inner: Int
  var aRow: Int
  var aInner = 1
  var bInner: Int
  var bPanel = 16
  var fromRow: Int
  var outRow: Int
  /// Whether a single row goes through its columns from the end. With every other product of the
  /// same b doing so, what the last one left in the cache is used before it is gone; no sum
  /// changes.
  var fromEnd = false

  package static let panel = 16

  /// Everything row by row.
  package init(rows: Int, columns: Int, inner: Int) {
    self.rows = rows
    self.columns = columns
    self.inner = inner
    aRow = inner
    bInner = columns
    fromRow = columns
    outRow = columns
  }

  /// With aᵀ for a, which stands row by row as inner × rows.
  package var transposedFirst: ProductShape {
    var result = self
    (result.aRow, result.aInner) = (1, rows)
    return result
  }

  /// With b packed: the panels one behind the other.
  package var packedSecond: ProductShape {
    var result = self
    (result.bInner, result.bPanel) = (Self.panel, inner * Self.panel)
    return result
  }

  package func startingAtEnd(_ fromEnd: Bool) -> ProductShape {
    var result = self
    result.fromEnd = fromEnd
    return result
  }

  /// With only the first columns of wider tables.
  func someColumns(_ count: Int) -> ProductShape {
    var result = self
    result.columns = count
    return result
  }

  /// With one number for all of a: the sums of b's columns, when it is 1.
  var repeatedFirst: ProductShape {
    var result = self
    (result.aRow, result.aInner) = (0, 0)
    return result
  }

  /// Numbers that a packed b takes.
  package static func packedCount(rows: Int, columns: Int) -> Int {
    (columns + panel - 1) / panel * panel * rows
  }
}
