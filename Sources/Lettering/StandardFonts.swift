/// The fonts that figures use unless a course names its own, and where systems keep them.
package enum StandardFonts {
  package static let regular = "Inter-Regular.otf"
  package static let semibold = "Inter-SemiBold.otf"
  package static let italic = "Inter-Italic.otf"
  /// Has the mathematical signs that Inter lacks: ∇ ∈ ⊙ ℝ and their like.
  package static let fallback = "DejaVuSans.ttf"

  /// Of all four files.
  package static let names = [regular, semibold, italic, fallback]

  /// Folders to look in, in order; `~/` is the reader's home.
  package static let folders = [
    "/usr/share/fonts/opentype/inter",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/inter",
    "/usr/share/fonts/dejavu",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/Library/Fonts",
    "/Library/Fonts",
  ]

  /// What to do when they are not there.
  package static let hint =
    "Install the fonts with 'apt install fonts-inter fonts-dejavu-core' or "
    + "'brew install --cask font-inter font-dejavu'."

  /// The fonts from their files' bytes; nil when one is missing.
  package static func fonts(_ read: (String) -> [UInt8]?) -> FontSet? {
    func font(_ name: String) -> FontFile? { read(name).map { FontFile(name: name, bytes: $0) } }
    guard let regular = font(regular), let semibold = font(semibold), let italic = font(italic),
      let fallback = font(fallback)
    else { return nil }
    return FontSet(regular: regular, semibold: semibold, italic: italic, fallbacks: [fallback])
  }
}
