import Drawing

/// What all diagrams have in common: a header, and a drawing of a size of its own below it.
protocol Diagram: Figure {
  var title: String? { get }
  var subtitle: String? { get }
  var problems: [FigureProblem] { get }
  /// The drawing's size, in layout units; the width is the least that it needs.
  var layoutSize: Size { get }
  /// Draws inside the rectangle, whose height is at least that of the layout.
  func paint(in area: Rect, on canvas: inout Canvas)
}

extension Diagram {
  public func drawing(in theme: Theme, typesetter: any Typesetter) -> FigureDrawing {
    var canvas = Canvas(theme: theme, typesetter: typesetter)
    for problem in problems { canvas.note(problem) }
    let unit = canvas.unit
    let margin = canvas.metrics.gap * 1.5
    let width = width ?? canvas.metrics.size.width
    let header = Header(title: title, subtitle: subtitle, width: width, on: &canvas)
    header.paint(on: &canvas)
    let needed = layoutSize.height * unit
    let top = header.bottom + (title ?? subtitle == nil ? 0 : canvas.metrics.gap)
    let height = max(height ?? 0, top + needed + margin)
    if width < layoutSize.width * unit {
      canvas.note(.tooSmall(width: width, height: height))
    }
    let area = Rect(
      x: margin, y: top + (height - top - needed - margin) / 2,
      width: width - 2 * margin, height: needed)
    if !problems.contains(where: \.isError) { paint(in: area, on: &canvas) }
    return canvas.drawing(size: Size(width: width, height: height.rounded(.up)))
  }

  var problems: [FigureProblem] { [] }
}
