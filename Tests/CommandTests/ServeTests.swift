import Foundation
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

#if os(Linux)
@Suite("the preview's command", .timeLimit(.minutes(1)))
struct ServeTests {
  /// Whether some process that `parent` started has computed for a tenth of a second.
  private func hasBusyChild(_ parent: Int32) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.contains { name in
      guard let state = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8),
        let end = state.lastIndex(of: ")")
      else { return false }
      // Behind the name: state, parent, and eleven fields on the hundredths in the program.
      let fields = state[end...].split(separator: " ").dropFirst().map(String.init)
      return fields.count > 11 && Int32(fields[1]) == parent && (Int(fields[11]) ?? 0) >= 10
    }
  }

  @Test("a save ends the block that is running for the one before")
  func overtakenWorker() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "serve-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: "content/\(name)"))
    }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "content"), withIntermediateDirectories: true)
    // The loop ends by itself long after this test would have been given up.
    try write(
      """
      title: A course
      limits: { steps: 1000000000000, seconds: 600 }
      parts: [{ title: All, pages: [index.md] }]
      """, to: "course.yml")
    try write("# A page\n\nOld words.\n", to: "index.md")

    let serve = CommandRun.process(["serve", "--port", "0"], in: folder)
    let output = Pipe()
    (serve.standardOutput, serve.standardError) = (output, nil)
    try serve.run()
    defer { serve.terminate() }
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let address = try #require(URL(string: String(said.prefix { $0 != " " })))

    try write(
      "# A page\n\n```swift-rnn\nvar n = 0\nwhile n >= 0 { n = 1 - n }\n```\n", to: "index.md")
    while !hasBusyChild(serve.processIdentifier) { try await Task.sleep(for: .milliseconds(10)) }
    try write("# A page\n\nNew words.\n", to: "index.md")
    var page = ""
    while !page.contains("New words.") {
      try await Task.sleep(for: .milliseconds(10))
      page = String(decoding: try await URLSession.shared.data(from: address).0, as: UTF8.self)
    }
    #expect(!hasBusyChild(serve.processIdentifier))
  }
}
#endif
