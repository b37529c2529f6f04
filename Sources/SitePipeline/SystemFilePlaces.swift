import Lettering
import Mathematics

/// Where a machine keeps the files that are not ours; the edge looks there and opens them.
package enum SystemFilePlaces {
  package static let fontFolders = StandardFonts.folders
  package static let regularFont = StandardFonts.regular
  package static let semiboldFont = StandardFonts.semibold
  package static let italicFont = StandardFonts.italic
  package static let fallbackFont = StandardFonts.fallback
  package static let fontHint = StandardFonts.hint
  package static let katex = StandardKaTeX.paths

  /// The fonts that figures are lettered with, from their files' bytes.
  package static func fonts(_ read: (String) -> [UInt8]?) -> FontSet? {
    func font(_ name: String) -> FontFile? { read(name).map { FontFile(name: name, bytes: $0) } }
    guard let regular = font(regularFont), let semibold = font(semiboldFont),
      let italic = font(italicFont), let fallback = font(fallbackFont)
    else { return nil }
    return FontSet(regular: regular, semibold: semibold, italic: italic, fallbacks: [fallback])
  }
}
