import Diagnostics
import SwiftSyntax

// What authors bring along from elsewhere, and what to write instead.

extension Checker {
  /// For a member that does not exist.
  static let habits: [String: String] = [
    "sum": "write 'reduce(0, +)'.",
    "average": "write 'xs.reduce(0, +) / Double(xs.count)'.",
    "fit": "it is called 'trained', of a network 'training'.",
    "forward": "it is called 'trace', of a network 'predictions'.",
    "predict": "it is called 'predictions'.",
    "train": "it is called 'trained', of a network 'training'.",
    "toFixed": "round it: (x * 100).rounded() / 100.",
    "dense": "a network has one dense layer, on top: 'outputs: 2'.",
    "mean": "write 'xs.reduce(0, +) / Double(xs.count)'.",
    "length": "it is called 'count'.",
    "size": "it is called 'count'.",
    "push": "it is called 'append'.",
    "add": "it is called 'append'.",
    "components": "use 'split(separator:)'.",
    "elementsEqual": "compare with '=='.",
    "replacingOccurrences":
      "split and join: text.split(separator: \"a\").joined(separator: \"b\").",
    "trimmingCharacters": "split and join: text.split(separator: \" \").joined(separator: \" \").",
    "padding": "add String(repeating: \" \", count: 8 - text.count).",
    "formatted": "round it first: (x * 100).rounded() / 100.",
    "pow": "write x * x, or exp(y * log(x)).",
    "removeSubrange": "keep the rest: xs = xs.prefix(2) + xs.dropFirst(4).",
    "allCases": "write the cases that you want: [.tanh, .relu].",
  ]

  /// For an operator that does not exist, or not for these values.
  static let operatorHabits: [String: String] = [
    "..": "write '0..<3', or '0...3' with the last one.",
    "=>": "write a closure: '{ x in x + 1 }'.",
    "->": "write a closure: '{ x in x + 1 }'.",
    ":=": "write 'let x = …'.",
    "–": "write '-', the sign on the keyboard.",
    "**": "write x * x, or exp(y * log(x)).",
    "^": "for a power write x * x, or exp(y * log(x)).",
    "−": "write '-', the sign on the keyboard.",
    "×": "write '*'.",
    "·": "write '*'.",
    "≤": "write '<='.",
    "≥": "write '>='.",
    "≠": "write '!='.",
    "//": "write '/' between two Int.",
    "<>": "write '!='.",
    "===": "write '=='.",
    "!==": "write '!='.",
  ]

  /// For an argument that does not exist, by the call and the label.
  static let argumentHabits: [String: String] = [
    "print sep:": "it is called 'separator:'.",
    "print end:": "it is called 'terminator:'.",
    "String format:": "round the number instead: \"\\((x * 100).rounded() / 100)\".",
    "String describing:": "write \"\\(value)\".",
    "reduce into:": "use 'reduce(_:_:)', or a 'for' loop that changes a variable.",
    "print to:": "a block prints to the page only.",
    "removeAll keepingCapacity:": "leave it out.",
  ]

  /// What sequences can do and dictionaries cannot, because their order is another each time.
  func unordered(_ type: StaticType, _ name: String) -> Bool {
    let isUnordered = ["Dictionary", "DictionaryKeys", "DictionaryValues"].contains(type.name)
    return isUnordered
      && (library.types["Seq"]!.methods[name] ?? library.types["Array"]!.methods[name]) != nil
  }

  /// How to get at a dictionary's entries in an order that is the same each time.
  func sorting(_ type: StaticType, _ text: String) -> String {
    switch type.name {
    case "Dictionary": "go through its sorted keys: '\(text).keys.sorted()'."
    default: "sort them first: '\(text).sorted()'."
    }
  }

  /// Where all that a library's type has is told.
  func listed(_ type: StaticType) -> String? {
    type.name.flatMap { library.types[$0] } == nil
      ? nil : "'unroller api' lists what '\(type.name ?? "")' has."
  }

  // MARK: - Methods that do not exist

  func noMethod(
    _ name: String, of type: StaticType, _ host: HostType?, at node: some SyntaxProtocol
  ) -> Mistake {
    if let wrapped = type.wrapped, name != "map" {
      return mistake(
        "'\(type)' must be unwrapped before '\(name)' is called", at: node,
        hint: "use '?.\(name)(…)', '??' or 'if let' on this '\(wrapped)?'.")
    }
    if name == "shuffled" || name == "randomElement" || name == "shuffle" {
      return mistake(
        "'\(type)' has no method '\(name)' in blocks", at: node,
        hint: "a block has no randomness without a seed; use a generator with a seed.")
    }
    if (try? trying { try property(Checked(type) { _ in .void }, name, at: node) }) != nil {
      return mistake(
        "'\(name)' of '\(type)' is a property", at: node, hint: "leave the parentheses out.")
    }
    if unordered(type, name) {
      let base = Syntax(node).parent?.as(MemberAccessExprSyntax.self)?.base?.trimmedDescription
      return mistake(
        "a dictionary has no fixed order, and so no '\(name)'", at: node,
        hint: sorting(type, base ?? "counts"))
    }
    if type.isText, library.types["Array"]!.methods[name] != nil {
      return mistake(
        "'\(type)' has no method '\(name)' in blocks", at: node,
        hint: "make an array of its letters first: Array(text).")
    }
    if let array = needsArray(type, name, at: node) { return array }
    let sequence = type.element == nil ? [] : library.types["Seq"]!.memberNames
    let own = methods[host?.name ?? ""]?.keys.sorted() ?? []
    let names = (host?.memberNames ?? []) + sequence + own
    if type == .void {
      return mistake(
        "'\(type)' has no method '\(name)'", at: node,
        hint: "put it inside of the parentheses: show(figure.\(name)(…)).")
    }
    return mistake(
      "'\(type)' has no method '\(name)'", at: node,
      hint: Self.habits[name] ?? didYouMean(name, among: names) ?? listed(type))
  }
}
