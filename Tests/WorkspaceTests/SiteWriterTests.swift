import Foundation
import SitePipeline
import Testing
import Workspace

@Suite("writing a site")
struct SiteWriterTests {
  private func site(_ files: [String: String]) -> BuiltSite {
    BuiltSite(
      files: files.map { BuiltSite.File(path: $0.key, bytes: Array($0.value.utf8)) },
      summary: BuiltSite.Summary())
  }

  private func write(_ files: [String: String], to folder: TemporaryFolder) throws
    -> SiteWriter.Outcome
  {
    try SiteWriter(folder: "\(folder.path)/site").write(site(files))
  }

  @Test("a first build makes the folder and writes every file")
  func firstBuild() throws {
    let folder = try TemporaryFolder()
    let outcome = try write(["index.html": "home", "a/b.html": "b"], to: folder)
    #expect(outcome == SiteWriter.Outcome(written: 2))
    #expect(folder.text("site/a/b.html") == "b")
    #expect(!folder.exists(".site.unroller-new"))
  }

  @Test("a file that has not changed is not written again")
  func unchanged() throws {
    let folder = try TemporaryFolder()
    _ = try write(["a.html": "a", "b.html": "b"], to: folder)
    let inode = try folder.inode("site/a.html")
    let outcome = try write(["a.html": "a", "b.html": "B"], to: folder)
    #expect(outcome == SiteWriter.Outcome(written: 1, unchanged: 1))
    #expect(try folder.inode("site/a.html") == inode)
    #expect(folder.text("site/b.html") == "B")
  }

  @Test("a page that is gone from the course is gone from the site")
  func removed() throws {
    let folder = try TemporaryFolder()
    _ = try write(["a.html": "a", "old/b.html": "b"], to: folder)
    let outcome = try write(["a.html": "a"], to: folder)
    #expect(outcome == SiteWriter.Outcome(unchanged: 1, removed: 1))
    #expect(!folder.exists("site/old/b.html"))
    #expect(!folder.exists("site/old"))
  }

  @Test("a file in the site that we did not write stays")
  func foreignFiles() throws {
    let folder = try TemporaryFolder()
    _ = try write(["a.html": "a"], to: folder)
    try folder.write("course.example", to: "site/CNAME")
    _ = try write(["b.html": "b"], to: folder)
    #expect(folder.text("site/CNAME") == "course.example")
    #expect(!folder.exists("site/a.html"))
  }

  @Test("a folder that we did not make is refused and left alone")
  func foreignFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "site/thesis.txt")
    #expect {
      try write(["a.html": "a"], to: folder)
    } throws: { error in
      "\(error)" == "'\(folder.path)/site' holds files that unroller did not write; "
        + "choose another folder with --output, or empty this one"
    }
    #expect(folder.text("site/thesis.txt") == "mine")
  }

  @Test("a link to a folder is a file of somebody else's, and is not followed")
  func linkedFolder() throws {
    let folder = try TemporaryFolder()
    _ = try write(["a.html": "a"], to: folder)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/site/loop", withDestinationPath: ".")
    #expect(try write(["a.html": "b"], to: folder) == SiteWriter.Outcome(written: 1))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/site/loop") == ".")
  }

  @Test("an empty folder is used as it is")
  func emptyFolder() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/site", withIntermediateDirectories: true)
    #expect(try write(["a.html": "a"], to: folder).written == 1)
  }

  @Test("what a killed build left behind is cleared away")
  func leftovers() throws {
    let folder = try TemporaryFolder()
    _ = try write(["a.html": "a"], to: folder)
    try folder.write("half", to: ".site.unroller-new/a.html")
    _ = try write(["a.html": "b"], to: folder)
    #expect(folder.text("site/a.html") == "b")
    #expect(!folder.exists(".site.unroller-new"))
  }

  @Test("a name that is a file is refused in words")
  func fileInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "site")
    #expect {
      try write(["a.html": "a"], to: folder)
    } throws: { "\($0)" == "'\(folder.path)/site' is a file; the site needs a folder of its own" }
  }

  @Test("differences from a built site are named file by file")
  func differences() throws {
    let folder = try TemporaryFolder()
    _ = try write(["a.html": "a", "b.html": "b", "old.html": "o"], to: folder)
    let reader = SiteReader(folder: "\(folder.path)/site")
    #expect(
      try reader.differences(from: site(["a.html": "a", "b.html": "B", "new.html": "n"])) == [
        "b.html: the text differs from line 1 on", "new.html: is missing",
        "old.html: is no longer part of the site",
      ])
    #expect(
      try reader.differences(from: site(["a.html": "a", "b.html": "b", "old.html": "o"])).isEmpty)
  }
}
