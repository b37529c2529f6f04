import Diagnostics
import Scripting
import Testing

@Suite("Whatever a block does, it ends, and says why")
struct LimitTests {
  private static let endless: [Mistaken] = [
    Mistaken(
      "var x = 0\nwhile true { x += 1; if x > 1000 { x = 0 } }",
      "2:1: error: this block took more than 100000 steps",
      hint: "does a loop never end? A lesson's loop should do with fewer turns."),
    Mistaken(
      "func down(_ n: Int) -> Int { 1 + down(n + 1) }\nprint(down(0))",
      "1:34: error: functions call each other too deeply",
      hint: "does a function call itself without end?"),
    Mistaken(
      "var a = [1.0]\nwhile true { a += a }",
      "2:1: error: this block made more than 1000000 values",
      hint: "does an array or a string grow without end?"),
    Mistaken(
      "var s = \"x\"\nwhile true { s += s }",
      "2:1: error: this block made more than 1000000 values",
      hint: "does an array or a string grow without end?"),
    Mistaken(
      "while true { print(\"spam spam spam\") }",
      "1:1: error: this block printed more than 10000 bytes",
      hint: "does a loop never end?"),
    Mistaken(
      "while true { show(Chart { RuleMark(y: 1) }) }",
      "1:14: error: this block showed more than 200 figures"),
    Mistaken(
      "let a = Array(repeating: 0.0, count: 10_000_000_000)",
      "1:9: error: an array of 10000000000 elements is too long; 10000000 is the limit"),
    Mistaken(
      "let a = Array(0..<9_000_000_000_000)",
      "1:15: error: a range of more than 10000000 elements is too long"),
    Mistaken(
      "let a = (-9_223_372_036_854_775_807 ..< 9_223_372_036_854_775_000).map { $0 }",
      "1:68: error: a range of more than 10000000 elements is too long"),
    Mistaken(
      "let a = (0...9_223_372_036_854_775_807).count",
      "1:41: error: this number does not fit in Int",
      hint: "compute with Double, or with smaller numbers."),
    Mistaken(
      "let a = (-9_223_372_036_854_775_807 ..< 2).count",
      "1:44: error: this number does not fit in Int",
      hint: "compute with Double, or with smaller numbers."),
    Mistaken(
      "let low = Double.nan\nlet a = low...1",
      "2:9: error: this range goes from nan down to 1.0",
      hint: "a range's lower bound comes first; stride(from:to:by:) can count down."),
    Mistaken(
      "for x in stride(from: 0.0, to: 1, by: 0) { print(x) }",
      "1:10: error: a stride by 0 never ends",
      hint: "go by 1, or by -1 for the other way."),
  ]

  @Test(
    "a block that would run or grow without end is stopped",
    arguments: endless)
  func running(_ it: Mistaken) {
    var limits = Limits()
    limits.steps = 100_000
    limits.values = 1_000_000
    limits.outputBytes = 10_000
    // Small enough to be reached within the steps.
    limits.stackBytes = 8 << 20
    #expect(run(it.text, limits: limits).diagnostics.map(line) == [it.words])
  }

  @Test("a range that is too long to be an array can still be counted through")
  func longRange() {
    #expect(
      output("var n = 0\nfor i in 0..<9_000_000_000_000 { n = i; if i == 3 { break } }\nprint(n)")
        == "3\n")
  }

  @Test(
    "text that would overwhelm the parser is refused before it",
    arguments: [
      (
        "let a = ", "(", 100_000,
        "1:1: error: a block may have at most 16384 bytes; this has 100008"
      ),
      ("let a = ", "(", 10_000, "1:73: error: this is nested more than 64 levels deep"),
      ("let a = ", "[", 26, "1:17: error: more than 8 '[' are open here"),
      ("let a = ", "a<", 2_000, "1:138: error: more than 64 '<' stand in one line"),
      ("let a = 1", " + 1", 2_000, "1:9: error: this is nested more than 256 levels deep"),
      ("let a = b", ".c", 2_000, "1:3511: error: this is nested more than 256 levels deep"),
      ("let a = b", "!", 2_000, "1:75: error: more than 64 '!' in a row"),
    ])
  func hostileText(_ head: String, _ part: String, _ count: Int, _ words: String) {
    #expect(mistakes(head + String(repeating: part, count: count)).first == words)
  }

  @Test("text with more errors than anybody would read is answered once")
  func manyErrors() {
    let words = ["1:4: error: from here on this is not Swift"]
    #expect(mistakes("a" + String(repeating: "{}", count: 5000)) == words)
  }

  @Test("calls in calls in calls are checked in time that grows with their number")
  func nestedOverloads() {
    let calls = String(repeating: "Double(", count: 60)
    let ends = String(repeating: ")", count: 60)
    #expect(output("print(\(calls)1\(ends))") == "1.0\n")
    #expect(
      mistakes("print(\(calls)foo\(ends))") == [
        "1:427: error: there is no 'foo' here | declare it above: 'let foo = …'."
      ])
  }

  @Test("a cancelled run stops")
  func cancelled() {
    let cancellation = Cancellation()
    cancellation.cancel()
    let page = runPage(
      [.block(block("while true {}"))], library: toyLibrary, cancellation: cancellation)
    #expect(page.diagnostics.map(line) == ["1:1: error: the run was cancelled"])
  }

  @Test("a slow block runs out of time")
  func time() {
    var limits = Limits()
    limits.seconds = 0
    let text = "var n = 0\nwhile true { n += 1; if n > 9 { n = 0 } }"
    #expect(
      run(text, limits: limits).diagnostics.map(line) == [
        "2:1: error: this block took more than 0.0 seconds | use fewer or shorter sequences, or fewer units."
      ])
  }

  @Test("a long chain of closures is released without a crash")
  func chain() {
    let text = """
      var f: () -> Int = { 0 }
      for i in 0..<300_000 { let g = f; f = { i > 0 ? i : g() } }
      print(f())
      """
    #expect(output(text) == "299999\n")
  }

  @Test("the number of steps is the same at every run")
  func steps() {
    let text = "var s = 0\nfor i in 0..<100 { s += [i].map { $0 * 2 }[0] }\nprint(s)"
    #expect(run(text).steps == 300)
    #expect(run(text).steps == 300)
  }
}
