import Diagnostics
import Foundation
import Lab
import Markup
import Testing

/// The guide's reference against what the program itself knows: an unknown key is answered with all
/// the real ones, so it is asked for one.
@Suite("the guide's reference lacks nothing and makes nothing up")
struct ReferencePageTests {
  private static let content = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../content")
  private static let nonsense = "zzzzzzzz"

  private let page: String

  init() throws {
    page = try String(
      contentsOf: Self.content.appending(path: "guide/reference.md"), encoding: .utf8)
  }

  /// The names in backquotes in one column of all tables under a heading.
  private func names(under heading: String, column: Int = 0) throws -> [String] {
    let lines = page.components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: heading), "there is no '\(heading)'")
    let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
    return section.filter { $0.hasPrefix("| `") }.flatMap { row in
      row.components(separatedBy: " | ")[column].matches(of: /`([^`]+)`/).map { String($0.1) }
    }
  }

  /// What a hint lists: “the keys are a, b” or “it has a, b”.
  private func listed(_ diagnostics: [Diagnostic]) -> [String] {
    let hint = diagnostics.compactMap(\.hint).first { $0.contains(", ") || $0.hasPrefix("it has ") }
    let list = hint?.replacing(#/^(the keys are|it has) /#, with: "") ?? ""
    return list.components(separatedBy: ", ").filter { !$0.isEmpty }
  }

  private func courseKeys(_ yaml: String) -> [String] {
    listed(CourseSettings.parse(path: "course.yml", text: yaml).diagnostics).sorted()
  }

  @Test("every key of the head of a page")
  func frontMatter() throws {
    let lesson = parseLesson(
      path: "a.md", bytes: Array("---\n\(Self.nonsense): 1\n---\n".utf8))
    let known = listed(lesson.diagnostics)
    #expect(known.count > 10)
    #expect(try names(under: "## The head of a page").sorted() == known.sorted())
    let kinds = FrontMatter.Kind.allCases.map(\.rawValue)
    let row = page.components(separatedBy: "\n").first { $0.hasPrefix("| `kind`") } ?? ""
    #expect(kinds.allSatisfy { row.contains("`\($0)`") })
  }

  @Test(
    "every key of the course file",
    arguments: [
      ("## The course file", "title: a\nzzzzzzzz: 1"),
      ("### An author", "title: a\nauthors: [{name: b, zzzzzzzz: 1}]"),
      ("### A part", "title: a\nparts: [{title: b, zzzzzzzz: 1}]"),
      ("### Limits of blocks", "title: a\nlimits: {zzzzzzzz: 1}"),
    ])
  func settings(_ heading: String, _ yaml: String) throws {
    let known = courseKeys(yaml)
    #expect(known.count > 1)
    #expect(try names(under: heading).sorted() == known)
  }

  @Test("every directive and its attributes")
  func directives() throws {
    let known = Component.names + ["tab", "hint", "solution"]
    #expect(try names(under: "## Directives").sorted() == known.sorted())
    for row in page.components(separatedBy: "\n") where row.hasPrefix("| `") {
      let cells = row.components(separatedBy: " | ")
      let directives = cells[0].matches(of: /`([^`]+)`/).map { String($0.1) }
      guard directives.allSatisfy(known.contains), cells.count == 4 else { continue }
      let written = cells[1].matches(of: /`([^`]+)`/).map { String($0.1) }
      for name in directives {
        #expect(attributes(of: name) == written.sorted(), "\(name)")
      }
    }
  }

  /// The attributes that a directive answers an unknown one with.
  private func attributes(of name: String) -> [String] {
    let inner = "::: \(name) {#x \(Self.nonsense)=1}\nwords\n:::"
    let text =
      switch name {
      case "tab": ":::: tabs\n\(inner)\n::::"
      case "hint", "solution": ":::: quiz {#q}\n\(inner)\n::::"
      default: inner
      }
    guard
      case .directive(let directive)? = parseDocument(path: "a.md", text: text).value.blocks
        .first?.kind
    else { return [] }
    return listed(Component.reading(directive).diagnostics.filter { $0.message.contains("zzz") })
      .sorted()
  }

  @Test("every directive stands somewhere in the course, at work")
  func examples() throws {
    let files = FileManager.default.enumerator(at: Self.content, includingPropertiesForKeys: nil)
    var used: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "md" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for block in parseDocument(path: file.path, text: text).value.blocks {
        block.forEachBlock { if case .directive(let found) = $0.kind { used.insert(found.name) } }
      }
    }
    let known = Set(Component.names + ["tab", "hint", "solution"])
    #expect(known.subtracting(used).isEmpty)
  }

  @Test("every option of a block")
  func blockOptions() throws {
    let known = BlockOptions.Key.allCases.map(\.rawValue)
    #expect(try names(under: "## Options of a block").sorted() == known.sorted())
  }
}
