import Drawing
import Foundation
import Lettering

/// The fonts that the project draws with, from wherever this system keeps them.
enum Fonts {
  static let set = FontSet(
    regular: file(StandardFonts.regular), semibold: file(StandardFonts.semibold),
    italic: file(StandardFonts.italic), fallbacks: [file(StandardFonts.fallback)])

  static func file(_ name: String) -> FontFile {
    for folder in StandardFonts.folders {
      let path = NSString(string: folder + "/" + name).expandingTildeInPath
      if let data = FileManager.default.contents(atPath: path) {
        return FontFile(name: name, bytes: Array(data))
      }
    }
    fatalError("'\(name)' is not installed. \(StandardFonts.hint)")
  }
}
