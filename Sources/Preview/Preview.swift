import Diagnostics
import SitePipeline
import Workspace

/// Builds a course again after every save and shows it in a browser.
package struct Preview: Sendable {
  package struct Folders: Sendable {
    package var content: String
    package var templates: String
    package var store: String

    package init(content: String, templates: String, store: String) {
      self.content = content
      self.templates = templates
      self.store = store
    }
  }

  /// How often the folders are looked at: a save is on the screen before a hand has moved.
  private static let interval = Duration.milliseconds(60)
  /// How long after a change they are looked at again.
  private static let doubt = Duration.milliseconds(25)
  /// Of a large course a look takes longer, and then there are fewer: looking takes no more than a
  /// sixth of the time.
  private static let rest = 5

  private let folders: Folders
  private let stage: Stage?
  private let state = PreviewState()
  private let files = FileMemory()

  /// - Parameter stage: where the lessons' blocks run; nil is this process.
  package init(folders: Folders, stage: Stage? = nil) {
    self.folders = folders
    self.stage = stage
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: 0 takes any that is free.
  ///   - ready: told the port as soon as pages can be asked for.
  ///   - say: told the words of every build.
  package func run(
    port: UInt16, ready: @escaping @Sendable (UInt16) -> Void,
    say: @escaping @Sendable (String) -> Void
  ) async throws {
    let server = try await LoopbackServer(port: port)
    let pages = PreviewServer(state: state)
    ready(server.port)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run(pages.answer) }
      group.addTask { try await watch(say) }
      try await group.waitForAll()
    }
  }

  /// Builds, and again when the folders are no longer what they were and are so twice in a row:
  /// half of a save is not worth a build.
  private func watch(_ say: @escaping @Sendable (String) -> Void) async throws {
    var built = try? look()
    var last = built
    var building = Task { [built] in await build(built, say) }
    defer {
      building.cancel()
      stage?.cancel()
    }
    var pause = Self.interval
    while true {
      try await Task.sleep(for: pause)
      let start = ContinuousClock.now
      let now = try? look()
      let looking = start.duration(to: .now)
      pause = now == built ? max(Self.interval, looking * Self.rest) : Self.doubt
      if now != built, now == last {
        built = now
        // What is being built is of yesterday, and may take long.
        building.cancel()
        stage?.cancel()
        await building.value
        building = Task { await build(now, say) }
      }
      last = now
    }
  }

  private func look() throws(DiskError) -> CourseListing {
    try CourseListing(content: folders.content, templates: folders.templates)
  }

  private func build(_ listing: CourseListing?, _ say: @Sendable (String) -> Void) async {
    let start = ContinuousClock.now
    let result: (site: BuiltSite?, words: String?)
    do throws(DiskError) {
      // What cannot be looked at says so when it is looked at once more.
      let listing = if let listing { listing } else { try look() }
      let course = try CourseOnDisk(listing, memory: files)
      let built = course.build(
        store: folders.store, memory: await state.memory, stage: stage)
      let printer = DiagnosticPrinter(lines: course.lines)
      let words = built.diagnostics.inSourceOrder().map(printer.text).joined(separator: "\n")
      let isGood = !built.diagnostics.containsError
      result = (isGood ? built.value : nil, words.isEmpty ? nil : words)
    } catch {
      result = (nil, "\(error)\n")
    }
    if Task.isCancelled { return }
    await state.show(result.site, problems: result.site == nil ? result.words : nil)
    let figures = result.site.map { $0.reports.count { $0.reason != nil } } ?? 0
    let took = "\(Int(start.duration(to: .now) / .milliseconds(1))) ms"
    result.site?.memory.forgetTexts()
    say(result.words ?? "built in \(took); \(figures) figure\(figures == 1 ? "" : "s") drawn\n")
  }
}
