import ArgumentParser
import Diagnostics
import SitePipeline
import Workspace

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
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

  @Flag(help: "Say how long each stage took.")
  var timings = false

  func run() async throws {
    let terminal = Terminal()
    let progress = BuildProgress(terminal)
    progress.begin("reading")
    let listing = try folders.look()
    try listing.refuse(output: folders.output)
    let last = LastBuild(
      of: listing, output: folders.output, lock: folders.lock, store: folders.store)
    if mayRest, let summary = last.summary() { return try rest(summary, progress, terminal) }
    let course = try CourseOnDisk(listing)
    if mayRest, let summary = last.summary(of: course) {
      return try rest(summary, progress, terminal)
    }
    let built = build(course, last, progress)
    terminal.report(built.diagnostics, lines: course.lines)
    guard let site = built.value, !built.diagnostics.containsError else {
      throw refusal(built.diagnostics, last, terminal)
    }
    progress.begin("writing")
    let outcome = try write(site, terminal)
    progress.begin("searching")
    try index(hasChanged: outcome.written + outcome.removed > 0, terminal)
    if let explain { try tell(explain, site, terminal) }
    last.remember(site, of: course, isSilent: built.diagnostics.isEmpty)
    let drawn = site.reports.count { $0.reason != nil }
    let work = """
      \(counted(drawn, "figure")) drawn, \(counted(outcome.written, "file")) written, \
      \(outcome.unchanged) unchanged, \(outcome.removed) removed
      """
    tell(site.summary, work, progress, terminal)
  }
}

extension Build {
  /// Whether there is nothing to do for a course that is as it was.
  private var mayRest: Bool { !fresh && explain == nil }

  private func rest(
    _ summary: BuiltSite.Summary, _ progress: BuildProgress, _ terminal: Terminal
  ) throws {
    try index(hasChanged: false, terminal)
    tell(summary, "nothing has changed", progress, terminal)
  }

  private func build(
    _ course: CourseOnDisk, _ last: LastBuild, _ progress: BuildProgress
  ) -> Diagnosed<BuiltSite?> {
    let store = fresh ? nil : folders.store
    let built = course.build(
      store: store, memory: fresh ? .none : last.memory(),
      stage: WorkerCommand.pool(store: store).stage, watcher: progress.watch)
    progress.finish()
    return built
  }

  private func refusal(
    _ diagnostics: [Diagnostic], _ last: LastBuild, _ terminal: Terminal
  ) -> ExitCode {
    let old = last.hasSite ? "; the site in '\(folders.output)' is the old one" : ""
    terminal.warn("\n\(DiagnosticPrinter.count(diagnostics)): nothing was written\(old)\n")
    return ExitCode(1)
  }

  private func write(_ site: BuiltSite, _ terminal: Terminal) throws -> SiteWriter.Outcome {
    let lock = LockFile(path: folders.lock)
    let old = try lock.read()
    let outcome = try SiteWriter(folder: folders.output).write(site)
    try lock.write(site.lock)
    // Against no promises at all everything is new, and that is no news.
    if !old.promises.isEmpty { for change in old.changes(to: site.lock) { terminal.say(change) } }
    return outcome
  }

  private func index(hasChanged: Bool, _ terminal: Terminal) throws {
    switch try SearchIndex(site: folders.output).update(hasChanged: hasChanged) {
    case .made, .current: break
    case .noTool: terminal.warn("search: Pagefind is not on this machine. \(SearchIndex.hint)\n")
    case .failed(let words): terminal.warn("search: Pagefind could not read the site:\n\(words)\n")
    }
  }

  /// What stands there now, how long that took, and what was done for it.
  private func tell(
    _ summary: BuiltSite.Summary, _ work: String, _ progress: BuildProgress, _ terminal: Terminal
  ) {
    let work = summary.drafts == 0 ? work : "\(counted(summary.drafts, "draft")) left out, \(work)"
    if timings { terminal.say(progress.timings) }
    terminal.say(
      """
      \(folders.output)/index.html: \(counted(summary.pages, "page")) and \
      \(counted(summary.figures, "figure")) in \(progress.elapsed.seconds(decimals: 1)) s (\(work))
      Open that file in a browser, or serve the folder: python3 -m http.server --directory \(folders.output)
      """)
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
