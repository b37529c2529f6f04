import SwiftOperators
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// An item's syntax tree with its operators folded, or what is wrong with its text.
struct ParsedItem {
  var statements: CodeBlockItemListSyntax?
  var mistakes: [Mistake] = []

  /// Parses `text`; every place is counted from `base`.
  init(_ text: String, base: Int, _ limits: Limits) {
    if let refused = prescan(text, limits) {
      mistakes = [Mistake(message: refused.message, place: Place(base + refused.offset))]
      return
    }
    var parser = Parser(text, maximumNestingLevel: limits.nesting * 2)
    let tree = SourceFileSyntax.parse(from: &parser)
    if let deep = Self.tooDeep(tree, limits.depth) {
      let message = "this is nested more than \(limits.depth) levels deep"
      mistakes = [Mistake(message: message, place: Place(base + deep))]
      return
    }
    mistakes = Self.syntaxMistakes(tree, base)
    guard mistakes.isEmpty else { return }
    fold(tree, base)
  }

  private mutating func fold(_ tree: SourceFileSyntax, _ base: Int) {
    var found: [Mistake] = []
    let folded = OperatorTable.standardOperators.foldAll(tree) { error in
      let offset = error.asDiagnostic.position.utf8Offset
      if error.message.contains("'ComparisonPrecedence'") {
        found.append(
          Mistake(
            message: "comparisons do not stand in a row", hint: "write 'a < b && b < c'.",
            place: Place(base + offset)))
        return
      }
      let sign = Checker.operatorHabits.keys.first { error.message.hasSuffix("'\($0)'") }
      found.append(
        Mistake(
          message: error.message, hint: sign.flatMap { Checker.operatorHabits[$0] },
          place: Place(base + offset)))
    }
    mistakes = found
    guard found.isEmpty else { return }
    statements = folded.cast(SourceFileSyntax.self).statements
  }

  /// The parser bounds neither left-nested chains (`a.b.b.b…`) nor types. This looks, without
  /// recursion, before anything recursive runs.
  private static func tooDeep(_ tree: SourceFileSyntax, _ limit: Int) -> Int? {
    var open: [(node: Syntax, depth: Int)] = [(Syntax(tree), 0)]
    while let (node, depth) = open.popLast() {
      if depth > limit { return node.position.utf8Offset }
      // Folding makes a sequence of operators as deep as it is long.
      if let sequence = node.as(SequenceExprSyntax.self), sequence.elements.count > limit {
        return node.position.utf8Offset
      }
      for child in node.children(viewMode: .sourceAccurate) where !child.is(TokenSyntax.self) {
        open.append((child, depth + 1))
      }
    }
    return nil
  }

  private static func syntaxMistakes(_ tree: SourceFileSyntax, _ base: Int) -> [Mistake] {
    guard tree.hasError else { return [] }
    // The generator's time grows with the square of the number of errors.
    if let first = firstOfMany(tree) {
      return [Mistake(message: "from here on this is not Swift", place: Place(base + first))]
    }
    let found = ParseDiagnosticsGenerator.diagnostics(for: tree)
    // What follows on the same line is mostly the first mistake, seen once more.
    let lines = SourceLocationConverter(fileName: "", tree: tree)
    var said: Set<Int> = []
    let bytes = Array(tree.description.utf8)
    return found.filter { said.insert(lines.location(for: $0.position).line).inserted }.map {
      let offset = $0.position.utf8Offset
      return Mistake(
        message: plainWords($0.message), hint: SyntaxHabits.hint($0.message, bytes, offset),
        place: Place(base + offset))
    }
  }

  /// Where the errors begin, when there are too many of them to be put into words one by one.
  private static func firstOfMany(_ tree: SourceFileSyntax) -> Int? {
    var open = [Syntax(tree)]
    var first = Int.max
    var count = 0
    while let node = open.popLast() {
      let isError =
        node.is(UnexpectedNodesSyntax.self)
        || node.as(TokenSyntax.self).map { $0.presence == .missing || $0.hasError } == true
      if isError {
        count += 1
        first = min(first, node.positionAfterSkippingLeadingTrivia.utf8Offset)
      } else if node.hasError {
        open += node.children(viewMode: .fixedUp)
      }
    }
    return count > 100 ? first : nil
  }

  /// The parser's words where they are clear, and ours where they speak of its insides.
  private static func plainWords(_ message: String) -> String {
    if message.hasPrefix("Single-quoted") { return "a text stands between double quotes" }
    if message.hasPrefix("C-style for") { return "a 'for' goes over a range or a list" }
    if let number = message.wholeMatch(of: #/'(\.\d+)' is not a valid floating point literal.*/#)?.1
    {
      return "a number begins with a digit: '0\(number)'"
    }
    if message.hasPrefix("expected pattern") { return "a name is missing here" }
    if message.hasPrefix("expected expression") { return "a value is missing here" }
    if message.hasPrefix("unexpected code") {
      return message.replacing("unexpected code", with: "this cannot stand here:")
    }
    if message.hasPrefix("expected '}' to end") {
      return message.replacing("expected '}' to end", with: "a '}' is missing at the end of this")
    }
    return message
  }
}
