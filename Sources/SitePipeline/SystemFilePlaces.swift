import Lettering
import Mathematics

/// Where a machine keeps the files that are not ours; the edge looks there and opens them.
package enum SystemFilePlaces {
  package static let fontFolders = StandardFonts.folders
  package static let fontNames = StandardFonts.names
  package static let fontHint = StandardFonts.hint
  package static let katex = StandardKaTeX.paths

  /// The fonts that figures are lettered with, from their files' bytes.
  package static func fonts(_ read: (String) -> [UInt8]?) -> FontSet? {
    StandardFonts.fonts(read)
  }
}
