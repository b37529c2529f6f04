import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An HTTP server that only this machine can reach.
package struct LoopbackServer: Sendable {
  package struct Request: Hashable, Sendable {
    /// Such as `GET`.
    package var method: String
    /// Without what stands behind the question mark, and as it was sent.
    package var path: String
    package var query: [String: String]
  }

  package struct Response: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(
      status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []
    ) {
      self.status = status
      self.headers = headers
      self.body = body
    }
  }

  /// Another program answers at the port.
  package struct PortTaken: Error, CustomStringConvertible {
    package var description: String { "another program answers there" }
  }

  private typealias Client = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  private let listener: NIOAsyncChannel<Client, Never>

  /// Takes the port.
  ///
  /// - Parameter port: 0 takes any that is free.
  package init(port: UInt16) async throws {
    do {
      listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .bind(host: "127.0.0.1", port: Int(port)) { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.configureHTTPServerPipeline()
            return try Client(wrappingChannelSynchronously: channel)
          }
        }
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw PortTaken()
    }
  }

  package var port: UInt16 { UInt16(listener.channel.localAddress?.port ?? 0) }

  /// Answers until the task is cancelled.
  package func run(
    _ answer: @escaping @Sendable (Request) async -> Response
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      try await listener.executeThenClose { clients in
        for try await client in clients {
          // A browser that goes away in the middle is no fault of the server.
          group.addTask { try? await Self.serve(client, answer) }
        }
      }
    }
  }

  /// One request after the other, as long as the client keeps the connection.
  private static func serve(
    _ client: Client, _ answer: @escaping @Sendable (Request) async -> Response
  ) async throws {
    try await client.executeThenClose { requests, responses in
      for try await part in requests {
        guard case .head(let head) = part else { continue }
        let response = await answer(Request(head))
        try await responses.write(.head(response.head(for: head)))
        if head.method != .HEAD {
          try await responses.write(.body(.byteBuffer(ByteBuffer(bytes: response.body))))
        }
        try await responses.write(.end(nil))
        if !head.isKeepAlive { return }
      }
    }
  }
}

extension LoopbackServer.Request {
  fileprivate init(_ head: HTTPRequestHead) {
    method = head.method.rawValue
    let parts = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    let fields = parts.count > 1 ? parts[1].split(separator: "&") : []
    query = Dictionary(
      fields.map { field in
        let sides = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(sides[0]), sides.count > 1 ? String(sides[1]) : "")
      }
    ) { _, last in last }
  }
}

extension LoopbackServer.Response {
  fileprivate func head(for request: HTTPRequestHead) -> HTTPResponseHead {
    var head = HTTPResponseHead(
      version: request.version, status: HTTPResponseStatus(statusCode: status))
    for header in headers { head.headers.add(name: header.name, value: header.value) }
    head.headers.add(name: "Content-Length", value: "\(body.count)")
    if !request.isKeepAlive { head.headers.add(name: "Connection", value: "close") }
    return head
  }
}
