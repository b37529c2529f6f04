import Drawing

/// Turns markup into set lines, and notices what cannot be set.
struct TextSetting: Sendable {
  let typesetter: any Typesetter
  private(set) var problems: [FigureProblem] = []

  init(typesetter: any Typesetter) { self.typesetter = typesetter }

  // Scripts as in book setting: seven tenths of the size, the one below the baseline far enough
  // to clear it, the other so that its top stands just above the capitals.
  private static let scriptSize = 0.72
  private static let subscriptDrop = 0.17
  private static let superscriptRise = 0.37
  /// Inter's tails reach 0.2 em below the baseline; a little more keeps lines apart.
  private static let tail = 0.22

  mutating func line(_ markup: String, _ style: TextStyle) -> TextLine {
    let text = RichText(markup)
    let capHeight = typesetter.capHeight(of: style)
    var line = TextLine(
      outlines: Path(), words: text.plain, width: 0, ascent: capHeight,
      descent: style.size * Self.tail, capHeight: capHeight, size: style.size)
    for piece in text.pieces { append(piece, to: &line, style) }
    if text.plain.unicodeScalars.contains(where: isRightToLeft) {
      note(.rightToLeft(text: text.plain))
    }
    return line
  }

  private mutating func append(
    _ piece: RichText.Piece, to line: inout TextLine, _ style: TextStyle
  ) {
    let factor = piece.level == .base ? 1 : Self.scriptSize
    let pieceStyle = TextStyle(
      size: style.size * factor, weight: style.weight, isItalic: style.isItalic || piece.isItalic)
    let lettering = typesetter.letter(piece.text, style: pieceStyle)
    let drop =
      switch piece.level {
      case .base: 0.0
      case .sub: style.size * Self.subscriptDrop
      case .sup: -style.size * Self.superscriptRise
      }
    line.outlines.append(lettering.outlines.moved(by: Point(line.width, drop)))
    line.width += lettering.advance
    line.ascent = max(line.ascent, typesetter.capHeight(of: pieceStyle) - drop)
    for scalar in lettering.missing { note(.missingGlyph(scalar, text: line.words)) }
  }

  /// As many lines as the words need within `width`; what is beyond `lines` is cut and noted.
  mutating func block(
    _ markup: String, _ style: TextStyle, width: Double, lines limit: Int
  ) -> TextBlock {
    var words = markup.split(separator: " ").map(String.init)[...]
    var block = TextBlock()
    while let first = words.first {
      let isLast = block.lines.count == limit - 1
      var line = first
      var rest = words.dropFirst()
      while let next = rest.first, measure(line + " " + next, style) <= width {
        line += " " + next
        rest = rest.dropFirst()
      }
      if measure(line, style) > width {
        let head = fitting(line, style, width: width)
        rest = ArraySlice([String(line.dropFirst(head.count))] + rest)
        line = head
      }
      if isLast, !rest.isEmpty {
        line = fitting(line, style, width: width - measure("…", style)) + "…"
        note(.textCut(text: RichText(markup).plain))
        rest = []
      }
      block.lines.append(self.line(line, style))
      words = rest
    }
    return block
  }

  /// The longest beginning of a word that is within the width, of one character at least.
  private func fitting(_ word: String, _ style: TextStyle, width: Double) -> String {
    var head = word
    while head.count > 1, measure(head, style) > width { head.removeLast() }
    return head
  }

  private func measure(_ markup: String, _ style: TextStyle) -> Double {
    var silent = TextSetting(typesetter: typesetter)
    return silent.line(markup, style).width
  }

  private mutating func note(_ problem: FigureProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Hebrew, Arabic and their neighbours: U+0590 to U+08FF and their presentation forms.
  private func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF: true
    default: false
    }
  }
}
