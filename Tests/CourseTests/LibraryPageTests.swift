import Foundation
import Lab
import Scripting
import SitePipeline
import Testing

@Suite("the guide's pages about the library are what is registered")
struct LibraryPageTests {
  private static let content = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../content")

  @Test("a page is up to date", arguments: LibraryReference.allCases)
  func upToDate(_ page: LibraryReference) throws {
    let file = Self.content.appending(path: page.path)
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written == page.markdown, "'make library' writes \(page.path) anew")
  }

  @Test("every declaration stands on one of them, or with the protocol that it comes from")
  func nothingIsMissing() {
    let pages = LibraryReference.allCases.map(\.markdown).joined(separator: "\n")
    let lines = Set(
      pages.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    for own in Library.lab.declarations where own.owner != "Any" && own.text.count <= 74 {
      let text = own.text.replacing(" { get }", with: "")
      let general = own.owner.map { text.replacing("-> \($0)", with: "-> Self") } ?? text
      let found = [text, general, text + " {"].contains { lines.contains($0) }
      #expect(found, "\(own.owner ?? ""): \(own.text)")
    }
  }
}
