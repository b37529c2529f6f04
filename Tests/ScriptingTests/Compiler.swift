import Foundation
import Testing

/// The Swift compiler of this machine.
struct Compiler: Sendable {
  private let tool: URL

  /// Nil where there is none.
  static let found: Compiler? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { URL(filePath: String($0)).appending(path: "swiftc") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    .map { Compiler(tool: $0) }

  /// What a program prints when it is compiled and run.
  func output(of text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "programs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let main = folder.appending(path: "main.swift")
    let binary = folder.appending(path: "program")
    try text.write(to: main, atomically: false, encoding: .utf8)
    // A block's variables belong to the main thread, where all of it runs.
    let flags = [
      "-swift-version", "6", "-default-isolation", "MainActor", "-suppress-warnings", "-lm",
    ]
    _ = try start(tool, flags + [main.path, "-o", binary.path])
    return try start(binary, [])
  }

  private func start(_ tool: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    (process.executableURL, process.arguments, process.standardOutput) = (tool, arguments, pipe)
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
