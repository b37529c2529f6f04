import SitePipeline
import Testing
import Workspace

@Suite("lessons as programs")
struct ExportTests {
  private static let page = """
    # A page

    ```swift-rnn
    //| label: fig-a
    //| width: 480
    //| expect: x > 1
    let x = 2.0
    print("x is \\(x)")
    show(LoopDiagram(cell: .gru))
    ```

    It is `{rnn} x`.

    ```swift-rnn
    //| expect-error: there is no 'y'
    print(y)
    ```
    """

  private func lessons() throws -> [CompiledLesson] {
    let course = try TemporaryCourse(page: Self.page)
    let package = try course.read().package()
    #expect(package.diagnostics.isEmpty)
    return package.value.lessons
  }

  @Test("every line of a block leads the compiler to its line in the lesson")
  func source() throws {
    let lesson = try #require(try lessons().first)
    #expect(lesson.name == "index")
    #expect(lesson.source.contains(#"LessonProgram.begin("fig-a", width: 480.0)"#))
    #expect(lesson.source.contains("content/index.md\", line: 4)\n//| label: fig-a\n"))
    #expect(lesson.source.contains("LessonProgram.claim(x > 1)"))
    #expect(lesson.source.contains("LessonProgram.value(x)"))
    #expect(lesson.source.contains("// print(y)"))
  }

  @Test("what a compiled page must come to is what our own run came to")
  func record() throws {
    let lesson = try #require(try lessons().first)
    #expect(lesson.printed == "x is 2.0\n")
    let lines = lesson.record.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("figure fig-a ") == true)
    #expect(lines.dropFirst() == ["claim true", "value 2.0"])
  }

  @Test("a page that prints or computes something else when compiled is said, with the line")
  func differences() throws {
    let lesson = try #require(try lessons().first)
    #expect(lesson.differences(printed: lesson.printed, record: lesson.record).isEmpty)
    let found = lesson.differences(
      printed: "x is 3.0\n", record: lesson.record.replacing("value 2.0\n", with: ""))
    #expect(
      found.map(\.message) == [
        "compiled, this page prints something else", "compiled, this page computes something else",
      ])
    #expect(
      found.map(\.hint) == [
        "line 1 is 'x is 2.0' here and 'x is 3.0' there",
        "line 3 is 'value 2.0' here and '' there",
      ])
  }
}
