import Drawing
import Figures
import Foundation
import Testing

@Suite("Themes")
struct ThemeTests {
  /// WCAG 2.2, relative luminance and contrast ratio.
  private func contrast(_ left: Color, _ right: Color) -> Double {
    func luminance(_ color: Color) -> Double {
      func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }
    let values = [luminance(left), luminance(right)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  @Test("words have 4.5:1 on the page, lines 3:1", arguments: [Theme.light, .dark])
  func contrasts(theme: Theme) {
    for text in [theme.ink, theme.secondary] + theme.series.map(\.text) {
      #expect(contrast(text, theme.background) >= 4.5, "\(text.cssName)")
    }
    for color in theme.series.map(\.color) + [theme.surfaceEdge, theme.axis] {
      #expect(contrast(color, theme.background) >= 3, "\(color.cssName)")
    }
    #expect(contrast(theme.secondary, theme.surface) >= 4.5)
  }

  @Test("neighbouring series have 3:1 to each other", arguments: [Theme.light, .dark])
  func neighbours(theme: Theme) {
    for (left, right) in zip(theme.series, theme.series.dropFirst()) {
      #expect(contrast(left.color, right.color) >= 3)
    }
  }

  @Test("every word of every figure has 4.5:1 to the page", arguments: [Theme.light, .dark])
  func wordsInFigures(theme: Theme) {
    for (name, figure) in Samples.good {
      for text in figure.drawn(in: theme).scene.texts {
        #expect(contrast(text.color, theme.background) >= 4.5, "\(name): \(text.words)")
      }
    }
  }

  @Test("text is at least 12 points, labels 14, on a page")
  func sizes() {
    let metrics = Theme.light.metrics
    #expect(metrics.tick >= 12)
    #expect(metrics.label >= 14)
  }

  @Test("light and dark put the same things at the same places")
  func sameLayout() {
    for (name, figure) in Samples.good {
      let light = figure.drawn(in: .light).scene
      let dark = figure.drawn(in: .dark).scene
      #expect(light.size == dark.size, "\(name)")
      #expect(light.texts.map(\.box) == dark.texts.map(\.box), "\(name)")
    }
  }

  @Test("a sequential map gets darker on light, lighter on dark, at every step")
  func monotoneMaps() {
    let paper = Color(hex: 0xffffff)
    let light = (0..<64).map {
      contrast(ColorMap.sequentialLight.color(at: Double($0) / 63), paper)
    }
    #expect(light == light.sorted())
    let dark = (0..<64).map { contrast(ColorMap.sequentialDark.color(at: Double($0) / 63), paper) }
    #expect(dark == dark.sorted(by: >))
  }
}
