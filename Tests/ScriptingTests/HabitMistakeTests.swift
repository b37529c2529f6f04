import Scripting
import Testing

@Suite("What authors bring along from elsewhere is answered with what to write instead")
struct HabitMistakeTests {
  @Test(
    "a declaration that blocks do not have is said once, and its uses are not said at all",
    arguments: [
      Mistaken(
        "enum Cell { case rnn }\nlet cell = Cell.rnn\nswitch cell { case .rnn: print(1) }",
        "1:6: error: an enum is not part of the block language",
        hint: "name the cases by strings: case \"rnn\": …."),
      Mistaken(
        "typealias Row = [Double]\nlet row: Row = [1]",
        "1:11: error: a typealias is not part of the block language",
        hint: "write the type itself."),
      Mistaken(
        "func bump(_ x: inout Int) { x += 1 }\nvar n = 1\nbump(&n)",
        "1:11: error: 'inout' is not part of the block language", hint: "return the changed value."),
      Mistaken(
        "func sum(_ xs: Double...) -> Double { 0 }\nprint(sum(1, 2))",
        "1:9: error: a parameter with '...' is not part of the block language",
        hint: "take an array: '_ xs: [Double]'."),
      Mistaken(
        "struct P { private var x = 1 }\nprint(P().x)",
        "1:12: error: 'private' is not part of the block language", hint: "leave it out."),
      Mistaken(
        "struct P {\nvar x = 1\ninit(_ n: Int) { x = n }\n}",
        "3:1: error: an 'init' of a struct's own is not part of the block language",
        hint: "give properties defaults, or write a function that makes the struct."),
      Mistaken(
        "struct P {\nvar x = 1\nstatic let zero = P()\n}",
        "3:1: error: 'static' is not part of the block language",
        hint: "write a 'let' outside of the struct."),
      Mistaken(
        "defer { print(1) }",
        "1:1: error: 'defer' is not part of the block language",
        hint: "write it where it should happen."),
      Mistaken(
        "if case 1...3 = 2 { print(1) }",
        "1:4: error: a 'case' or '#' condition is not part of the block language",
        hint: "use 'switch', or compare with '=='."),
      Mistaken(
        "for case let x? in [1, nil] { print(x) }",
        "1:5: error: 'for case' is not part of the block language",
        hint: "use 'where', or loop over 'xs.compactMap { $0 }'."),
      Mistaken(
        "let x = 5 as Double",
        "1:9: error: casts ('as', 'is') are not part of the block language",
        hint: "write the type at the name, 'let x: Double = 5', or convert with Double(…)."),
      Mistaken(
        "var i = 0\ni++",
        "2:2: error: the operator '++' is not part of the block language",
        hint: "write 'i += 1'."),
      Mistaken(
        "let f = { $0 + 1 }",
        "1:9: error: the types of this closure's parameters cannot be found out",
        hint: "write them: '{ (x: Double) in … }'."),
    ])
  func declarations(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  @Test("every property that is listed for Swift's own types is there")
  func ownProperties() {
    let samples = [
      "Array": "[1]", "ArraySlice": "[1][0...]", "ClosedRange": "(1...2)", "Range": "(1..<2)",
      "Dictionary": "[1: 2]", "String": "\"a\"", "Substring": "\"a\".prefix(1)",
    ]
    let listed = Library.standard.declarations.filter {
      $0.kind == .property && samples[$0.owner ?? ""] != nil
    }
    #expect(listed.count > 30)
    for property in listed {
      let text = "let x = \(samples[property.owner!]!).\(property.name)"
      #expect(mistakes(text).filter { !$0.contains("warning") } == [], "\(text)")
    }
  }

  @Test(
    "a function or member of another place is answered with its like here",
    arguments: [
      Mistaken(
        "let a = [1.5].sum()", "1:15: error: '[Double]' has no method 'sum'",
        hint: "write 'reduce(0, +)'."),
      Mistaken(
        "let a = [1.5].length", "1:15: error: '[Double]' has no property 'length'",
        hint: "it is called 'count'."),
      Mistaken(
        "let a = String(format: \"%.2f\", 1.5)",
        "1:16: error: 'String' has no argument 'format:'",
        hint: "round the number instead: \"\\((x * 100).rounded() / 100)\"."),
      Mistaken(
        "let a = [1.5].reduce(into: 0) { $0 += $1 }",
        "1:22: error: 'reduce' has no argument 'into:'",
        hint: "use 'reduce(_:_:)', or a 'for' loop that changes a variable."),
      Mistaken(
        "let a = pow(2, 3)", "1:9: error: there is no 'pow' here",
        hint: "write x * x, or exp(y * log(x))."),
      Mistaken(
        "let a: Set<Int> = [1]", "1:8: error: blocks do not have 'Set'",
        hint: "an array without repeats does: if !seen.contains(x) { seen.append(x) }."),
      Mistaken(
        "let a = [[1], [2]].joined()",
        "1:20: error: 'joined' cannot be used here: '[Int]' is not a String",
        hint: "use 'flatMap { $0 }'."),
      Mistaken(
        "let a = [1, 2].reversed().first",
        "1:27: error: 'some Sequence<Int>' has no 'first' in blocks",
        hint: "make it an array first: Array([1, 2].reversed())."),
      Mistaken(
        "let a = zip([1], [2]).map(*)",
        "1:27: error: the operator '*' stands alone here",
        hint: "write a closure: { $0 * $1 }."),
      Mistaken(
        "let a = [1].map(Net.init)",
        "1:21: error: 'Net.init' is not one function that takes (Int)",
        hint: "write a closure: { Net($0) }."),
      Mistaken(
        "let a = [0.5].map(String.init)",
        "1:26: error: 'String.init' is not one function that takes (Double)",
        hint: "write a closure: { String($0) }."),
    ])
  func members(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  @Test(
    "a dictionary, whose order is another each time, is gone through by its sorted keys",
    arguments: [
      Mistaken(
        "let ages = [\"a\": 1]\nfor (name, age) in ages { print(name, age) }",
        "2:20: error: a dictionary has no fixed order",
        hint: "go through its sorted keys: 'ages.keys.sorted()'."),
      Mistaken(
        "let ages = [\"a\": 1]\nfor age in ages.values { print(age) }",
        "2:12: error: a dictionary has no fixed order",
        hint: "sort them first: 'ages.values.sorted()'."),
      Mistaken(
        "let ages = [\"a\": 1]\nlet a = ages.sorted { $0.value < $1.value }",
        "2:14: error: a dictionary has no fixed order, and so no 'sorted'",
        hint: "go through its sorted keys: 'ages.keys.sorted()'."),
      Mistaken(
        "let ages = [\"a\": 1]\nlet a = ages.keys.map { $0 }",
        "2:19: error: a dictionary has no fixed order, and so no 'map'",
        hint: "sort them first: 'ages.keys.sorted()'."),
      Mistaken(
        "let ages = [\"a\": 1]\nlet a: [String] = Array(ages.keys)",
        "2:25: error: cannot convert a value of type 'DictionaryKeys<String>' to 'some Sequence<String>'",
        hint: "a dictionary has no fixed order; sort them first: 'ages.keys.sorted()'."),
    ])
  func dictionaries(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  @Test(
    "text is letters, and says so where a number or a string was meant",
    arguments: [
      Mistaken(
        "let a = \"rnn\"[0]", "1:9: error: a String cannot be indexed by a number",
        hint: "make an array of its letters first: Array(\"rnn\")."),
      Mistaken(
        "let a = \"rnn\".firstIndex(of: \"n\")",
        "1:15: error: 'String' has no method 'firstIndex' in blocks",
        hint: "make an array of its letters first: Array(text)."),
      Mistaken(
        "let a: Character = \"rnn\"", "1:20: error: a Character is one letter",
        hint: "take a String, or the letter that you mean."),
      Mistaken(
        "let a = Character(\"rnn\")",
        "1:9: error: a Character is one letter, and this text has 3"),
      Mistaken(
        "let a: [String] = \"a b\".split(separator: \" \")",
        "1:19: error: cannot convert a value of type '[Substring]' to '[String]'"),
      Mistaken(
        "let a = \"a b\".split(separator: \" \").filter { $0.count > 1 }",
        "1:15: error: the compiler cannot tell which 'split' is meant before 'filter'",
        hint: "give the parts a name first: let parts = text.split(…)."),
      Mistaken(
        "let a = \"LSTM\".prefix(2) + \"x\"",
        "1:26: error: '+' cannot be applied to 'Substring'", hint: "convert with String(…)."),
    ])
  func text(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }

  @Test(
    "a label that is no loop's, or a change that would read what it changes, is refused",
    arguments: [
      Mistaken(
        "rows: for x in [1] { break row }", "1:28: error: no loop around has the label 'row'",
        hint: "did you mean 'rows'?"),
      Mistaken(
        "rows: if true { print(1) }",
        "1:1: error: a label of anything but a loop is not part of the block language"),
      Mistaken(
        "a: for x in [1] { a: for y in [x] { print(y) } }",
        "1:19: error: a loop around has the label 'a' already", hint: "choose another name."),
      Mistaken(
        "a: for x in [1] { let f = { break a }\nf() }",
        "1:35: error: no loop around has the label 'a'"),
      Mistaken(
        "var xs = [1, 2]\nxs.removeAll { $0 == xs[0] }",
        "2:14: error: the closure reads 'xs' while 'removeAll' changes it",
        hint: "put what it needs into a constant first."),
      Mistaken(
        "var xs = [[1, 2]]\nfunc first() -> Int { 0 }\nxs[first()].sort(by: >)",
        "3:1: error: a call inside of what 'sort' changes is not part of the block language",
        hint: "put the index into a variable first."),
      Mistaken(
        "var xs = [1]\nxs.removeLast(2)",
        "2:4: error: 2 elements cannot be taken from an array of 1"),
      Mistaken(
        "let a = Dictionary(uniqueKeysWithValues: [(1, 2), (1, 3)])",
        "1:9: error: two entries of this dictionary have the same key"),
    ])
  func changes(_ it: Mistaken) { #expect(mistakes(it.text) == [it.words]) }
}
