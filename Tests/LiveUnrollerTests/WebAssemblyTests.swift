import Foundation
import Testing

@Suite("the core as WebAssembly")
struct WebAssemblyTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let hasNode = Finished.running("node", ["--version"], in: root)?.status == 0
  /// The Swift at hand can make WebAssembly.
  private static let canCompile: Bool = {
    let info = Finished.running("swiftc", ["-print-target-info"], in: root)?.output ?? ""
    guard let match = info.firstMatch(of: /"runtimeResourcePath": "([^"]*)"/) else { return false }
    let name = "\(match.1)/embedded/Swift.swiftmodule/wasm32-unknown-none-wasm.swiftmodule"
    return FileManager.default.fileExists(atPath: name)
  }()

  private var committed: String { "templates/theme/live.wasm" }

  @Test("the native core gives the recorded numbers")
  func nativeNumbers() throws {
    if RecordedRuns.isRecording {
      try RecordedRuns.text.write(to: RecordedRuns.file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: RecordedRuns.file, encoding: .utf8) == RecordedRuns.text)
  }

  @Test("the committed program gives the same numbers to the last bit", .enabled(if: hasNode))
  func committedNumbers() throws {
    try compare(committed)
  }

  @Test(
    "compiled anew it gives the same numbers, with the files of the core that the script names",
    .enabled(if: hasNode && canCompile))
  func compiledNumbers() throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "live-\(ProcessInfo.processInfo.processIdentifier).wasm")
    defer { try? FileManager.default.removeItem(at: file) }
    let build = try #require(
      Finished.running("scripts/live-unroller", [file.path], in: Self.root))
    #expect(build.status == 0, "\(build.output)")
    try compare(file.path)
  }

  @Test("the program is small enough to be sent along")
  func size() throws {
    let bytes = try Data(contentsOf: Self.root.appending(path: committed)).count
    #expect(bytes < 56_000)
  }

  private func compare(_ program: String) throws {
    let done = try #require(
      Finished.running(
        "node",
        [
          "Tests/LiveUnrollerTests/compare.mjs", program,
          "Tests/LiveUnrollerTests/Vectors/runs.txt",
        ],
        in: Self.root))
    #expect(done.status == 0, "\(done.output)")
    #expect(done.output.hasSuffix("\(RecordedRuns.settings.count) runs compared\n"))
  }
}

/// A program that has run to its end.
private struct Finished {
  var status: Int32
  var output: String

  /// Nil when the program cannot be started.
  static func running(_ name: String, _ arguments: [String], in folder: URL) -> Finished? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let output = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    return Finished(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}
