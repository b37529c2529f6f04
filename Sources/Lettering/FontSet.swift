/// A font as it lies on the disk; whoever opens files hands it in.
package struct FontFile: Hashable, Sendable {
  /// The file's name without its folder, for messages and records: `Inter-Regular.otf`.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Every font that letters may come from.
///
/// The same bytes give the same outlines on every machine, so a digest of `files` stands for all
/// that fonts can do to a picture.
package struct FontSet: Hashable, Sendable {
  package var regular: FontFile
  package var semibold: FontFile
  package var italic: FontFile
  /// Asked in order for characters that the chosen face lacks.
  package var fallbacks: [FontFile]

  package init(
    regular: FontFile, semibold: FontFile, italic: FontFile, fallbacks: [FontFile] = []
  ) {
    self.regular = regular
    self.semibold = semibold
    self.italic = italic
    self.fallbacks = fallbacks
  }

  /// Regular, semibold, italic and then the fallbacks: an order that digests can rely on.
  package var files: [FontFile] { [regular, semibold, italic] + fallbacks }

  /// How many of `files` are chosen by style; the rest are fallbacks.
  static let styledCount = 3
}

/// A font file that holds no font.
package struct FontError: Error, Hashable, CustomStringConvertible {
  package let file: String

  package var description: String { "'\(file)' is not a font that can be read" }
}
