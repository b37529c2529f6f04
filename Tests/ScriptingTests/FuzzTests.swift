import Foundation
import Scripting
import Testing

/// A generator whose numbers are the same everywhere (splitmix64).
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(sides))
  }
}

@Suite("A block that was garbled at random is answered, never a crash or a hang")
struct FuzzTests {
  /// `BLOCK_FUZZ_ROUNDS=100000 BLOCK_FUZZ_SEED=7 swift test --filter FuzzTests` fuzzes for longer.
  private static let rounds =
    Int(ProcessInfo.processInfo.environment["BLOCK_FUZZ_ROUNDS"] ?? "") ?? 300
  private static let seed =
    UInt64(ProcessInfo.processInfo.environment["BLOCK_FUZZ_SEED"] ?? "") ?? 1

  private static let spice = [
    "nil", "0", "-1", "9223372036854775807", "1e308", "0.0", "!", "??", "&", "self", "Any", "try",
    "in", "..<", "...", "[0...]", "[Int]()", "[]", "[:]", "{}", "()", "$1", "$0", "return",
    "let", "var", "\\", "\"", ".", "?",
    "<", "->", "func", "struct", "switch", "case", "mutating", "if", "else", "while", "for",
  ]

  private func tokens(_ text: String) -> [String] {
    var list: [String] = []
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        if !word.isEmpty { list.append(word) }
        word = ""
        list.append(String(character))
      }
    }
    return list + [word]
  }

  private func mutate(_ tokens: inout [String], with pool: [String], _ dice: inout Dice) {
    let index = dice.roll(tokens.count)
    let words = tokens.indices.filter { tokens[$0].first?.isLetter == true }
    let numbers = tokens.indices.filter { tokens[$0].first?.isNumber == true }
    switch dice.roll(12) {
    case 0: tokens.remove(at: index)
    case 1: tokens.insert(pool[dice.roll(pool.count)], at: index)
    case 2: tokens[index] = pool[dice.roll(pool.count)]
    case 3: tokens.swapAt(index, dice.roll(tokens.count))
    case 4:
      let end = min(tokens.count, index + 1 + dice.roll(20))
      tokens.insert(contentsOf: tokens[index..<end], at: dice.roll(tokens.count))
    case 5...8 where words.count > 1:
      tokens[words[dice.roll(words.count)]] = tokens[words[dice.roll(words.count)]]
    case 9...10 where !numbers.isEmpty:
      let choices = ["0", "1", "-1", "2.5", "100", "x", "nil", "1e9", "9223372036854775807"]
      tokens[numbers[dice.roll(numbers.count)]] = choices[dice.roll(choices.count)]
    default:
      if let word = words.first { tokens[word] = pool[dice.roll(pool.count)] }
    }
    if tokens.isEmpty { tokens = ["1"] }
  }

  @Test("programs with a few words changed")
  func programs() throws {
    let sources = try Program.all.map { try $0.text() } + [lessonText]
    let pool = sources.flatMap(tokens) + Self.spice
    var dice = Dice(state: Self.seed)
    var limits = Limits()
    (limits.steps, limits.values, limits.seconds) = (50_000, 200_000, 2)
    for _ in 0..<Self.rounds {
      let lines = sources[dice.roll(sources.count)].split(separator: "\n")
      let start = dice.roll(lines.count)
      let part = lines.prefix(10) + lines[start..<min(lines.count, start + 1 + dice.roll(12))]
      var words = tokens(part.joined(separator: "\n"))
      for _ in 0...dice.roll(2) { mutate(&words, with: pool, &dice) }
      trace(words.joined())
      let result = run(words.joined(), limits: limits)
      // Whatever happened: a block that did not finish says why.
      #expect(result.state == .finished || !result.diagnostics.isEmpty)
      if result.state == .finished { keep(words.joined(), result.printed) }
    }
  }

  /// Writes the accepted programs down, to be compiled by hand and compared.
  private func keep(_ text: String, _ printed: String) {
    guard let folder = ProcessInfo.processInfo.environment["BLOCK_FUZZ_KEEP"] else { return }
    let name = "\(folder)/\(abs(text.utf8.reduce(7) { ($0 &* 31) &+ Int($1) }))"
    try? text.write(toFile: name + ".swift", atomically: false, encoding: .utf8)
    try? printed.write(toFile: name + ".txt", atomically: false, encoding: .utf8)
  }

  /// What the last round read, for the round that does not come back.
  private func trace(_ text: String) {
    guard let path = ProcessInfo.processInfo.environment["BLOCK_FUZZ_TRACE"] else { return }
    try? text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private let lessonText = """
    var net = Net(units: 4, activation: .relu, seed: 42)
    let xs = linspace(from: 0, to: 1, count: 9)
    print(net.step(0.5), net.norms(steps: 3), xs.map(half))
    show(Chart {
      LineMark(xs, label: "a")
      if xs.count > 2 { RuleMark(y: 0.1) }
      for x in xs.prefix(2) { RuleMark(y: x) }
    }
    .title("Loss"))
    """
}
