import Foundation

/// Runs the command as people do, in a folder of its own.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// The command, not started yet.
  static func process(_ arguments: [String], in folder: URL) -> Process {
    let process = Process()
    process.executableURL = unroller
    process.arguments = arguments
    process.currentDirectoryURL = folder
    return process
  }

  init(_ arguments: String..., in folder: URL) throws {
    let process = Self.process(arguments, in: folder)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What the command says fits into a pipe: a small course has few mistakes.
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  /// The command stands beside the tests that were built with it.
  private static let unroller: URL = {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appending(path: "unroller")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return URL(filePath: "unroller")
  }()
}
