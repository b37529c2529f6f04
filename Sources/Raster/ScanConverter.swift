/// Finds out which pixels a shape covers, and how much of each.
///
/// Each row of pixels is looked at along sub-scanlines; on each of them the shape's crossings are
/// sorted and counted by the non-zero winding rule, and the stretches inside add their exact
/// length (in 1/256 pixel) to the pixels that they touch. So contours may overlap themselves as
/// strokes do, and areas are right to a sixteenth of a row. All of it is in integers.
struct ScanConverter: ~Copyable {
  /// Sub-scanlines a row for a shape with a reasonable number of sides.
  static let finestLines = 16
  /// Beyond so many crossings a shape is a tangle that no eye follows: it gets fewer
  /// sub-scanlines, so that no picture takes minutes.
  private static let mostCrossings = 1 << 23
  /// So many edges meet a row before it pays to bring them into order once for all its lines.
  private static let fewEdges = 24

  private let canvas: Canvas
  private var row: RowCoverage
  /// The edges that the row in hand meets; many of them from left to right.
  private var active: [ActiveEdge] = []
  /// Indices of edges by the row in which they begin, and where each row's indices start.
  private var order: [Int32] = []
  private var starts: [Int32] = []
  /// For each line of the row a list of crossings: twice the place, plus one for an edge drawn
  /// upwards.
  private var crossings = Scratch<Int32>(repeating: 0, count: 1024)
  private var counts = Scratch<Int>(repeating: 0, count: Self.finestLines)

  init(canvas: Canvas) {
    self.canvas = canvas
    row = RowCoverage(width: canvas.width)
  }

  /// Lays ink over the inside of closed contours, within a clip box of the canvas.
  mutating func fill(_ edges: [Edge], with ink: borrowing Ink, clip: ClipBox) {
    guard !clip.isEmpty else { return }
    let grid = grid(for: edges, clip: clip)
    let rows = sortByRow(edges, grid: grid)
    active.removeAll(keepingCapacity: true)
    for y in rows {
      let place = y - rows.lowerBound
      for index in starts[place]..<starts[place + 1] {
        active.append(ActiveEdge(edges[Int(order[Int(index)])], grid: grid))
      }
      guard !active.isEmpty else { continue }
      if active.count > Self.fewEdges { active.sort { $0.x < $1.x } }
      collectCrossings(y: y, grid: grid)
      row.paint(ink, y: y, linesPerRow: grid.linesPerRow, on: canvas)
    }
  }

  /// As many lines a row as the shape's sides allow.
  private func grid(for edges: [Edge], clip: ClipBox) -> LineGrid {
    for linesPerRow in [Self.finestLines, 4] {
      let grid = LineGrid(linesPerRow: linesPerRow, clip: clip)
      var crossings = 0
      for edge in edges { crossings += grid.lines(from: edge.y, to: edge.endY).count }
      if crossings <= Self.mostCrossings { return grid }
    }
    return LineGrid(linesPerRow: 1, clip: clip)
  }

  /// Puts the edges in order of the row in which they begin, by counting; gives the shape's rows.
  private mutating func sortByRow(_ edges: [Edge], grid: LineGrid) -> Range<Int> {
    var first = Int.max
    var last = -1
    for edge in edges {
      let lines = grid.lines(from: edge.y, to: edge.endY)
      guard !lines.isEmpty else { continue }
      first = min(first, grid.row(of: lines.lowerBound))
      last = max(last, grid.row(of: lines.upperBound - 1))
    }
    guard first <= last else { return 0..<0 }
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(0, count: last - first + 3))
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: repeatElement(0, count: edges.count))
    // Counts stand two places late, so that filling in moves each start to its place.
    func forEachEdge(_ body: (Int, Int) -> Void) {
      for (index, edge) in edges.enumerated() {
        let lines = grid.lines(from: edge.y, to: edge.endY)
        if !lines.isEmpty { body(index, grid.row(of: lines.lowerBound) - first) }
      }
    }
    forEachEdge { _, row in starts[row + 2] += 1 }
    for row in 1..<starts.count { starts[row] += starts[row - 1] }
    forEachEdge { index, row in
      order[Int(starts[row + 1])] = Int32(index)
      starts[row + 1] += 1
    }
    return first..<last + 1
  }

  /// Walks every active edge over the row's lines, then measures each line.
  private mutating func collectCrossings(y: Int, grid: LineGrid) {
    let capacity = active.count
    let firstLine = y * grid.linesPerRow
    let endOfRow = firstLine + grid.linesPerRow
    crossings.makeRoom(for: capacity * grid.linesPerRow)
    for line in 0..<grid.linesPerRow { counts[line] = 0 }
    let (crossings, counts) = (crossings.base, counts.base)
    var kept = 0
    for index in active.indices {
      var edge = active[index]
      let end = min(edge.end, endOfRow)
      let before = edge.place(in: grid)
      var after = before
      while edge.line < end {
        let line = edge.line &- firstLine
        after = edge.place(in: grid)
        crossings[line &* capacity &+ counts[line]] =
          Int32(truncatingIfNeeded: after << 1 | edge.upwards)
        counts[line] &+= 1
        edge.x &+= edge.step
        edge.line &+= 1
      }
      row.expectEnds(from: min(before, after), through: max(before, after))
      guard edge.line < edge.end else { continue }
      active[kept] = edge
      kept += 1
    }
    active.removeLast(active.count - kept)
    for line in 0..<grid.linesPerRow where counts[line] > 1 {
      measure(crossings + line * capacity, count: counts[line])
    }
  }

  /// Notes the stretches of one line that lie inside.
  @inline(__always)
  private func measure(_ line: UnsafeMutablePointer<Int32>, count: Int) {
    if count == 2 {
      let (one, other) = (Int(line[0] >> 1), Int(line[1] >> 1))
      return row.add(from: min(one, other), to: max(one, other))
    }
    Self.sort(line, count: count)
    var winding = 0
    var start = 0
    for index in 0..<count {
      let place = Int(line[index] >> 1)
      if winding == 0 { start = place }
      winding &+= line[index] & 1 == 0 ? 1 : -1
      if winding == 0 { row.add(from: start, to: place) }
    }
  }

  /// Insertion, which is the quickest way for few crossings and for many that nearly are in order;
  /// when it turns out that they are not, the library's way.
  @inline(__always)
  private static func sort(_ line: UnsafeMutablePointer<Int32>, count: Int) {
    var patience = count << 4
    for index in 1..<count {
      let value = line[index]
      var hole = index
      while hole > 0, line[hole &- 1] > value {
        line[hole] = line[hole &- 1]
        hole &-= 1
      }
      line[hole] = value
      patience &-= index &- hole
      guard patience > 0 else {
        var all = UnsafeMutableBufferPointer(start: line, count: count)
        return all.sort()
      }
    }
  }
}

/// An edge on its way down.
private struct ActiveEdge {
  /// So fine that the error of a step, added up over the tallest picture, is far below 1/256.
  static let fractionBits = 32

  /// The place on line `line`, and how far it moves by the next, in 1/256 pixel · 2³².
  var x: Int
  let step: Int
  var line: Int
  let end: Int
  /// 1 for an edge drawn upwards.
  let upwards: Int

  /// Lengths are below 2²⁴, so a slope is below 2⁵⁶ and a step of 256 below 2⁶⁴ only for edges
  /// that end before it is taken: sums may wrap, the result is not looked at.
  init(_ edge: Edge, grid: LineGrid) {
    let lines = grid.lines(from: edge.y, to: edge.endY)
    let slope = (edge.endX &- edge.x) << Self.fractionBits / (edge.endY &- edge.y)
    line = lines.lowerBound
    end = lines.upperBound
    x = edge.x << Self.fractionBits &+ slope &* (grid.middle(of: line) &- edge.y)
    step = slope &* (Fixed.one / grid.linesPerRow)
    upwards = edge.winding > 0 ? 0 : 1
  }

  /// Where it meets line `line`, in 1/256 pixel; left or right of the box, the box's border.
  @inline(__always)
  func place(in grid: LineGrid) -> Int {
    max(grid.left, min(grid.right, x >> Self.fractionBits))
  }
}
