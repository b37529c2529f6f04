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
  let run = page.then { PageRunner().run($0) }
  return run.then { illustrate([$0], fonts: fonts) }
}
