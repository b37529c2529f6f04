import Diagnostics
import Fingerprinting
import Markup
import Synchronization

/// A page of the course.
package struct Lesson: Sendable {
  private let file: LessonFile
  /// The index of the course's part that names it.
  package var part: Int?

  init(_ file: LessonFile) {
    self.file = file
  }

  /// The file's path in the content folder.
  package var source: String { file.source }
  package var path: SitePath { file.page }
  /// The file as it was read.
  package var markdown: [UInt8] { file.markdown }
  /// Of the file.
  var fingerprint: Fingerprint { file.fingerprint }
  /// The file's path as diagnostics name it.
  var name: String { file.name }
  /// What an earlier build knew of the same file; nil when it has to be read.
  var remembered: BuildMemory.Page? { file.remembered }

  var outline: LessonOutline { file.outline }
  package var frontMatter: FrontMatter { file.outline.frontMatter }
  package var plainTitle: String { file.outline.plainTitle }
  package var title: [Inline] { file.text.title }
  /// Without the first heading when that is the page's title.
  package var document: Document { file.text.document }

  /// The other files of the course that it links. A home page links everything, and that is no news.
  var linkedFiles: Set<String> {
    guard frontMatter.kind != .home else { return [] }
    return Set(outline.links.map(\.file)).subtracting([source])
  }

  /// Lets go of the text, until somebody asks for it again.
  func forgetText() { file.forgetText() }

  /// The file of the content folder that `span` points into: the lesson's own, or one that it
  /// includes.
  func file(at span: Span) -> SitePath {
    SitePath(String(span.path.dropFirst(name.count - source.count)))
  }

  /// Where a diagnostic about the lesson as a whole points.
  var span: Span { Span(path: name, line: 1, column: 1) }
}

/// A lesson's file. What other pages need to know of it stands in its outline; its text is read
/// when somebody asks for it, so that a file of which all is known already costs nothing.
final class LessonFile: Sendable {
  struct Text: Sendable {
    var title: [Inline]
    var document: Document
  }

  let source: String
  let page: SitePath
  let name: String
  let markdown: [UInt8]
  let fingerprint: Fingerprint
  let remembered: BuildMemory.Page?
  let outline: LessonOutline
  /// What was wrong with it when it was read.
  let diagnostics: [Diagnostic]
  private let isSmart: Bool
  private let known: Mutex<Text?>

  init(
    _ source: String, _ markdown: [UInt8], in folder: String, isSmart: Bool, memory: BuildMemory,
    files: IncludedFiles
  ) {
    self.source = source
    self.markdown = markdown
    self.isSmart = isSmart
    page = SitePath(page: source)
    name = "\(folder)/\(source)"
    let fingerprint = Fingerprint(of: markdown)
    self.fingerprint = fingerprint
    remembered = memory.pages[source].flatMap { $0.source == fingerprint ? $0 : nil }
    if let remembered {
      outline = remembered.outline
      diagnostics = []
      known = Mutex(nil)
    } else {
      let parsed = parseLesson(
        path: name, bytes: markdown, isSmart: isSmart, files: files)
      let text = Self.text(parsed.value, source)
      outline = LessonOutline(
        parsed.value, plainTitle: plainText(of: text.title), text.document, folder: folder + "/")
      diagnostics = parsed.diagnostics
      known = Mutex(text)
    }
  }

  var text: Text {
    known.withLock { known in
      if let known { return known }
      let parsed = parseLesson(path: name, bytes: markdown, isSmart: isSmart).value
      let text = Self.text(parsed, source)
      known = text
      return text
    }
  }

  func forgetText() {
    // The files that it includes are not known here.
    if !outline.includesOthers { known.withLock { $0 = nil } }
  }

  /// Said of a page that is known by the name of its file alone.
  var missingTitle: Diagnostic? {
    guard diagnostics.isEmpty, outline.plainTitle == source else { return nil }
    return .warning(
      "this page has no title", at: Span(path: name, line: 1, column: 1),
      hint: "begin it with '# …', or write 'title: …' in its front matter")
  }

  /// Takes the page's title from the front matter, or from a first heading of level 1.
  private static func text(_ parsed: ParsedLesson, _ source: String) -> Text {
    let top = Span(path: parsed.document.path, line: 1, column: 1)
    var document = parsed.document
    var title = parsed.frontMatter.title.map { [Inline(.text($0), span: top)] }
    if case .heading(let heading)? = document.blocks.first?.kind, heading.level == 1 {
      title = title ?? heading.content
      document.blocks.removeFirst()
    }
    return Text(title: title ?? [Inline(.text(source), span: top)], document: document)
  }
}
