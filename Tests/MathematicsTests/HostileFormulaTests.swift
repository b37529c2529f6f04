import Mathematics
import Testing

@Suite("hostile formulas")
struct HostileFormulaTests {
  private static func nested(_ count: Int, _ open: String, _ close: String) -> String {
    String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
  }

  /// Twenty-five definitions, each twice the one before.
  private static let doubling: String = {
    let names = Array("abcdefghijklmnopqrstuvwxyz").map { "\\\($0)" }
    let steps = zip(names, names.dropFirst()).map { "\\edef\($1){\($0)\($0)}" }
    return "\\def\\a{xx}" + steps.joined() + "\\z"
  }()

  /// Formulas by name, because a test prints its arguments.
  private static let hostile = [
    "groups": nested(8_000, "{", "}"), "roots": nested(2_000, "\\sqrt{", "}"),
    "powers": nested(4_000, "x^{", "}"), "words": nested(1_500, "\\text{", "}"),
    "tables": nested(400, "\\begin{matrix}", "\\end{matrix}"),
    "a doubling macro": doubling,
    "a long macro": "\\def\\a{" + String(repeating: "x", count: 15_000) + "}"
      + String(repeating: "\\a", count: 300),
    "a macro of itself": "\\newcommand{\\a}[1]{\\a{#1#1}}\\a{x}",
    "a wide table": "\\begin{array}{" + String(repeating: "c", count: 7_000) + "}"
      + String(repeating: "&", count: 7_000) + "\\end{array}",
    "letters": String(repeating: "a", count: 16_000),
    "accents": "x" + String(repeating: "\u{301}", count: 7_000),
  ]

  @Test("ends in one error and leaves the next formula alone", arguments: hostile.keys.sorted())
  func ends(name: String) throws {
    let math = try KaTeXScript.typesetter()
    let result = math.result(try #require(Self.hostile[name]), display: true)
    #expect(result.diagnostics.count == 1)
    #expect(result.value.hasPrefix("<math display=\"block\"><merror>"))
    #expect(try math.inside("x") == "<mi>x</mi>")
  }

  @Test("a formula of 100 kB is refused unread")
  func tooLong() throws {
    let math = try KaTeXScript.typesetter()
    #expect(
      math.mistakes(String(repeating: "x", count: 100_000)) == [
        "a.md:3:2: error: this formula has 100000 bytes, and 16384 is the most"
          + " | Divide it into several formulas."
      ])
  }

  @Test(
    "odd letters and names are mistakes or letters, never a crash",
    arguments: [
      "\u{0}\u{1}", #"\constructor"#, #"\begin{constructor}x\end{constructor}"#,
      #"\begin{__proto__}x\end{__proto__}"#, #"\char"FFFFFFFF"#, #"\char"D800 x"#,
      #"\kern99999999999em"#, #"\rule{9999999999em}{1em}"#, "%", "", " ", "\\",
      #"\htmlStyle{color:red}{x}"#, #"\includegraphics{x}"#, "x\u{FFFF}\u{FEFF}",
    ])
  func oddities(tex: String) throws {
    let result = try KaTeXScript.typesetter().result(tex)
    #expect(result.value.hasPrefix("<math>") && result.value.hasSuffix("</math>"))
    #expect(result.diagnostics.count <= 1)
  }
}
