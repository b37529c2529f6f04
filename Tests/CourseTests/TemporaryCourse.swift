import Diagnostics
import Foundation
import Testing
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

  /// Writes a page with `new` in place of `old`, which must stand in its `text`.
  func write(_ text: String?, with old: String, as new: String, to name: String) throws {
    let text = try #require(text)
    #expect(text.contains(old))
    try write(text.replacing(old, with: new), to: name)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: "content/\(name)"))
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

/// What is said about a page that has `text` below its title, in line 3, without the page's name.
///
/// Beside it stand a bibliography with the key `elman1990` and a file that is no picture.
func said(about text: String) throws -> [String] {
  let course = try TemporaryCourse(
    page: "# A\n\n\(text)\n",
    settings: """
      title: A course
      bibliography: references.bib
      parts:
        - title: All
          pages: [index.md]
      """)
  try course.write(
    "@article{elman1990, author = {Elman, J.}, title = {Finding structure}, year = 1990}",
    to: "references.bib")
  try course.write("words", to: "note.txt")
  return try course.said(as: "index.md")
}

extension TemporaryCourse {
  /// Everything that is said about the course: place, words and, after a bar, the hint. What is
  /// about the file `name` stands there without it.
  func said(as name: String = "") throws -> [String] {
    try read().build().diagnostics.inSourceOrder().map { diagnostic in
      let words = diagnostic.description + (diagnostic.hint.map { " | \($0)" } ?? "")
      let text = words.replacing("\(folder.path)/content/", with: "")
      return name.isEmpty ? text : text.replacing("\(name):", with: "", maxReplacements: 1)
    }
  }
}
