import Drawing

/// Letters as boxes of one width: enough to measure a layout by, and the same everywhere.
struct BoxTypesetter: Typesetter {
  /// Characters that this typesetter pretends not to have.
  var unknown: Set<Unicode.Scalar> = []

  func letter(_ text: String, style: TextStyle) -> Lettering {
    let width = style.size * 0.56
    var outlines = Path()
    for (index, character) in text.enumerated() where character != " " {
      outlines.append(
        .rectangle(
          Rect(
            x: Double(index) * width, y: -style.size * 0.73, width: width * 0.9,
            height: style.size * 0.73)))
    }
    return Lettering(
      outlines: outlines, advance: Double(text.count) * width,
      missing: text.unicodeScalars.filter(unknown.contains))
  }

  func capHeight(of style: TextStyle) -> Double { style.size * 0.73 }
}
