import FlyingFox
import FlyingSocks
import Foundation
import SitePipeline

/// Serves the site from memory, on this machine only, and tells open pages when it has changed.
struct PreviewServer: Sendable {
  let state: PreviewState
  private let server: HTTPServer

  init(state: PreviewState, port: UInt16) throws {
    self.state = state
    server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
  }

  func run() async throws {
    let state = state
    await server.appendRoute("GET,HEAD *") { request in
      request.path == ReloadScript.address
        ? await Self.change(request, state) : await Self.file(request, state)
    }
    try await server.run()
  }

  /// The port that was found free, when none was asked for.
  func port() async throws -> UInt16 {
    // The server's own way of waiting does not end when the port turns out to be taken.
    while await !server.isListening { try await Task.sleep(for: .milliseconds(5)) }
    switch await server.listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): return port
    default: return 0
    }
  }

  /// A file of the site; pages get the script that reloads them, which no written site has.
  private static func file(_ request: HTTPRequest, _ state: PreviewState) async -> HTTPResponse {
    var path = String(request.path.drop { $0 == "/" })
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    let type = MediaType.of(path)
    let isPage = type.hasPrefix("text/html")
    let (site, version) = await state.shown
    if site == nil, isPage {
      return HTTPResponse(
        statusCode: .serviceUnavailable, headers: headers(type),
        body: Data(ReloadScript.added(to: Array(waitingPage.utf8), version)))
    }
    // The site is a list of files: a path that climbs out of it is just not among them.
    guard let bytes = site?.file(at: path.removingPercentEncoding ?? path)?.bytes else {
      return HTTPResponse(
        statusCode: .notFound, headers: headers("text/plain; charset=utf-8"),
        body: Data("There is no page '\(path)'.\n".utf8))
    }
    let body = isPage ? ReloadScript.added(to: bytes, version) : bytes
    return HTTPResponse(statusCode: .ok, headers: headers(type), body: Data(body))
  }

  private static func headers(_ type: String) -> HTTPHeaders {
    [.contentType: type, HTTPHeader("Cache-Control"): "no-store"]
  }

  /// Stands for every page until there is a site; its script shows the mistakes in the way of one.
  private static let waitingPage = """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Unroller</title>
    <meta name="color-scheme" content="light dark"></head>
    <body style="font-family: sans-serif"><p>The course is not built yet. This page changes by itself.</p>
    """

  /// Answers when there is another version than the page knows, or after a while, so that no
  /// connection waits for ever.
  private static func change(_ request: HTTPRequest, _ state: PreviewState) async -> HTTPResponse {
    let known = request.query.first { $0.name == "version" }.flatMap { Int($0.value) } ?? -1
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await state.change(from: known) }
      group.addTask { try? await Task.sleep(for: .seconds(20)) }
      await group.next()
      group.cancelAll()
    }
    let version = await state.version
    let problems = await state.problems ?? ""
    return HTTPResponse(
      statusCode: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
      body: Data("\(version)\n\(problems)".utf8))
  }
}
