import Diagnostics
import Lab
import Lettering
import Markup

/// The figures of one lesson or of one Swift file, without a site around them.
///
/// - Parameters:
///   - path: as diagnostics name the file; what ends in `.md` is a lesson, all else is a block.
///   - fonts: what figures are lettered with.
package func drawFigures(
  path: String, bytes: [UInt8], fonts: SiteInputs.Fonts
) -> Diagnosed<[Illustration]> {
  let page: Diagnosed<LessonPage>
  if path.hasSuffix(".md") {
    page = parseLesson(path: path, bytes: bytes).map { LessonPage($0.document) }
  } else {
    let block = PageBlock(
      text: String(decoding: bytes, as: UTF8.self), path: path,
      start: SourcePosition(line: 1, column: 1))
    page = Diagnosed(LessonPage(path: path, items: [.block(block)]))
  }
  let illustrator = Illustrator.make(fonts)
  guard let drawing = illustrator.value else { return Diagnosed([], illustrator.diagnostics) }
  let performer = Performer(runner: PageRunner(), illustrator: drawing, store: .none)
  return page.then { performer.perform($0) }.map(\.figures)
}
