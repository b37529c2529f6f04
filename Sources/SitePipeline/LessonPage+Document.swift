import Diagnostics
import Lab
import Markup

extension LessonPage {
  /// The language of the blocks that run.
  static let language = CodeBlock.runningLanguage

  /// What runs on a page: its blocks and the expressions in its prose, in the order they stand.
  ///
  /// - Parameter file: the program behind the `file:` option of a block at a place.
  init(_ document: Document, file: (String, Span) -> PageBlock.Outside? = { _, _ in nil }) {
    self.init(path: document.path, items: [])
    for block in document.blocks { collect(block, file) }
    for footnote in document.footnotes { footnote.forEach { collect($0, file) } }
  }

  /// A lesson's page, with the course's files for its blocks.
  init(_ lesson: Lesson, of course: Course) {
    guard lesson.outline.runs else {
      self.init(path: lesson.name, items: [])
      return
    }
    self.init(lesson.document) { reference, place in
      let name = reference.prefix { $0 != "#" }
      let path = lesson.file(at: place).resolving(String(name))?.text
      let bytes = path.flatMap { course.assets[$0] }
      let folder = lesson.name.dropLast(lesson.source.count)
      return BlockFile.read(
        reference, path: folder + (path ?? String(name)),
        text: bytes.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  private mutating func collect(_ block: Block, _ file: (String, Span) -> PageBlock.Outside?) {
    block.forEachPart { part in
      switch part {
      case .block(let block):
        guard case .code(let code) = block.kind, code.language == Self.language else { return }
        var own = PageBlock(text: code.text, path: block.span.path, start: code.textStart)
        own.outside = own.file.flatMap { file($0, block.span) }
        items.append(.block(own))
      case .inline(let inline):
        guard case .binding(let expression) = inline.kind else { return }
        items.append(.binding(expression, inline.span))
      }
    }
  }
}
