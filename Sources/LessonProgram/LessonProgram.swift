import Drawing
import Figures
import Lettering
import Raster

/// A page's blocks as one compiled program: takes what they show, and draws or records it.
///
/// ```text
/// layers-lstm                   draws all figures as PNG into the folder 'figures'
/// layers-lstm --record FILE     writes what came of the blocks into FILE, for comparing
/// ```
@MainActor public final class LessonProgram {
  static let current = LessonProgram()

  private let typesetter: HarfBuzzTypesetter
  private var label = ""
  private var shown = 0
  private var size: (width: Double?, height: Double?) = (nil, nil)
  private var record: [String] = []

  private init() {
    do {
      typesetter = try HarfBuzzTypesetter(try Files.fonts())
    } catch {
      Files.stop("\(error)")
    }
  }

  /// A block begins: what it shows has this label and size.
  ///
  /// - Parameters:
  ///   - width: in points, as the block's option says; nil leaves it to the figure.
  ///   - height: likewise.
  public static func begin(_ label: String, width: Double? = nil, height: Double? = nil) {
    current.label = label
    current.shown = 0
    current.size = (width, height)
  }

  /// A value that stands in the page's prose.
  public static func value<Value>(_ value: Value) {
    current.record.append("value \(value)")
  }

  /// A claim that the page makes of a block's results.
  public static func claim(_ holds: Bool) {
    current.record.append("claim \(holds)")
  }

  /// The page is over.
  public static func end() {
    guard let path = Files.recordPath else { return }
    Files.write(Array(current.record.map { $0 + "\n" }.joined().utf8), to: path)
  }

  func show(_ figure: any Figure) {
    shown += 1
    let name = shown == 1 ? label : "\(label)-\(shown)"
    let sized = figure.size(width: size.width, height: size.height)
    guard Files.recordPath == nil else {
      let media = [Theme.Medium.page, .phone]
      let pixels = media.flatMap { medium in
        [Theme.light, .dark].map { picture(of: sized, in: $0, for: medium).fingerprint }
      }
      record.append((["figure", name] + pixels).joined(separator: " "))
      return
    }
    do {
      let light = picture(of: sized, in: .light, for: .page)
      let png = try PNG.encode(light, density: Self.density, metadata: [PNG.Text("Title", name)])
      Files.makeFolder("figures")
      Files.write(png, to: "figures/\(name).png")
    } catch {
      Files.stop(error.message)
    }
  }

  private static let density = 2.0

  private func picture(
    of figure: any Figure, in theme: Theme, for medium: Theme.Medium
  ) -> Pixmap {
    let drawing = figure.drawing(in: theme, for: medium, typesetter: typesetter)
    for problem in drawing.problems { Files.warn("\(label): \(problem.message)") }
    return Pixmap(painting: drawing.scene, density: Self.density)
  }
}
