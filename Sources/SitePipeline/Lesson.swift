import Diagnostics
import Fingerprinting
import Markup
import Synchronization

/// A page of the course. What other pages need to know of it stands in its outline; its text is
/// read when it is asked for, so that a lesson of which all is known already costs nothing.
package struct Lesson: Sendable {
  /// The file's path in the content folder.
  package var source: String
  package var path: SitePath
  /// The file as it was read.
  package var markdown: [UInt8]
  /// Of the file.
  var fingerprint: Fingerprint
  /// The file's path as diagnostics name it.
  var file: String
  var outline: LessonOutline
  /// What an earlier build knew of the same file; nil when it was read anew.
  var remembered: BuildMemory.Page?
  /// The index of the course's part that names it.
  package var part: Int?
  private let text: LessonText

  package var frontMatter: FrontMatter { outline.frontMatter }
  package var plainTitle: String { outline.plainTitle }
  package var title: [Inline] { text.value.title }
  /// Without the first heading when that is the page's title.
  package var document: Document { text.value.document }

  /// Where a diagnostic about the lesson as a whole points.
  var span: Span { Span(path: file, line: 1, column: 1) }
}

extension Lesson {
  /// Reads a file of the content folder.
  static func read(
    _ source: String, _ markdown: [UInt8], in folder: String, isSmart: Bool, memory: BuildMemory
  ) -> Diagnosed<Lesson> {
    let file = "\(folder)/\(source)"
    let fingerprint = Fingerprint(of: markdown)
    let text = LessonText(source: source, file: file, markdown: markdown, isSmart: isSmart)
    let earlier = memory.pages[source].flatMap { $0.source == fingerprint ? $0 : nil }
    let outline = earlier.map { Diagnosed($0.outline) } ?? text.read.map { $0.outline }
    return outline.map { outline in
      Lesson(
        source: source, path: SitePath(page: source), markdown: markdown, fingerprint: fingerprint,
        file: file, outline: outline, remembered: earlier, text: text)
    }
  }
}

/// A lesson's title and text, read once, by whoever asks first.
private final class LessonText: Sendable {
  struct Value: Sendable {
    var outline: LessonOutline
    var title: [Inline]
    var document: Document
  }

  private let source: String
  private let file: String
  private let markdown: [UInt8]
  private let isSmart: Bool
  private let known = Mutex<Diagnosed<Value>?>(nil)

  init(source: String, file: String, markdown: [UInt8], isSmart: Bool) {
    self.source = source
    self.file = file
    self.markdown = markdown
    self.isSmart = isSmart
  }

  var value: Value { read.value }

  var read: Diagnosed<Value> {
    known.withLock { known in
      if let known { return known }
      let parsed = parseLesson(path: file, bytes: markdown, isSmart: isSmart).map(value)
      known = parsed
      return parsed
    }
  }

  /// Takes the page's title from the front matter, or from a first heading of level 1.
  private func value(_ parsed: ParsedLesson) -> Value {
    let top = Span(path: file, line: 1, column: 1)
    var document = parsed.document
    var title = parsed.frontMatter.title.map { [Inline(.text($0), span: top)] }
    if case .heading(let heading)? = document.blocks.first?.kind, heading.level == 1 {
      title = title ?? heading.content
      document.blocks.removeFirst()
    }
    let found = title ?? [Inline(.text(source), span: top)]
    return Value(
      outline: LessonOutline(parsed.frontMatter, plainTitle: plainText(of: found), document),
      title: found, document: document)
  }
}
