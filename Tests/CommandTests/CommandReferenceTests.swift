import Foundation
import Testing

@Suite("the guide's list of commands is the program's")
struct CommandReferenceTests {
  private let page: String
  private let folder = FileManager.default.temporaryDirectory

  init() throws {
    page = try String(
      contentsOf: URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../content/guide/reference.md"), encoding: .utf8)
  }

  private func section(_ heading: String) throws -> String {
    let lines = page.components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: heading), "there is no '\(heading)'")
    return lines[(start + 1)...].prefix { !$0.hasPrefix("#") }.joined(separator: "\n")
  }

  private func options(in text: String) -> Set<String> {
    Set(text.matches(of: /--[a-z][a-z-]+/).map { String($0.0) })
  }

  /// What `unroller help` lists, and for a command its options.
  private func help(_ command: String...) throws -> String {
    let run = try CommandRun("help", command.first ?? "build", in: folder)
    #expect(run.status == 0)
    return run.output
  }

  private func commands() throws -> [String] {
    let text = try CommandRun("--help", in: folder).output
    let list = text.components(separatedBy: "SUBCOMMANDS:").last ?? ""
    return list.matches(of: /\n  ([a-z]+)/).map { String($0.1) }.filter { $0 != "help" }
  }

  @Test("every command has its part")
  func everyCommand() throws {
    let commands = try commands()
    #expect(commands.count > 6)
    let headings = page.matches(of: /### `unroller ([a-z]+)`/).map { String($0.1) }
    #expect(headings.sorted() == commands.sorted())
  }

  @Test("every option stands under its command, or among those of the folders")
  func everyOption() throws {
    let folders = try section("### The folders")
    let shared = options(in: folders)
    #expect(shared.count == 5)
    for command in try commands() {
      let known = options(in: try help(command)).subtracting(["--help", "--version"])
      let isShared = shared.isSubset(of: known)
      #expect(folders.contains("`\(command)`") == isShared, "\(command)")
      let own = isShared ? known.subtracting(shared) : known
      #expect(options(in: try section("### `unroller \(command)`")) == own, "\(command)")
    }
  }
}
