import Drawing
import Synchronization

/// Letters by HarfBuzz: shaped, kerned, and given as outlines.
///
/// What it answers depends on the fonts' bytes and on nothing of the machine: no font is looked
/// up by name, no locale is asked, nothing is hinted, and outlines are whole font units until the
/// one multiplication by the size. Glyphs are remembered, so one typesetter serves a whole build;
/// it may be used from several threads, which wait for each other.
package final class HarfBuzzTypesetter: Typesetter {
  package let fonts: FontSet
  private let state: Mutex<Composer>

  /// - Throws: `FontError` for the first file that holds no font.
  package init(_ fonts: FontSet) throws(FontError) {
    self.fonts = fonts
    state = Mutex(try Composer(fonts))
  }

  package func letter(_ text: String, style: TextStyle) -> Lettering {
    state.withLock { $0.letter(text, style: style) }
  }

  package func capHeight(of style: TextStyle) -> Double {
    state.withLock { $0.capHeight(of: style) }
  }
}
