import Foundation
import Scripting
import Testing

@Suite("programs made up by dice")
struct RandomProgramTests {
  private static func number(_ name: String, _ standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  /// `RANDOM_PROGRAMS=1000 RANDOM_SEED=7 swift test --filter RandomProgramTests` makes more.
  private static let seeds: Range<Int> = {
    let first = number("RANDOM_SEED", 1) * 1_000_000
    return first..<(first + number("RANDOM_PROGRAMS", 40))
  }()

  @Test(
    "the compiler's programs print what ours print", .enabled(if: Compiler.found != nil))
  func sameOutput() throws {
    let programs = Self.seeds.map { (seed: $0, text: RandomProgram.text(seed: $0)) }
    // Each program is a function of one file, so that the compiler is started once.
    let file = programs.map { seed, text in
      "func program\(seed)() {\n\(text)\n}\nprint(\"program \(seed)\")\nprogram\(seed)()\n"
    }.joined()
    let printed = try #require(Compiler.found).output(of: file)
    var outputs: [Int: String] = [:]
    for part in printed.components(separatedBy: "program ").dropFirst() {
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      outputs[Int(lines[0]) ?? -1] = lines.count > 1 ? String(lines[1]) : ""
    }
    for (seed, text) in programs {
      let result = runPage([.block(block(text))], library: .standard)
      let errors = result.diagnostics.filter { $0.severity == .error }.map(\.description)
      #expect(errors == [], "seed \(seed):\n\(text)")
      #expect(result.blocks[0].printed == outputs[seed], "seed \(seed):\n\(text)")
    }
  }

  /// A trap ends the whole program, so the program is started once for each.
  @Test(
    "programs that may trap trap in both, or print the same",
    .enabled(if: Compiler.found != nil))
  func sameTraps() throws {
    let programs = Self.seeds.prefix(30).map { seed in
      (seed: seed, text: RandomProgram.text(seed: seed, risks: 3))
    }
    let functions = programs.map { "case \"\($0.seed)\":\nfunc run() {\n\($0.text)\n}\nrun()\n" }
    let file =
      RandomProgram.opaque + "switch CommandLine.arguments[1] {\n" + functions.joined()
      + "default: break\n}\n"
    let runs = try #require(Compiler.found).runs(of: file, with: programs.map { "\($0.seed)" })
    var traps = 0
    for ((seed, text), run) in zip(programs, runs) {
      let result = runPage([.block(block(RandomProgram.opaque + text))], library: .standard)
      let errors = result.diagnostics.filter { $0.severity == .error }.map(\.description)
      let hasStopped = result.blocks[0].state == .failed
      #expect(errors.isEmpty || hasStopped, "seed \(seed): \(errors)\n\(text)")
      #expect(hasStopped == (run.status != 0), "seed \(seed): \(errors)\n\(text)")
      if run.status == 0 {
        #expect(result.blocks[0].printed == run.output, "seed \(seed):\n\(text)")
      }
      traps += hasStopped ? 1 : 0
    }
    #expect(traps > 0 && traps < programs.count)
  }
}
