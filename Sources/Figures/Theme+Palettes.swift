import Drawing

// The series colours were searched in OKLCH for at least 3:1 to the page and between neighbours
// and for the largest colour difference under the three colour-vision deficiencies; their order
// matters. Text colours are the same hues moved until they have 4.5:1.

extension Theme {
  /// Dark on white.
  public static let light = Theme(
    background: Color(hex: 0xffffff), ink: Color(hex: 0x14171c), secondary: Color(hex: 0x4a525c),
    axis: Color(hex: 0x8b939d), grid: Color(hex: 0xe4e7eb), surface: Color(hex: 0xf3f5f8),
    surfaceEdge: Color(hex: 0x6b7480), shade: Color(hex: 0x14171c, alpha: 15),
    series: styles(
      colors: [0x0e3d76, 0xd7792b, 0x870106, 0xb675f6, 0x101418, 0x3a897c],
      texts: [0x0e3d76, 0xa1510c, 0x870106, 0x8b3fd4, 0x101418, 0x29705f]),
    sequential: .sequentialLight, diverging: .divergingLight, metrics: .page)

  /// Light on `#14171c`; drawn, not inverted.
  public static let dark = Theme(
    background: Color(hex: 0x14171c), ink: Color(hex: 0xf1f3f5), secondary: Color(hex: 0xb6bec8),
    axis: Color(hex: 0x727b86), grid: Color(hex: 0x2b3139), surface: Color(hex: 0x20252c),
    surfaceEdge: Color(hex: 0x98a1ac), shade: Color(hex: 0xf1f3f5, alpha: 20),
    series: styles(
      colors: [0x89bdff, 0x985302, 0xfaa591, 0x794db8, 0xf5f6f7, 0x1d7165],
      texts: [0x89bdff, 0xd98a3d, 0xfaa591, 0xb08be8, 0xf5f6f7, 0x4fae9f]),
    sequential: .sequentialDark, diverging: .divergingDark, metrics: .page)

  private static func styles(colors: [UInt32], texts: [UInt32]) -> [SeriesStyle] {
    let dashes: [[Double]] = [[], [6, 3], [2, 2], [8, 3, 2, 3], [12, 3], [4, 2, 1, 2]]
    return colors.indices.map { index in
      SeriesStyle(
        color: Color(hex: colors[index]), text: Color(hex: texts[index]), dash: dashes[index],
        marker: Marker.allCases[index])
    }
  }

  /// A colour by its number, with the dash of the `order`th line of a figure, so that its first
  /// line is solid. When colours come round again, they do with another dash and marker.
  func style(_ index: Int, order: Int) -> SeriesStyle {
    let turn = order / series.count
    let pattern = series[(order + turn) % series.count]
    return with(series[index % series.count]) { style in
      (style.dash, style.marker) = (pattern.dash, pattern.marker)
    }
  }

  /// How many series differ in colour or dash.
  var distinctSeries: Int { series.count * series.count }
}
