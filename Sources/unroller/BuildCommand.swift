import ArgumentParser
import Diagnostics
import SitePipeline
import Workspace

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the course and write the site, whole or not at all.",
    discussion: """
      Every mistake of the course is reported at once, at its line. As long as there is one, the \
      site that was there before stays as it is.
      """)

  @OptionGroup var folders: CourseFolders

  func run() async throws {
    let terminal = Terminal()
    let clock = ContinuousClock()
    let start = clock.now
    let course = try folders.read()
    let built = course.build()
    terminal.report(built.diagnostics, lines: course.lines)
    guard let site = built.value, !built.diagnostics.containsError else {
      let old = course.hasSite(at: folders.output) ? "; the site in '\(folders.output)' is the old one" : ""
      terminal.warn("\n\(DiagnosticPrinter.count(built.diagnostics)): nothing was written\(old)\n")
      throw ExitCode(1)
    }
    let lock = LockFile(path: folders.lock)
    let changes = try lock.read().changes(to: site.lock)
    let outcome = try SiteWriter(folder: folders.output).write(site)
    try lock.write(site.lock)
    for change in changes { terminal.say(change) }
    let seconds = (clock.now - start).inSeconds
    terminal.say(
      """
      \(folders.output)/index.html: \(site.summary.pages) pages and \(site.summary.figures) figures \
      in \(seconds) s (\(outcome.written) files written, \(outcome.unchanged) unchanged, \
      \(outcome.removed) removed)
      Open that file in a browser, or serve the folder: python3 -m http.server --directory \(folders.output)
      """)
  }
}

extension Duration {
  /// In seconds with one decimal, such as `2.4`.
  fileprivate var inSeconds: String {
    let tenths = Int((self / .milliseconds(100)).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
