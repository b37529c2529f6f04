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

  @Test("a folder that holds itself by a link is not walked for ever")
  func circles() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "a.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/again", withDestinationPath: ".")
    let tree = try FolderReader.read(folder.path, named: "content")
    #expect(tree.value.paths == ["a.md"])
  }

  @Test("a folder that is not there is named")
  func missing() {
    #expect {
      try FolderReader.read("no/such/folder", named: "content")
    } throws: { "\($0)" == "there is no folder 'no/such/folder'" }
  }
}
