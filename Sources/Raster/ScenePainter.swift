import Drawing

/// Paints a scene's items in order.
struct ScenePainter: ~Copyable {
  private let canvas: Canvas
  private let density: Double
  private var converter: ScanConverter
  private var edges = EdgeList()

  init(canvas: Canvas, density: Double) {
    self.canvas = canvas
    self.density = density
    converter = ScanConverter(canvas: canvas)
  }

  mutating func paint(_ items: [Scene.Item]) {
    paint(items, clip: ClipBox(width: canvas.width, height: canvas.height))
  }

  private mutating func paint(_ items: [Scene.Item], clip: ClipBox) {
    guard !clip.isEmpty else { return }
    for item in items {
      switch item {
      case .fill(let path, let color):
        if let box = UprightBox(path, density: density) {
          fill(box, with: Ink(color), clip: clip)
        } else {
          fill(Flattener.outline(of: path, density: density), with: Ink(color), clip: clip)
        }
      case .text(let path, let color, words: _):
        fill(Flattener.outline(of: path, density: density), with: Ink(color), clip: clip)
      case .stroke(let path, let stroke, let color):
        if let box = UprightBox(path, stroke: stroke, density: density) {
          fill(box, with: Ink(color), clip: clip)
        } else {
          let line = Flattener.outline(of: path, density: density)
          let reach = Rect(
            x: 0, y: 0, width: Double(canvas.width), height: Double(canvas.height))
          fill(
            Stroker.outline(of: line, stroke: stroke, density: density, around: reach),
            with: Ink(color), clip: clip)
        }
      case .clipped(let rect, let items):
        paint(items, clip: clip.intersection(rect, density: density))
      }
    }
  }

  private mutating func fill(_ outline: Outline, with ink: Ink, clip: ClipBox) {
    guard !ink.isInvisible else { return }
    for group in outline.groups {
      edges.replace(with: outline, contours: group)
      converter.fill(edges.edges, with: ink, clip: clip)
    }
  }

  /// A box needs no scan conversion; it covers exactly what the same four sides would.
  private func fill(_ box: UprightBox, with ink: Ink, clip: ClipBox) {
    let clip = clip.intersection(box.bounds)
    guard !ink.isInvisible, !clip.isEmpty else { return }
    let grid = LineGrid(linesPerRow: ScanConverter.finestLines, clip: clip)
    guard !grid.lines.isEmpty else { return }
    let rounding = Coverage.Rounding(linesPerRow: grid.linesPerRow)
    let (first, last) = (clip.left >> 8, (clip.right - 1) >> 8)
    let leftPart = min(clip.right, (first + 1) << 8) - clip.left
    let rightPart = clip.right - last << 8
    for y in grid.row(of: grid.lines.lowerBound)...grid.row(of: grid.lines.upperBound - 1) {
      let rowStart = y * grid.linesPerRow
      let lines =
        min(rowStart + grid.linesPerRow, grid.lines.upperBound)
        - max(rowStart, grid.lines.lowerBound)
      func level(_ part: Int) -> Int { rounding.level(Int32(part * lines)) }
      canvas.lay(ink, level: level(leftPart), y: y, from: first, to: first + 1)
      guard first < last else { continue }
      canvas.lay(ink, level: level(Fixed.one), y: y, from: first + 1, to: last)
      canvas.lay(ink, level: level(rightPart), y: y, from: last, to: last + 1)
    }
  }
}
