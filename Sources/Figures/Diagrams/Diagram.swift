import Drawing

/// What all diagrams have in common: a header, and a drawing of a size of its own below it.
protocol Diagram: Figure {
  var title: String? { get }
  var subtitle: String? { get }
  var problems: [FigureProblem] { get }
  /// The drawing's size, in layout units; the width is the least that it needs.
  func layoutSize(in room: DiagramRoom) -> Size
  /// Draws inside the rectangle, whose height is at least that of the layout.
  func paint(in area: Rect, _ room: DiagramRoom, on canvas: inout Canvas)
}

/// What a diagram may arrange itself by.
struct DiagramRoom: Hashable, Sendable {
  /// Inside the margins, in layout units.
  var width: Double
  /// Whether it is for a phone: what stands side by side on a page goes below each other.
  var isNarrow: Bool
}

extension Diagram {
  public func drawing(in theme: Theme, typesetter: any Typesetter) -> FigureDrawing {
    var canvas = Canvas(theme: theme, typesetter: typesetter)
    for problem in problems { canvas.note(problem) }
    let unit = canvas.unit
    let margin = canvas.metrics.margin
    let width = width ?? canvas.metrics.size.width
    let header = Header(title: title, subtitle: subtitle, width: width, on: &canvas)
    header.paint(on: &canvas)
    let room = DiagramRoom(
      width: (width - 2 * margin) / unit, isNarrow: canvas.metrics.isNarrow)
    let layout = layoutSize(in: room)
    let needed = layout.height * unit
    let top = header.bottom + (title ?? subtitle == nil ? 0 : canvas.metrics.gap)
    let height = max(height ?? 0, top + needed + margin)
    if width < layout.width * unit {
      canvas.note(.tooSmall(width: width, height: height))
    }
    let area = Rect(
      x: margin, y: top + (height - top - needed - margin) / 2,
      width: width - 2 * margin, height: needed)
    if !problems.contains(where: \.isError) { paint(in: area, room, on: &canvas) }
    return canvas.drawing(size: Size(width: width, height: height.rounded(.up)))
  }

  var problems: [FigureProblem] { [] }
}
