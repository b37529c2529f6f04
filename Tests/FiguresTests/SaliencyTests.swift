import Drawing
import Figures
import Foundation
import Testing

@Suite("Saliency over a text")
struct SaliencyTests {
  private func luminance(_ color: Color) -> Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  private func contrast(_ left: Color, _ right: Color) -> Double {
    let values = [luminance(left), luminance(right)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  /// The fill below each letter, with the letter's colour.
  private func letters(_ scene: Scene) -> [(shade: Color, ink: Color)] {
    var shade: Color?
    return scene.items.compactMap { item in
      switch item {
      case .fill(_, let color):
        shade = color
        return nil
      case .text(_, let ink, _):
        defer { shade = nil }
        return shade.map { ($0, ink) }
      default:
        shade = nil
        return nil
      }
    }
  }

  @Test("letters have 4.5:1 on every shade of every map", arguments: [Theme.light, .dark])
  func contrasts(theme: Theme) {
    for low in [0.0, -1] {
      let values = (0...400).map { low + (1 - low) * Double($0) / 400 }
      let text = SaliencyText([String](repeating: "a", count: values.count), values: values)
      let pairs = letters(text.drawn(in: theme).scene)
      #expect(pairs.count >= 400)
      for (shade, ink) in pairs {
        #expect(contrast(shade, ink) >= 4.5, "\(ink.cssName) on \(shade.cssName)")
      }
    }
  }

  @Test("tokens and labels keep apart, on a page and on a phone", arguments: [0, 1])
  func layout(index: Int) {
    let (name, figure) = Samples.saliency[index]
    for medium in Theme.Medium.allCases {
      let drawing = figure.drawing(in: .light, for: medium, typesetter: BoxTypesetter())
      #expect(drawing.scene.collisions == [], "\(name) for \(medium)")
      #expect(drawing.scene.overhanging == [], "\(name) for \(medium)")
      #expect(drawing.problems == [], "\(name) for \(medium)")
    }
  }

  @Test("a word stays on one line")
  func words() throws {
    let text = SaliencyText("aaaa bbbb", values: (0..<9).map(Double.init)).size(width: 120)
    let scene = text.drawn().scene
    let tops = scene.texts.filter { $0.words == "b" }.map(\.box.minY)
    #expect(Set(tops).count == 1)
    #expect(try #require(scene.texts.first { $0.words == "a" }).box.minY < tops[0])
  }

  @Test("a line break ends a line, and is seen as a space is")
  func breaks() throws {
    let texts = SaliencyText("a\nb ", values: [1, 2, 3, 4]).drawn().scene.texts
    let first = try #require(texts.first { $0.words == "a" })
    let second = try #require(texts.first { $0.words == "b" })
    #expect(second.box.minY > first.box.maxY)
    #expect(texts.contains { $0.words == "↵" } && texts.contains { $0.words == "␣" })
  }

  @Test("the words say where there is most and least, the table says all")
  func description() {
    let text = SaliencyText("a b", values: [0.25, 1, 0.5]).values("|∂y/∂x_t|")
    #expect(
      text.alternativeText
        == "Text of 3 tokens, shaded by |∂y/∂x_t|: most for a space (1), least for “a” (0.25).")
    #expect(text.dataTable.csv == "token,|∂y/∂x_t|\r\na,0.25\r\n ,1\r\nb,0.5\r\n")
  }
}
