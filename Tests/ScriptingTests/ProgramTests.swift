import Diagnostics
import Foundation
import Scripting
import Testing

/// A program of `Tests/BlockPrograms/` and what it prints.
struct Program: Sendable, CustomTestStringConvertible {
  var name: String
  var file: URL
  var testDescription: String { name }

  func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  func expected() throws -> String {
    try String(
      contentsOf: file.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
  }

  static let all: [Program] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "BlockPrograms").resolvingSymlinksInPath()
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "swift" }
      .map { Program(name: $0.deletingPathExtension().lastPathComponent, file: $0) }
      .sorted { $0.name < $1.name }
  }()
}

@Suite("A program of the block language is a Swift program, and does the same")
struct ProgramTests {
  @Test("there are programs to compare") func programs() { #expect(Program.all.count >= 7) }

  @Test("a program prints what compiled Swift prints", arguments: Program.all)
  func interpreted(_ program: Program) throws {
    #expect(output(try program.text()) == (try program.expected()))
  }

  /// Re-records the expected output too: `RECORD_PROGRAMS=1 swift test --filter ProgramTests`.
  @Test(
    "the compiler agrees with what is written down", .enabled(if: Compiler.found != nil),
    arguments: Program.all)
  func compiled(_ program: Program) throws {
    let printed = try #require(Compiler.found).output(of: try program.text())
    if ProcessInfo.processInfo.environment["RECORD_PROGRAMS"] != nil {
      let file = program.file.deletingPathExtension().appendingPathExtension("txt")
      try printed.write(to: file, atomically: false, encoding: .utf8)
    }
    #expect(printed == (try program.expected()))
  }
}
