import Drawing

/// A colour bar that lies: below what it explains, with its name beside it.
struct ColorStrip: Sendable {
  let colors: ColorScale
  let name: String?

  /// Paints the strip and gives where its labels end.
  func paint(at place: Point, width: Double, on canvas: inout Canvas) -> Double {
    let metrics = canvas.metrics
    let markup = [name, colors.factor].compactMap { $0 }.joined(separator: " ")
    let title = canvas.text.block(markup, canvas.labelStyle, width: width, lines: 2)
    canvas.place(title, at: place, color: canvas.theme.ink)
    let top = (place.y + title.height + (title.lines.isEmpty ? 0 : metrics.gap * 0.6)).rounded()
    let bar = Rect(
      x: place.x.rounded(), y: top, width: min(width, metrics.size.width / 2).rounded(),
      height: metrics.gap * 1.5)
    paintColors(in: bar, on: &canvas)
    let style = canvas.tickStyle
    for tick in colors.ticks {
      let x = bar.minX + colors.share(tick.value) * bar.width
      let line = canvas.text.line(tick.label ?? "", style)
      let crisp = (x * 2).rounded() / 2
      canvas.line(
        from: Point(crisp, bar.maxY), to: Point(crisp, bar.maxY + 4), canvas.theme.axis)
      // The first and the last number stay inside of the figure.
      let left = max(place.x, min(place.x + width - line.width, x - line.width / 2))
      canvas.place(
        line, at: Point(left, bar.maxY + metrics.gap), .start, .top,
        color: canvas.theme.secondary)
    }
    return bar.maxY + metrics.gap + metrics.tick
  }

  private func paintColors(in bar: Rect, on canvas: inout Canvas) {
    let count = min(ColorMap.levels, Int(bar.width))
    func edge(_ index: Int) -> Double {
      ((bar.minX + bar.width * Double(index) / Double(count)) * 2).rounded() / 2
    }
    for index in 0..<count {
      let rect = Rect(
        x: edge(index), y: bar.minY, width: edge(index + 1) - edge(index), height: bar.height)
      let level = colors.map.level((Double(index) + 0.5) / Double(count))
      canvas.fill(.rectangle(rect), colors.map.color(level: level))
    }
  }
}
