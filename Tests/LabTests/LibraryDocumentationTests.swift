import Diagnostics
import Foundation
import Lab
import Scripting
import Testing

@Suite("what docs/block-language.md says of the library is true")
struct LibraryDocumentationTests {
  /// Each block of the page, and what stands below it. Names flow down the page.
  private func examples() throws -> [(text: String, result: String)] {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../docs/block-language.md")
    let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```")
    // Between two fences of a block and its result stands a line's end only.
    return parts.indices.dropLast(2).compactMap { index in
      guard parts[index].hasPrefix("swift-rnn\n"), parts[index + 2].hasPrefix("text\n") else {
        return nil
      }
      return (String(parts[index].dropFirst(10)), String(parts[index + 2].dropFirst(5)))
    }
  }

  @Test("an example prints what stands below it")
  func examplesAreTrue() throws {
    let examples = try examples()
    #expect(examples.count >= 6)
    let start = SourcePosition(line: 1, column: 1)
    let items = examples.map { example in
      LessonPage.Item.block(PageBlock(text: example.text, path: "library.md", start: start))
    }
    let done = PageRunner().run(LessonPage(path: "library.md", items: items))
    #expect(done.diagnostics.map(\.description) == [])
    #expect(done.value.blocks.map(\.printed) == examples.map(\.result))
  }
}
