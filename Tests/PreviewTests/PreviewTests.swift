import Diagnostics
import Dispatch
import Foundation
import Preview
import SitePipeline
import Synchronization
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A preview of a small course on a free port, and what it has said.
private final class RunningPreview: Sendable {
  let folder: URL
  private let stage: Stage?
  private let task = Mutex<Task<Void, any Error>?>(nil)
  private let address = Mutex<String?>(nil)

  init(stage: Stage? = nil) throws {
    self.stage = stage
    folder = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "content"), withIntermediateDirectories: true)
    try write("title: A course\nparts:\n  - title: All\n    pages: [index.md]\n", to: "course.yml")
    try write("# A page\n\nOld words.\n", to: "index.md")
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: "content/\(name)"))
  }

  /// - Parameter waits: for the end of the first build.
  func start(waits: Bool = true) async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let preview = Preview(
      folders: Preview.Folders(
        content: folder.appending(path: "content").path,
        templates: root.appending(path: "templates").path,
        store: folder.appending(path: "store").path), stage: stage)
    let running = Task {
      try await preview.run(
        port: 0, ready: { port in self.address.withLock { $0 = "http://127.0.0.1:\(port)" } },
        say: { _ in })
    }
    task.withLock { $0 = running }
    while address.withLock({ $0 }) == nil { try await Task.sleep(for: .milliseconds(5)) }
    if waits { _ = try await change(from: 0) }
  }

  func stop() {
    task.withLock { $0?.cancel() }
    try? FileManager.default.removeItem(at: folder)
  }

  func get(_ path: String) async throws -> (status: Int, text: String) {
    let request = try patientRequest(address.withLock { $0 ?? "" } + path)
    let (data, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  /// Waits for another version than the one known: its number, and what is wrong.
  func change(from version: Int) async throws -> (version: Int, problems: String) {
    let lines = try await get("/.unroller/change?version=\(version)").text
      .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    return (Int(lines[0]) ?? 0, lines.count > 1 ? String(lines[1]) : "")
  }
}

/// A stage whose blocks never end by themselves. That the command's ends its workers is a test of
/// the command.
private final class EndlessBlocks: Sendable {
  private let running = Mutex<[DispatchSemaphore]>([])

  var areRunning: Bool { running.withLock { !$0.isEmpty } }

  var stage: Stage {
    Stage(
      perform: { order in
        let end = DispatchSemaphore(value: 0)
        self.running.withLock { $0.append(end) }
        end.wait()
        return order.failed(with: .error("ended", at: nil))
      },
      cancel: {
        self.running.withLock { running in
          for end in running { end.signal() }
          running = []
        }
      })
  }
}

@Suite("the preview", .serialized, .timeLimit(.minutes(1)))
struct PreviewTests {
  @Test("a page is served with what reloads it, and nothing else is")
  func serving() async throws {
    let preview = try RunningPreview()
    defer { preview.stop() }
    try await preview.start()
    let page = try await preview.get("/")
    #expect(page.status == 200)
    #expect(page.text.contains("Old words."))
    #expect(page.text.contains("<script>"))
    #expect(try await preview.get("/index.html").text == page.text)
    #expect(try await preview.get("/nowhere.html").status == 404)
    #expect(try await preview.get("/%2e%2e/content/index.md").status == 404)
    #expect(try await preview.get("/..%2fcontent%2findex.md").status == 404)
  }

  @Test("a save is on the screen, and a mistake stands over the last good page")
  func saves() async throws {
    let preview = try RunningPreview()
    defer { preview.stop() }
    try await preview.start()
    let first = try await preview.change(from: -1)
    #expect(first.problems == "")

    try preview.write("# A page\n\nNew words.\n", to: "index.md")
    let second = try await preview.change(from: first.version)
    #expect(second.problems == "")
    #expect(try await preview.get("/").text.contains("New words."))

    try preview.write("# A page\n\nNewer words, [dead](nowhere.md).\n", to: "index.md")
    let third = try await preview.change(from: second.version)
    #expect(third.problems.contains("index.md:3:14: error: there is no page or file 'nowhere.md'"))
    #expect(try await preview.get("/").text.contains("New words."))

    try preview.write("title: [broken\n", to: "course.yml")
    let fourth = try await preview.change(from: third.version)
    #expect(fourth.problems.contains("course.yml"))
    #expect(try await preview.get("/").status == 200)
  }

  @Test("a save ends the build of the one before, and nobody hears of that")
  func overtaken() async throws {
    let blocks = EndlessBlocks()
    let preview = try RunningPreview(stage: blocks.stage)
    defer { preview.stop() }
    try await preview.start()
    let first = try await preview.change(from: -1)
    try preview.write("# A page\n\n```swift-rnn\nlet n = 1\n```\n", to: "index.md")
    while !blocks.areRunning { try await Task.sleep(for: .milliseconds(5)) }
    try preview.write("# A page\n\nNew words.\n", to: "index.md")
    let second = try await preview.change(from: first.version)
    #expect(second.version == first.version + 1)
    #expect(second.problems == "")
    #expect(try await preview.get("/").text.contains("New words."))
  }

  @Test("a save ends the very first build, and until it is done a page says so")
  func firstBuild() async throws {
    let blocks = EndlessBlocks()
    let preview = try RunningPreview(stage: blocks.stage)
    defer { preview.stop() }
    try preview.write("# A page\n\n```swift-rnn\nlet n = 1\n```\n", to: "index.md")
    try await preview.start(waits: false)
    while !blocks.areRunning { try await Task.sleep(for: .milliseconds(5)) }
    let page = try await preview.get("/")
    #expect(page.status == 503)
    #expect(page.text.contains("not built yet"))
    #expect(page.text.contains("<script>"))
    try preview.write("# A page\n\nNew words.\n", to: "index.md")
    #expect(try await preview.change(from: 0).problems == "")
    #expect(try await preview.get("/").text.contains("New words."))
  }

  @Test("mistakes that are there from the start are shown, and the page comes when they are mended")
  func firstMistakes() async throws {
    let preview = try RunningPreview()
    defer { preview.stop() }
    try preview.write("title: [broken\n", to: "course.yml")
    try await preview.start()
    let first = try await preview.change(from: 0)
    #expect(first.problems.contains("course.yml"))
    #expect(try await preview.get("/").status == 503)
    try preview.write("title: Mended\n", to: "course.yml")
    #expect(try await preview.change(from: first.version).problems == "")
    #expect(try await preview.get("/").status == 200)
  }

  @Test("a port that is taken is an error, not a wait")
  func takenPort() async throws {
    let preview = try RunningPreview()
    defer { preview.stop() }
    try await preview.start()
    let port = try #require(
      try await preview.get("/").text.isEmpty ? nil : preview.takenPort)
    let other = Preview(
      folders: Preview.Folders(
        content: preview.folder.appending(path: "content").path, templates: "templates",
        store: preview.folder.appending(path: "store").path))
    await #expect(throws: (any Error).self) {
      try await other.run(port: port, ready: { _ in }, say: { _ in })
    }
  }
}

extension RunningPreview {
  fileprivate var takenPort: UInt16? {
    address.withLock { $0?.split(separator: ":").last.flatMap { UInt16($0) } }
  }
}
