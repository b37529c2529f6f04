import Diagnostics
import Foundation
import Testing
import Workspace

/// A small course in a folder, and what Unroller must say about it.
///
/// `Goldens/<what-must-hold>/content` is the course; `expected-diagnostics.txt` beside it holds the
/// words for the terminal, all of them. With `RECORD_GOLDENS=1` in the environment the files are
/// written anew; look at the difference before you commit it.
struct Golden: CustomTestStringConvertible, Sendable {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

  static let all: [Golden] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Goldens").path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map(Golden.init)
  }()

  let name: String

  var testDescription: String { name.replacing("-", with: " ") }
  var folder: URL { Self.root.appending(path: "Goldens/\(name)") }

  /// The theme that ships; a golden is about a course, not about a theme.
  static var templates: String {
    root.deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates").path
  }

  func course() throws -> CourseOnDisk {
    try CourseOnDisk(content: folder.appending(path: "content").path, templates: Self.templates)
  }

  /// Everything that is said about the course, with paths from the golden's folder.
  func diagnostics() throws -> String {
    let course = try course()
    let printer = DiagnosticPrinter(lines: course.lines)
    let diagnostics = course.build().diagnostics.inSourceOrder()
    let text = diagnostics.map(printer.text).joined(separator: "\n")
    return text.replacing("\(folder.path)/", with: "")
  }

  func expectedDiagnostics() -> String {
    let file = folder.appending(path: "expected-diagnostics.txt")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  func record(_ text: String) throws {
    let file = folder.appending(path: "expected-diagnostics.txt")
    try Data(text.utf8).write(to: file)
  }
}
