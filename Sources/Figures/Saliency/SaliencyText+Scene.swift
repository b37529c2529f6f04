import Drawing

extension SaliencyText {
  public func drawing(in theme: Theme, typesetter: any Typesetter) -> FigureDrawing {
    var canvas = Canvas(theme: theme, typesetter: typesetter)
    for problem in problems { canvas.note(problem) }
    let metrics = theme.metrics
    let width = width ?? metrics.size.width
    let header = Header(title: title, subtitle: subtitle, width: width, on: &canvas)
    header.paint(on: &canvas)
    let inner = Rect(
      x: metrics.margin, y: header.bottom, width: width - 2 * metrics.margin, height: 0)
    let colors = ColorScale(
      values.filter(\.isFinite), range: range, theme: theme,
      room: max(3, Int(inner.width / 2 / (metrics.tick * 4))))
    var y = paintTokens(colors, from: inner, on: &canvas)
    if values.contains(where: \.isFinite) {
      y = ColorStrip(colors: colors, name: valueName).paint(
        at: Point(inner.minX, y + metrics.gap * 2), width: inner.width, on: &canvas)
    }
    let needed = (y + metrics.gap * 1.5).rounded(.up)
    return canvas.drawing(size: Size(width: width, height: max(height ?? 0, needed)))
  }

  /// Sets tokens like words of a text, and gives where the last line ends.
  private func paintTokens(
    _ colors: ColorScale, from inner: Rect, on canvas: inout Canvas
  ) -> Double {
    let size = TokenSize(canvas.metrics)
    var pen = inner.origin
    var isFresh = true
    for word in words {
      let cells = word.map { pair in size.cell(pair.token, inner.width, on: &canvas) }
      let wordWidth = cells.reduce(-size.gap) { $0 + $1.width + size.gap }
      let fits = pen.x + wordWidth <= inner.maxX || wordWidth > inner.width
      if !fits, !isFresh { (pen, isFresh) = (Point(inner.minX, pen.y + size.advance), true) }
      for (pair, cell) in zip(word, cells) {
        if !isFresh, pen.x + cell.width > inner.maxX {
          pen = Point(inner.minX, pen.y + size.advance)
        }
        let shade = colors.level(pair.value).map(colors.map.color(level:)) ?? canvas.theme.axis
        cell.paint(at: pen, shade, height: size.height, on: &canvas)
        pen.x += cell.width + size.gap
        isFresh = pair.token == "\n"
        if isFresh { pen = Point(inner.minX, pen.y + size.advance) }
      }
    }
    return isFresh ? pen.y - size.gap : pen.y + size.height
  }
}

/// The measures that the tokens of a text share.
private struct TokenSize {
  let style: TextStyle
  let height: Double
  let gap = 1.0
  private let padding: Double
  /// Characters stand in cells at least as wide as most letters, so that they form columns.
  private let least: Double

  init(_ metrics: Theme.Metrics) {
    style = TextStyle(size: metrics.title)
    height = (style.size * 1.7).rounded()
    padding = style.size * 0.22
    least = (style.size * 0.82).rounded()
  }

  var advance: Double { height + gap }

  func cell(_ token: String, _ width: Double, on canvas: inout Canvas) -> TokenCell {
    let block = canvas.text.block(token.asToken, style, width: width - 2 * padding, lines: 1)
    return TokenCell(block: block, width: max(least, (block.width + 2 * padding).rounded(.up)))
  }
}

private struct TokenCell {
  let block: TextBlock
  let width: Double

  func paint(at place: Point, _ shade: Color, height: Double, on canvas: inout Canvas) {
    let cell = Rect(x: place.x, y: place.y.rounded(), width: width, height: height)
    canvas.fill(.rectangle(cell), shade)
    guard let line = block.lines.first else { return }
    canvas.place(
      line, at: Point(cell.midX, cell.midY), .middle, .middle, color: shade.readableInk)
  }
}

extension Color {
  /// Black or white, whichever has more contrast: at least 4.5:1 on every colour.
  ///
  /// Both have √21 = 4.58:1 on a relative luminance of 0.179 (WCAG 2.2), and one of them more on
  /// any other. The curve of sRGB is taken as a cubic, which is off by less than 0.002.
  var readableInk: Color {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
    }
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    return Color(hex: luminance > 0.179 ? 0x000000 : 0xffffff)
  }
}
