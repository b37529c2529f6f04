import Diagnostics
import Drawing
import Figures
import Lab
import Lettering
import Raster

/// A figure as the site carries it: drawn for light and dark, said in words, read as numbers.
package struct Illustration: Sendable {
  /// The same picture for light and dark pages.
  package struct Pair: Sendable {
    package var light: BuiltSite.File
    package var dark: BuiltSite.File
    /// In CSS pixels, which are the scene's points.
    package var width: Int
    package var height: Int
  }

  package var label: String
  package var page: Pair
  /// Laid out for a narrow screen, from the same numbers.
  package var phone: Pair
  package var table: BuiltSite.File
  package var alternativeText: String
  package var longDescription: String
  package var dataTable: DataTable
  package var promise: FigurePromise
  /// What everything that decides the picture hashes to.
  package var key: String { promise.key }
}

/// Draws figures; holds what all of them share.
struct Illustrator: Sendable {
  /// Pixels for each point: sharp on the screens that people have.
  static let density = 2.0

  let typesetter: HarfBuzzTypesetter
  let fontKey: String

  /// Nil when a font cannot be read.
  static func make(_ fonts: FontSet) -> Diagnosed<Illustrator?> {
    do throws(FontError) {
      let typesetter = try HarfBuzzTypesetter(fonts)
      return Diagnosed(Illustrator(typesetter: typesetter, fontKey: fonts.key))
    } catch {
      return Diagnosed(nil, [.error(error.description, at: nil, hint: StandardFonts.hint)])
    }
  }

  /// - Parameter key: the hash of all that decides the picture.
  func illustrate(
    _ shown: ShownFigure, of run: BlockRun, key: String
  ) -> Diagnosed<Illustration?> {
    let figure = sized(shown.figure, by: run.options)
    let problems = figure.drawing(in: .light, typesetter: typesetter).problems
    let diagnostics = problems.map { problem in
      Diagnostic(
        problem.isError ? .error : .warning, at: run.options.labelSpan, problem.message,
        hint: problem.hint)
    }
    guard !diagnostics.containsError else { return Diagnosed(nil, diagnostics) }
    do throws(PNGError) {
      let text = metadata(of: shown, in: run, key: key)
      let page = try pair(shown.label, figure, for: .page, text)
      let phone = try pair("\(shown.label)~phone", figure, for: .phone, text)
      let illustration = Illustration(
        label: shown.label, page: page.files, phone: phone.files,
        table: BuiltSite.File(path: "figures/\(shown.label).csv", text: figure.dataTable.csv),
        alternativeText: figure.alternativeText,
        longDescription: figure.longDescription, dataTable: figure.dataTable,
        promise: FigurePromise(label: shown.label, key: key, pixels: page.pixels + phone.pixels))
      return Diagnosed(illustration, diagnostics)
    } catch {
      return Diagnosed(nil, diagnostics + [.error(error.message, at: run.options.labelSpan)])
    }
  }

  private func sized(_ figure: any Figure, by options: BlockOptions) -> any Figure {
    figure.size(width: options.width, height: options.height)
  }

  private func pair(
    _ name: String, _ figure: any Figure, for medium: Figures.Theme.Medium, _ metadata: [PNG.Text]
  ) throws(PNGError) -> (files: Illustration.Pair, pixels: [String]) {
    let light = figure.drawing(in: .light, for: medium, typesetter: typesetter).scene
    let dark = figure.drawing(in: .dark, for: medium, typesetter: typesetter).scene
    let (lightFile, lightPixels) = try file(name, light, metadata)
    let (darkFile, darkPixels) = try file("\(name)~dark", dark, metadata)
    let files = Illustration.Pair(
      light: lightFile, dark: darkFile, width: Int(light.size.width.rounded(.up)),
      height: Int(light.size.height.rounded(.up)))
    return (files, [lightPixels, darkPixels])
  }

  /// The picture's name carries the hash of its pixels, so that a host may cache it for ever.
  private func file(
    _ name: String, _ scene: Scene, _ metadata: [PNG.Text]
  ) throws(PNGError) -> (file: BuiltSite.File, pixels: String) {
    let pixmap = Pixmap(painting: scene, density: Self.density)
    let bytes = try PNG.encode(pixmap, density: Self.density, metadata: metadata)
    let pixels = pixmap.fingerprint
    return (BuiltSite.File(path: "figures/\(name).\(pixels.prefix(8)).png", bytes: bytes), pixels)
  }

  /// Who made the picture and from what; never when or where, or two builds would differ.
  private func metadata(of shown: ShownFigure, in run: BlockRun, key: String) -> [PNG.Text] {
    [
      PNG.Text("Title", shown.label), PNG.Text("Software", "Unroller \(Engine.version)"),
      PNG.Text("Source", run.block.path), PNG.Text("Key", key),
      PNG.Text("Seed", String(run.seed)),
    ]
  }
}
