import Lab
import SitePipeline
import Testing

@Suite("programs in files of their own")
struct BlockFileTests {
  private static let file = """
    import Recurrent
    // slice: factor
    let factor = 0.5
    // end
    // slice: wrong
    let x: Int = "a"
    // end
    """

  private func built(_ block: String) throws -> (html: String?, said: [String]) {
    let course = try TemporaryCourse(page: "# A page\n\n\(block)\n")
    try course.write(Self.file, to: "code/Cell.swift")
    let built = try course.read().build()
    let name = course.folder.path + "/content/"
    let said = built.diagnostics.map { diagnostic in
      let text = diagnostic.description
      return text.hasPrefix(name) ? String(text.dropFirst(name.count)) : text
    }
    return (said.isEmpty ? try course.built() : nil, said)
  }

  @Test("a slice is shown and run, and hands its names on")
  func slice() throws {
    let (html, said) = try built(
      "```swift-rnn\n//| file: code/Cell.swift#factor\n```\n\nIt is `{rnn} factor * 2`.")
    #expect(said == [])
    #expect(html?.contains("It is 1.0.") == true)
    #expect(html?.contains("slice: factor") == false)
  }

  @Test("a mistake in the file is said at the file's line")
  func mistakes() throws {
    let said = try built("```swift-rnn\n//| file: code/Cell.swift#wrong\n```").said
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix("code/Cell.swift:6:14: error: ") == true)
  }

  @Test("a file or slice that is not there is said at the option")
  func missing() throws {
    #expect(
      try built("```swift-rnn\n//| file: code/Sell.swift\n```").said == [
        "index.md:4:11: error: there is no file 'code/Sell.swift'"
      ])
    #expect(
      try built("```swift-rnn\n//| file: code/Cell.swift#gate\n```").said == [
        "index.md:4:11: error: 'code/Cell.swift' has no slice 'gate'; it has factor, wrong"
      ])
  }

  @Test("lines may end as Windows ends them, and a slice ends at its own end")
  func ends() throws {
    func program(_ text: String, _ name: String) -> String {
      switch BlockFile.read("a.swift#\(name)", path: "a.swift", text: text) {
      case .program(let source): "\(source.start.line): \(source.text)"
      case .missing(let words): words
      }
    }
    #expect(program("// slice: a\r\nlet x = 1\r\n// end\r\n", "a") == "2: let x = 1")
    let nested = """
      // slice: outer
      let a = 1 // endpoints are included
      // slice: inner
      let b = 2
      // end: inner
      // end: outer
      """
    #expect(program(nested, "inner") == "4: let b = 2")
    #expect(program(nested, "outer").hasSuffix("// end: inner"))
    #expect(program("let a = 1", "x") == "'a.swift' has no slice 'x'; it has none")
    #expect(program("// slice: x\nlet a = 1", "x") == "the slice 'x' of 'a.swift' has no '// end'")
  }

  @Test("a block has one program: its own or the file's")
  func both() throws {
    let said = try built("```swift-rnn\n//| file: code/Cell.swift#factor\nlet a = 1\n```").said
    #expect(
      said == ["index.md:4:11: error: this block has a program of its own beside the file's"])
  }
}
