import Drawing

/// A figure's title and subtitle, set at its top left.
struct Header: Sendable {
  var title = TextBlock()
  var subtitle = TextBlock()
  /// The top left corner of the title's capitals.
  let place: Point
  private let gap: Double

  /// - style: nil for that of a figure's title.
  init(
    title: String?, subtitle: String?, width: Double, style: TextStyle? = nil,
    on canvas: inout Canvas
  ) {
    gap = canvas.metrics.gap * 0.75
    let style = style ?? canvas.titleStyle
    let margin = canvas.metrics.margin
    // Room for 300 characters; what is longer belongs into the caption.
    let lines = canvas.metrics.isNarrow ? 12 : 6
    place = Point(margin, margin)
    if let title {
      self.title = canvas.text.block(title, style, width: width - 2 * margin, lines: lines)
    }
    if let subtitle {
      self.subtitle = canvas.text.block(
        subtitle, canvas.subtitleStyle, width: width - 2 * margin, lines: lines)
    }
  }

  /// Where what comes below may start.
  var bottom: Double {
    let blocks = [title, subtitle].filter { !$0.lines.isEmpty }
    return blocks.isEmpty
      ? place.y : blocks.reduce(place.y + gap) { $0 + $1.height + gap } - gap / 3
  }

  func paint(on canvas: inout Canvas) {
    canvas.place(title, at: place, color: canvas.theme.ink)
    let y = title.lines.isEmpty ? place.y : place.y + title.height + gap
    canvas.place(subtitle, at: Point(place.x, y), color: canvas.theme.secondary)
  }
}
