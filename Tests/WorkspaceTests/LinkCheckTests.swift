import Diagnostics
import Dispatch
import Foundation
import Preview
import SitePipeline
import Synchronization
import Testing
import Workspace

/// A host that has moved a page, lost one, and will not say what it thinks of a third.
private final class Host: Sendable {
  private let server: LoopbackServer
  private let running = Mutex<Task<Void, any Error>?>(nil)
  private let asked = Mutex<[String]>([])

  init() async throws {
    server = try await LoopbackServer(port: 0)
  }

  var requests: [String] { asked.withLock { $0.sorted() } }

  func start() -> String {
    running.withLock { running in
      running = Task { [server] in
        try await server.run { request in
          self.asked.withLock { $0.append("\(request.method) \(request.path)") }
          return Self.answer(to: request)
        }
      }
    }
    return "http://127.0.0.1:\(server.port)"
  }

  func stop() { running.withLock { $0?.cancel() } }

  private static func answer(to request: LoopbackServer.Request) -> LoopbackServer.Response {
    switch request.path {
    case "/good": .init(status: 200)
    case "/moved": .init(status: 301, headers: [("Location", "/good")])
    case "/no-heads": .init(status: request.method == "HEAD" ? 405 : 200)
    case "/shy": .init(status: 403)
    default: .init(status: 404)
    }
  }
}

@Suite("links that lead out of the course")
struct LinkCheckTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// On a thread of its own: waiting for curl must not keep the host from answering.
  private func diagnostics(_ addresses: [String]) async throws -> [String] {
    let path = folder.path
    try write(addresses)
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try Self.said(in: path) })
      }
    }
  }

  private func write(_ addresses: [String]) throws {
    let list = addresses.enumerated().map { "[\($0.offset)](\($0.element))\n" }.joined()
    try folder.write("# A page\n\n\(list)", to: "content/index.md")
    try folder.write(
      "title: A course\nparts: [{title: All, pages: [index.md]}]\n", to: "content/course.yml")
  }

  private static func said(in folder: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let course = try CourseOnDisk(
      content: "\(folder)/content", templates: root.appending(path: "templates").path)
    return try LinkCheck(beside: "\(folder)/store").diagnostics(for: course.outwardLinks)
      .map { diagnostic in
        let line = diagnostic.span.map { "\($0.start.line): " } ?? ""
        return "\(line)\(diagnostic.severity.rawValue): \(diagnostic.message)"
      }
  }

  @Test(
    "what answers is fine, what is gone an error, what is not said a warning, each at its place")
  func answers() async throws {
    let host = try await Host()
    let address = host.start()
    let said = try await diagnostics(
      ["/good", "/good#part", "/moved", "/no-heads", "/gone", "/shy"].map { address + $0 })
    host.stop()
    #expect(
      said == [
        "7: error: this link is dead: its site answers 404",
        "8: warning: this link could not be checked: its site answers 403",
      ])
    #expect(
      host.requests == [
        "GET /gone", "GET /no-heads", "GET /shy", "HEAD /gone", "HEAD /good", "HEAD /good",
        "HEAD /moved", "HEAD /no-heads", "HEAD /shy",
      ])
  }

  @Test("a host that nobody is at is an error")
  func nobody() async throws {
    // Nothing listens on the first of all ports.
    let said = try await diagnostics(["http://127.0.0.1:1/good"])
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix("3: error: this link leads nowhere: ") == true, "\(said)")
  }

  @Test("a course without such links asks nobody")
  func none() async throws {
    #expect(try await diagnostics(["#a-page", "mailto:somebody@example.org"]) == [])
  }
}
