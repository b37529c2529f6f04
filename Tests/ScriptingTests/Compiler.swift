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
    let run = try runs(of: text, with: [nil])[0]
    #expect(run.status == 0)
    return run.output
  }

  /// What a program prints for each argument, and how it ends: 0, or the number of a signal.
  func runs(of text: String, with arguments: [String?]) throws -> [(output: String, status: Int32)]
  {
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
    let compiling = try start(tool, flags + [main.path, "-o", binary.path])
    #expect(compiling.status == 0)
    return try arguments.map { try start(binary, $0.map { [$0] } ?? []) }
  }

  private func start(
    _ tool: URL, _ arguments: [String]
  ) throws -> (output: String, status: Int32) {
    let process = Process()
    let pipe = Pipe()
    (process.executableURL, process.arguments, process.standardOutput) = (tool, arguments, pipe)
    // A trap writes where it was, at some length.
    if tool != self.tool { process.standardError = FileHandle.nullDevice }
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }
}
