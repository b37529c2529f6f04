/// Puts a matrix, row by row, into panels of 16 columns one behind the other; what a last panel has
/// too much stays as it is, and nothing reads it.
package func pack<Number>(
  _ matrix: UnsafePointer<Number>, rows: Int, columns: Int,
  into packed: UnsafeMutablePointer<Number>
) {
  let panel = ProductShape.panel
  for start in stride(from: 0, to: columns, by: panel) {
    let width = min(panel, columns - start)
    let place = packed + start * rows
    for row in 0..<rows {
      let (to, from) = (place + row * panel, matrix + row * columns + start)
      if width == panel {
        // A number of bytes that the compiler knows, so that nothing is called.
        UnsafeMutableRawPointer(to).copyMemory(
          from: from, byteCount: 16 * MemoryLayout<Number>.stride)
      } else {
        to.update(from: from, count: width)
      }
    }
  }
}

/// The same of the transposed matrix: its columns are the rows of `matrix`. Squares of 16 by 16 are
/// read and written by whole cache lines.
package func packTransposed<Number>(
  _ matrix: UnsafePointer<Number>, rows: Int, columns: Int,
  into packed: UnsafeMutablePointer<Number>
) {
  let panel = ProductShape.panel
  for start in stride(from: 0, to: rows, by: panel) {
    let width = min(panel, rows - start)
    for first in stride(from: 0, to: columns, by: panel) {
      let height = min(panel, columns - first)
      let place = packed + start * columns + first * panel
      for row in 0..<width {
        let source = matrix + (start + row) * columns + first
        for column in 0..<height { place[column * panel + row] = source[column] }
      }
    }
  }
}
