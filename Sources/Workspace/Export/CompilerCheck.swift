import Diagnostics
import SitePipeline

/// Has the Swift compiler make programs of all lessons, and holds what they print, compute and draw
/// against what our own run came to.
package struct CompilerCheck {
  let folder: String

  /// - Parameter store: the folder that keeps results between builds; beside it lie the package and
  ///   what was built of it.
  package init(beside store: String) {
    folder = "\(Disk.parentPath(store))/compiled"
  }

  /// What the compiler or its programs say otherwise than we do.
  package func diagnostics(for package: CoursePackage) throws(DiskError) -> [Diagnostic] {
    try PackageWriter(folder: folder).write(package.files)
    let log = "\(folder)/build.log"
    let build = ["swift", "build", "-c", "release", "--package-path", folder]
    guard try Tool.run(build, output: log) else {
      return Self.mistakes(in: String(decoding: try Disk.read(log), as: UTF8.self), log: log)
    }
    var diagnostics: [Diagnostic] = []
    for lesson in package.lessons { diagnostics += try compare(lesson) }
    return diagnostics
  }

  private func compare(_ lesson: CompiledLesson) throws(DiskError) -> [Diagnostic] {
    let (output, record) = ("\(folder)/\(lesson.name).out", "\(folder)/\(lesson.name).record")
    let program = "\(folder)/.build/release/\(lesson.name)"
    let ended = try Tool.run([program, "--record", record], output: output)
    let printed = String(decoding: try Disk.read(output), as: UTF8.self)
    guard ended else {
      let page = Span(path: lesson.path, line: 1, column: 1)
      return [.error("the compiled program of this page fails", at: page, hint: printed)]
    }
    let recorded = String(decoding: try Disk.read(record), as: UTF8.self)
    return lesson.differences(printed: printed, record: recorded)
  }

  /// The compiler's errors, each at its line of a lesson.
  private static func mistakes(in text: String, log: String) -> [Diagnostic] {
    var seen: Set<String> = []
    let found = text.split(separator: "\n").compactMap { line -> Diagnostic? in
      let parts = line.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
      guard parts.count == 5, parts[3] == " error", let row = Int(parts[1]),
        let column = Int(parts[2]), seen.insert(String(line)).inserted
      else { return nil }
      return .error(
        "the compiler says: \(parts[4].drop { $0 == " " })",
        at: Span(path: String(parts[0]), line: row, column: column))
    }
    return found.isEmpty
      ? [.error("the lessons could not be compiled", at: nil, hint: "'\(log)' says why")] : found
  }
}
