import Foundation
import Testing
import Workspace

@Suite("reading a folder")
struct FolderReaderTests {
  @Test("every file is read by its path, hidden ones and backups left out")
  func reading() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "a b.md")
    try folder.write("é", to: "deep/er/ü 😀.md")
    try folder.write("no", to: ".hidden")
    try folder.write("no", to: "a.md~")
    let tree = try FolderReader.read(folder.path, named: "content")
    #expect(tree.value.paths == ["a b.md", "deep/er/ü 😀.md"])
    #expect(tree.value.text("deep/er/ü 😀.md") == "é")
    #expect(tree.diagnostics.isEmpty)
  }

  @Test("a link that leads out of the folder is an error at its name")
  func linksOut() throws {
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "secret.md")
    let folder = try TemporaryFolder()
    try folder.write("a", to: "a.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/b.md", withDestinationPath: "\(outside.path)/secret.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/c.md", withDestinationPath: "a.md")
    let tree = try FolderReader.read(folder.path, named: "content")
    #expect(tree.value.paths == ["a.md", "c.md"])
    #expect(
      tree.diagnostics.map(\.description) == [
        "content/b.md:1:1: error: this link leads out of the folder 'content'"
      ])
  }

  @Test("of two names with the same letters in other bytes one is an error, and nothing is lost")
  func sameLetters() throws {
    let folder = try TemporaryFolder()
    try folder.write("composed", to: "\u{E9}.md")
    try folder.write("decomposed", to: "e\u{301}.md")
    try folder.write("another", to: "e.md")
    let tree = try FolderReader.read(folder.path, named: "content")
    #expect(
      tree.diagnostics.map { Array($0.description.utf8) } == [
        Array(
          "content/\u{E9}.md:1:1: error: another file has the same name, its letters written in other bytes"
            .utf8)
      ])
  }

  @Test("a folder that holds itself by a link is not walked for ever")
  func circles() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "a.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/again", withDestinationPath: ".")
    let tree = try FolderReader.read(folder.path, named: "content")
    #expect(tree.value.paths == ["a.md"])
  }

  @Test("of files read before, those that have changed are read, as quickly as they may change")
  func again() throws {
    let folder = try TemporaryFolder()
    let memory = FileMemory()
    for round in 0..<200 {
      // As long as before, and most often in the same tick of the file system's clock.
      try folder.write("round \(1000 + round)", to: "a.md")
      let tree = try FolderReader.read(
        FolderListing(of: folder.path), named: "content", memory: memory
      ).value
      #expect(tree.text("a.md") == "round \(1000 + round)")
    }
    #expect(!memory.knows("a.md", of: folder.path))
  }

  @Test("a file that has lain for a while is remembered until it changes or goes")
  func remembered() throws {
    let folder = try TemporaryFolder()
    let memory = FileMemory { .max }
    func texts() throws -> [String: String?] {
      let tree = try FolderReader.read(
        FolderListing(of: folder.path), named: "content", memory: memory
      ).value
      return Dictionary(uniqueKeysWithValues: tree.paths.map { ($0, tree.text($0)) })
    }
    try folder.write("one", to: "a.md")
    try folder.write("two", to: "b.md")
    #expect(try texts() == ["a.md": "one", "b.md": "two"])
    #expect(memory.knows("a.md", of: folder.path))
    #expect(try texts() == ["a.md": "one", "b.md": "two"])
    try folder.write("longer", to: "a.md")
    try FileManager.default.removeItem(atPath: "\(folder.path)/b.md")
    #expect(try texts() == ["a.md": "longer"])
    #expect(!memory.knows("b.md", of: folder.path))
  }

  @Test("a folder that is not there is named")
  func missing() {
    #expect {
      try FolderReader.read("no/such/folder", named: "content")
    } throws: { "\($0)" == "there is no folder 'no/such/folder'" }
  }
}
