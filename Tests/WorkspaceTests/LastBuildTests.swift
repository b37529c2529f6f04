import Foundation
import SitePipeline
import Testing
import Workspace

@Suite("what the last build came from")
struct LastBuildTests {
  private let folder: TemporaryFolder
  /// Late enough for every file to be settled.
  private static let later = Int.max / 2

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "title: A course\nparts: [{title: All, pages: [index.md]}]\n", to: "in/course.yml")
    try folder.write("# A page\n\nWords.\n", to: "in/index.md")
  }

  private func course() throws -> CourseListing {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try CourseListing(
      content: "\(folder.path)/in", templates: root.appending(path: "templates").path)
  }

  private func last(now: Int = later) throws -> LastBuild {
    LastBuild(
      of: try course(), output: "\(folder.path)/site", lock: "\(folder.path)/figures.lock",
      store: "\(folder.path)/store", now: now)
  }

  private func build(now: Int = later) throws {
    let last = try last(now: now)
    let course = try CourseOnDisk(course())
    let site = try #require(course.build().value)
    try SiteWriter(folder: "\(folder.path)/site").write(site)
    last.remember(site, of: course, isSilent: true)
  }

  private func isKnown(now: Int = later) throws -> (byStamps: Bool, byBytes: Bool) {
    let last = try last(now: now)
    return (last.summary() != nil, try last.summary(of: CourseOnDisk(course())) != nil)
  }

  @Test("files that nobody has touched need not be read")
  func untouched() throws {
    #expect(try isKnown() == (false, false))
    try build()
    #expect(try isKnown() == (true, true))
    #expect(try last().summary()?.pages == 1)
  }

  @Test(
    "a file that says what it said is known when it has been read, and from then on by its stamp")
  func touched() throws {
    try build()
    try folder.write("# A page\n\nWords.\n", to: "in/index.md")
    #expect(try isKnown() == (false, true))
    #expect(try isKnown() == (true, true))
  }

  @Test("a file that can still change and keep its stamp is read")
  func young() throws {
    let now = Int(Date().timeIntervalSince1970)
    try build(now: now)
    #expect(try isKnown(now: now) == (false, true))
    // It was too young when it was built; now that it has been read again, its stamp is enough.
    #expect(try isKnown() == (false, true))
    #expect(try isKnown() == (true, true))
  }

  @Test(
    "other words, another file and another site are news", arguments: ["words", "file", "site"])
  func changed(what: String) throws {
    try build()
    switch what {
    case "words": try folder.write("# A page\n\nOther words.\n", to: "in/index.md")
    case "file": try folder.write("words", to: "in/note.txt")
    default: try folder.write("mine", to: "site/index.html")
    }
    #expect(try isKnown() == (false, false))
  }
}
