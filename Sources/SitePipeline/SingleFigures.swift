import Diagnostics
import Lab
import Markup
import Scripting

/// The figures of one lesson or of one Swift file, without a site around them.
///
/// - Parameters:
///   - path: as diagnostics name the file; what ends in `.md` is a lesson, all else is a block.
///   - fontKey: the hash of the fonts that figures are lettered with.
///   - stage: where the blocks run.
package func drawFigures(
  path: String, bytes: [UInt8], fontKey: String, stage: Stage
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
  return page.then {
    stage.perform(WorkOrder(page: $0, limits: Limits(), fontKey: fontKey))
  }.map(\.figures)
}
