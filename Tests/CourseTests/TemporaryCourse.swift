import Foundation
import Workspace

/// A course of one page in a folder that is gone when the test is over.
final class TemporaryCourse {
  let folder: URL

  init(
    page: String,
    settings: String = "title: A course\nparts:\n  - title: All\n    pages: [index.md]\n"
  )
    throws
  {
    folder = FileManager.default.temporaryDirectory.appending(path: "course-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "content"), withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: folder.appending(path: "content/course.yml"))
    try write(page)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ page: String, to name: String = "index.md") throws {
    let file = folder.appending(path: "content/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(page.utf8).write(to: file)
  }

  func read() throws -> CourseOnDisk {
    try CourseOnDisk(
      content: folder.appending(path: "content").path, templates: Golden.templates)
  }

  /// The text of one file of the built site.
  func built(_ path: String = "index.html") throws -> String? {
    let site = try read().build().value
    return site?.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
