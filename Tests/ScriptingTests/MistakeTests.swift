import Scripting
import Testing

/// A block and what is said about it, word for word.
struct Mistaken: Sendable, CustomTestStringConvertible {
  var text: String
  var words: String

  init(_ text: String, _ words: String, hint: String? = nil) {
    self.text = text
    self.words = words + (hint.map { " | \($0)" } ?? "")
  }

  var testDescription: String { text }
}

@Suite("What a block gets wrong is said in its own words, at its place")
struct MistakeTests {
  @Test(
    "a mistake in a call names the argument and offers the one that was meant",
    arguments: [
      Mistaken(
        "let a = Net(unit: 32)",
        "1:13: error: 'Net' has no argument 'unit:'",
        hint: "did you mean 'units:'?"),
      Mistaken(
        "let a = Net()",
        "1:9: error: the argument 'units:' is missing in the call of 'Net(units:activation:seed:)'",
        hint: "add 'units: Int'."),
      Mistaken(
        "let a = Net(units: 4, seed: 1, activation: .relu)",
        "1:44: error: the argument 'activation:' is out of order",
        hint: "'Net(units:activation:seed:)' takes its arguments in this order."),
      Mistaken(
        "let a = Net(units: 4.5)",
        "1:20: error: cannot convert a value of type 'Double' to 'Int'",
        hint: "convert with Int(4.5)."),
      Mistaken(
        "let a = Net(units: 4, activation: .sigmiod)",
        "1:36: error: 'Activation' has no member 'sigmiod'",
        hint: "did you mean 'sigmoid'?"),
      Mistaken(
        "let a = linspace(0, to: 1)",
        "1:18: error: the label 'from:' is missing in the call of 'linspace(from:to:count:)'",
        hint: "write 'from: 0'."),
      Mistaken(
        "let a = half(1, 2)",
        "1:17: error: 'half(_:)' takes 1 argument"),
      Mistaken(
        "let a = half(x: 1)",
        "1:14: error: 'half' has no argument 'x:'",
        hint: "leave the label out."),
      Mistaken(
        "let a = Net(units: 4).norms()",
        "1:23: error: the argument 'steps:' is missing in the call of 'norms(steps:)'",
        hint: "add 'steps: Int'."),
      Mistaken(
        "show(3)", "1:6: error: cannot convert a value of type 'Int' to 'Chart'"),
      Mistaken(
        "show(Chart { 3 })", "1:14: error: cannot convert a value of type 'Int' to 'Mark'"),
    ])
  func calls(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  @Test(
    "a name that does not exist is answered with the one that does",
    arguments: [
      Mistaken(
        "let a = hlaf(1)",
        "1:9: error: there is no 'hlaf' here",
        hint: "did you mean 'half'?"),
      Mistaken(
        "let steps = 3\nlet a = step + 1",
        "2:9: error: there is no 'step' here",
        hint: "did you mean 'steps'?"),
      Mistaken(
        "let a: Dobule = 1",
        "1:8: error: there is no type 'Dobule'",
        hint: "did you mean 'Double'?"),
      Mistaken(
        "let a = [1.5].mapp { $0 }",
        "1:15: error: '[Double]' has no method 'mapp'",
        hint: "did you mean 'map'?"),
      Mistaken(
        "let a = [1.5].cuont",
        "1:15: error: '[Double]' has no property 'cuont'",
        hint: "did you mean 'count'?"),
      Mistaken(
        "let a = Net(units: 4).unit",
        "1:23: error: 'Net' has no property 'unit'",
        hint: "did you mean 'units'?"),
      Mistaken(
        "let a = Double.random(in: 0...1)",
        "1:16: error: 'Double' has no static member 'random'",
        hint: "a block has no randomness without a seed; use a generator with a seed."),
      Mistaken(
        "import Foundation",
        "1:8: error: a block cannot import 'Foundation'",
        hint: "what it may use is in 'Toy'."),
      Mistaken(
        "let a: Float = 1",
        "1:8: error: blocks do not have 'Float'",
        hint: "write 'Double'."),
      Mistaken(
        "let a = Date()",
        "1:9: error: there is no 'Date' here",
        hint: "a block has no clock; the same block must give the same figure tomorrow."),
    ])
  func names(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  private static let unfit: [Mistaken] = [
    Mistaken(
      "let steps = 3\nlet a = steps * 1.5",
      "2:15: error: '*' cannot be applied to 'Int' and 'Double'",
      hint: "convert with Double(steps)."),
    Mistaken(
      "let n = 3\nlet a = half(n)",
      "2:14: error: cannot convert a value of type 'Int' to 'Double'",
      hint: "convert with Double(n)."),
    Mistaken(
      "let n = 3\nlet a: [Double] = [1, n]",
      "2:23: error: cannot convert a value of type 'Int' to 'Double'",
      hint: "convert with Double(n)."),
    Mistaken(
      "let a = \"a\" + 1",
      "1:13: error: '+' cannot be applied to 'String' and 'Int'",
      hint: "put a value into a string with \"\\(…)\"."),
    Mistaken(
      "let xs = [1.5]\nlet a = xs.first + 1",
      "2:18: error: '+' cannot be applied to 'Double?' and 'Double'",
      hint: "unwrap the optional with '??' or 'if let'."),
    Mistaken(
      "if 1 { print(2) }", "1:4: error: cannot convert a value of type 'Int' to 'Bool'",
      hint: "compare it: 1 != 0."),
    Mistaken(
      "let a = [1, \"a\"]",
      "1:10: error: cannot convert a value of type 'Int' to 'String'",
      hint: "convert with String(1)."),
    Mistaken(
      "let e: Double? = 0.5\nprint(e?.rounded() ?? 1)",
      "2:23: error: 'print' takes this for an Int, though the other choice is a Double",
      hint: "write 1.0."),
    Mistaken(
      "let a = nil", "1:9: error: 'nil' needs an optional type from its context",
      hint: "write the type: 'let x: Double? = nil'."),
    Mistaken(
      "let a = []",
      "1:9: error: an empty array needs a type",
      hint: "write 'var name: [Double] = []'."),
    Mistaken(
      "let f = { x in x }",
      "1:11: error: the type of 'x' cannot be found out here",
      hint: "write '(x: Double) in'."),
    Mistaken(
      "let a = [1].map { x, y in x }",
      "1:17: error: this closure must take 1 parameter, not 2"),
    Mistaken(
      "let xs = [1, 2]\nlet a = xs[0.5]",
      "2:12: error: cannot convert a value of type 'Double' to 'Int'",
      hint: "convert with Int(0.5)."),
    Mistaken(
      "let xs = [3, 1]\nlet a: [Int] = xs.dropFirst()",
      "2:16: error: cannot convert a value of type 'ArraySlice<Int>' to '[Int]'",
      hint: "convert with Array(xs.dropFirst())."),
    Mistaken(
      "let a = 5.5 % 2.0",
      "1:13: error: '%' is for Int",
      hint: "a Double has truncatingRemainder(dividingBy:)."),
  ]

  @Test(
    "types that do not fit are named, with the conversion that would do",
    arguments: unfit)
  func types(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  @Test(
    "a range with one bound is for subscripts and cases, and says what is outside of an array",
    arguments: [
      Mistaken(
        "let xs = [1, 2, 3]\nlet a = xs[4...]",
        "2:9: error: a slice from 4 is outside 0..<3",
        hint: "as many as there are is 'xs.prefix(…)' or 'xs.dropFirst(…)'."),
      Mistaken(
        "let xs = [1, 2, 3]\nlet a = xs[..<9_223_372_036_854_775_807]",
        "2:9: error: a slice up to 9223372036854775807 is outside 0..<3",
        hint: "as many as there are is 'xs.prefix(…)' or 'xs.dropFirst(…)'."),
      Mistaken(
        "let xs = [1, 2, 3]\nlet a = xs[...3]",
        "2:9: error: a slice through 3 is outside 0..<3",
        hint: "as many as there are is 'xs.prefix(…)' or 'xs.dropFirst(…)'."),
      Mistaken(
        "let xs = [1, 2, 3]\nlet a = xs[0...9_223_372_036_854_775_807]",
        "2:9: error: 0...9223372036854775807 is outside 0..<3",
        hint: "as many as there are is 'xs.prefix(…)' or 'xs.suffix(…)'."),
      Mistaken(
        "let xs = [1, 2, 3]\nlet a = xs[0.5...]",
        "2:12: error: cannot convert a value of type 'Double' to 'Int'",
        hint: "convert with Int(0.5)."),
      Mistaken(
        "let xs = [1, 2, 3]\nlet a = xs[..<xs.count - 1]",
        "2:12: error: a range with one bound stands in an array's subscript or after 'case' only",
        hint: "write both bounds, or put a longer bound in parentheses: xs[..<(n - 1)]."),
      Mistaken(
        "for i in 1... { print(i) }",
        "1:10: error: a range with one bound stands in an array's subscript or after 'case' only",
        hint: "write both bounds, or put a longer bound in parentheses: xs[..<(n - 1)]."),
      Mistaken(
        "var xs = [1, 2, 3]\nxs[1...] = [4]",
        "2:1: error: an assignment to a slice is not part of the block language"),
    ])
  func partialRanges(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  @Test(
    "a collection's type that is called is checked like every other type",
    arguments: [
      Mistaken(
        "let a = [Duble](repeating: 0, count: 3)",
        "1:10: error: there is no type 'Duble'", hint: "did you mean 'Double'?"),
      Mistaken(
        "let a = [Double](repeating: \"a\", count: 3)",
        "1:29: error: cannot convert a value of type 'String' to 'Double'"),
      Mistaken(
        "let a = [Double](repeating: 0, count: -1)",
        "1:9: error: an array cannot have -1 elements"),
      Mistaken(
        "let a: [Int] = [Double]()",
        "1:16: error: cannot convert a value of type '[Double]' to '[Int]'"),
      Mistaken(
        "let a = [(Int, Int): Int]()",
        "1:9: error: '(Int, Int)' cannot be a dictionary's key"),
      Mistaken(
        "let a = [Float]()",
        "1:10: error: blocks do not have 'Float'", hint: "write 'Double'."),
      Mistaken("let a = [1, 2](3)", "1:9: error: a value of type '[Int]' cannot be called"),
    ])
  func writtenTypes(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }
}
