import Foundation
import Preview
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("a server for this machine")
struct LoopbackServerTests {
  /// What a client gets of a server that tells what it was asked.
  private func answer(
    to path: String, method: String = "GET"
  ) async throws -> (status: Int, length: String?, text: String) {
    let server = try await LoopbackServer(port: 0)
    let running = Task {
      try await server.run { request in
        let query = request.query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let words = [request.method, request.path] + query
        return .init(status: 203, body: Array(words.joined(separator: " ").utf8))
      }
    }
    defer { running.cancel() }
    var request = try patientRequest("http://127.0.0.1:\(server.port)\(path)")
    request.httpMethod = method
    let (data, response) = try await URLSession.shared.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    return (
      http.statusCode, http.value(forHTTPHeaderField: "Content-Length"),
      String(decoding: data, as: UTF8.self)
    )
  }

  @Test("is told the method, the path and the fields behind the question mark")
  func requests() async throws {
    let plain = try await answer(to: "/a/page%20b.html")
    #expect(plain == (203, "20", "GET /a/page%20b.html"))
    #expect(try await answer(to: "/?version=3&empty&a=b=c").text == "GET / a=b=c empty= version=3")
  }

  @Test("who asks for the head gets the length and no body")
  func head() async throws {
    #expect(try await answer(to: "/page", method: "HEAD") == (203, "10", ""))
  }

  @Test("answers many clients at once, one of which it keeps waiting")
  func clients() async throws {
    let server = try await LoopbackServer(port: 0)
    let running = Task {
      try await server.run { request in
        if request.path == "/slow" { try? await Task.sleep(for: .seconds(600)) }
        return .init(status: 200, body: Array(request.path.utf8))
      }
    }
    let base = "http://127.0.0.1:\(server.port)"
    let slow = Task {
      try await URLSession.shared.data(for: try patientRequest("\(base)/slow"))
    }
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<20 {
        group.addTask {
          let request = try patientRequest("\(base)/\(number)")
          return String(decoding: try await URLSession.shared.data(for: request).0, as: UTF8.self)
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(texts == Set((0..<20).map { "/\($0)" }))
    slow.cancel()
    running.cancel()
    // Nobody waits for the one that sleeps.
    _ = await running.result
  }

  @Test("a port is taken once")
  func taken() async throws {
    let server = try await LoopbackServer(port: 0)
    await #expect(throws: LoopbackServer.PortTaken.self) {
      try await LoopbackServer(port: server.port)
    }
  }
}
