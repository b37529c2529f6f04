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

  @Option(help: "Say why this figure was drawn, or why not.")
  var explain: String?

  @Flag(help: "Work everything out anew, whatever was kept.")
  var fresh = false

  func run() async throws {
    let terminal = Terminal()
    let clock = ContinuousClock()
    let start = clock.now
    let course = try folders.read()
    let store = fresh ? nil : folders.store
    let built = course.build(store: store, stage: WorkerCommand.pool(store: store).stage)
    terminal.report(built.diagnostics, lines: course.lines)
    guard let site = built.value, !built.diagnostics.containsError else {
      let old =
        course.hasSite(at: folders.output) ? "; the site in '\(folders.output)' is the old one" : ""
      terminal.warn("\n\(DiagnosticPrinter.count(built.diagnostics)): nothing was written\(old)\n")
      throw ExitCode(1)
    }
    let lock = LockFile(path: folders.lock)
    let old = try lock.read()
    let isFirst = old.promises.isEmpty
    let changes = old.changes(to: site.lock)
    let outcome = try SiteWriter(folder: folders.output).write(site)
    try lock.write(site.lock)
    // Against no promises at all everything is new, and that is no news.
    if !isFirst { for change in changes { terminal.say(change) } }
    try index(hasChanged: outcome.written + outcome.removed > 0, terminal)
    if let explain { try tell(explain, site, terminal) }
    let drawn = site.reports.count { $0.reason != nil }
    let seconds = (clock.now - start).inSeconds
    terminal.say(
      """
      \(folders.output)/index.html: \(site.summary.pages) pages and \(site.summary.figures) figures \
      in \(seconds) s (\(drawn) figures drawn, \
      \(outcome.written) files written, \(outcome.unchanged) unchanged, \
      \(outcome.removed) removed)
      Open that file in a browser, or serve the folder: python3 -m http.server --directory \(folders.output)
      """)
  }
}

extension Build {
  private func index(hasChanged: Bool, _ terminal: Terminal) throws {
    switch try SearchIndex(site: folders.output).update(hasChanged: hasChanged) {
    case .made, .current: break
    case .noTool: terminal.warn("search: Pagefind is not on this machine. \(SearchIndex.hint)\n")
    case .failed(let words): terminal.warn("search: Pagefind could not read the site:\n\(words)\n")
    }
  }

  /// “fig-decay: ran: its program changed”.
  private func tell(_ label: String, _ site: BuiltSite, _ terminal: Terminal) throws {
    guard let report = site.reports.first(where: { $0.label == label }) else {
      let hint = didYouMean(label, among: site.reports.map(\.label))
      terminal.warn("no figure has the label '\(label)'" + (hint.map { "; \($0)" } ?? "") + "\n")
      throw ExitCode(1)
    }
    terminal.say(report.text)
  }
}

extension Duration {
  /// In seconds with one decimal, such as `2.4`.
  fileprivate var inSeconds: String {
    let tenths = Int((self / .milliseconds(100)).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
