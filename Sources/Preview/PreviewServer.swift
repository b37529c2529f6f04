import SitePipeline

/// Answers for the site in memory, and tells open pages when it has changed.
struct PreviewServer: Sendable {
  typealias Request = LoopbackServer.Request
  typealias Response = LoopbackServer.Response

  let state: PreviewState

  func answer(_ request: Request) async -> Response {
    guard ["GET", "HEAD"].contains(request.method) else { return Response(status: 405) }
    return request.path == ReloadScript.address ? await change(request) : await file(request)
  }

  /// A file of the site; pages get the script that reloads them, which no written site has.
  private func file(_ request: Request) async -> Response {
    var path = percentDecoded(String(request.path.drop { $0 == "/" }))
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    let type = MediaType.of(path)
    let isPage = type.hasPrefix("text/html")
    let (site, version) = await state.shown
    if site == nil, isPage {
      return response(503, type, ReloadScript.added(to: Array(Self.waitingPage.utf8), version))
    }
    // The site is a list of files: a path that climbs out of it is just not among them.
    guard let bytes = site?.file(at: path)?.bytes else {
      return response(404, "text/plain; charset=utf-8", Array("There is no page '\(path)'.\n".utf8))
    }
    return response(200, type, isPage ? ReloadScript.added(to: bytes, version) : bytes)
  }

  private func response(_ status: Int, _ type: String, _ body: [UInt8]) -> Response {
    Response(
      status: status, headers: [("Content-Type", type), ("Cache-Control", "no-store")], body: body)
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
  private func change(_ request: Request) async -> Response {
    let known = request.query["version"].flatMap { Int($0) } ?? -1
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await state.change(from: known) }
      group.addTask { try? await Task.sleep(for: .seconds(20)) }
      await group.next()
      group.cancelAll()
    }
    let (version, problems) = await state.news
    return response(200, "text/plain; charset=utf-8", Array("\(version)\n\(problems ?? "")".utf8))
  }
}
