import Diagnostics
import SwiftSyntax

/// A page's program, checked: what each of its items does, and what is wrong with it.
struct PageProgram {
  enum Body {
    case block([Step])
    case expression(CheckedExpression)
    /// It could not be checked to its end.
    case mistaken
  }

  struct Item {
    var source: PageItem
    var body: Body
    var mistakes: [Mistake]
    /// Earlier items that it depends on, directly or through others.
    var uses: Set<Int>
    /// What it declares can change later: a variable, or a closure that may remember something.
    var isStateful = false

    var mayFail: Bool { if case .block(let block) = source { block.mayFail } else { false } }
    var isBlock: Bool { if case .block = source { true } else { false } }
    var hasError: Bool { mistakes.contains { $0.severity == .error } }
  }

  let text: PageText
  private(set) var items: [Item] = []
  /// The slots of the page's variables.
  let layout: Layout

  /// Whether anything of it may run.
  var canRun: Bool { !items.contains { $0.hasError && !$0.mayFail } }

  init(_ sources: [PageItem], _ library: Library, _ limits: Limits) {
    text = PageText(sources)
    let checker = Checker(library, limits)
    layout = checker.scope.layout
    for (index, source) in sources.enumerated() {
      items.append(Self.check(source, index, text, checker, limits))
    }
    explainLateNames()
    closeUses()
  }

  private static func check(
    _ source: PageItem, _ index: Int, _ text: PageText, _ checker: Checker, _ limits: Limits
  ) -> Item {
    let base = text.pieces[index].base
    checker.begin(item: index, base: base)
    let parsed = ParsedItem(source.text, base: base, limits)
    guard let statements = parsed.statements else {
      return Item(source: source, body: .mistaken, mistakes: parsed.mistakes, uses: [])
    }
    let before = (checker.scope.variables, checker.library)
    var body = Body.mistaken
    checker.recovering {
      switch source {
      case .block: body = .block(try checker.statements(statements))
      case .expression: body = .expression(try checker.claim(statements))
      }
    }
    let mistakes = unique(checker.mistakes)
    var item = Item(source: source, body: body, mistakes: mistakes, uses: checker.uses)
    item.isStateful = checker.scope.variables.values.contains { variable in
      variable.item == index
        && (!variable.isLet || (variable.signature == nil && variable.type.holdsFunction))
    }
    // Whatever a block declares that shows a mistake on purpose stays its own, whether that is seen
    // here or when it runs.
    if item.mayFail { (checker.scope.variables, checker.library) = before }
    return item
  }

  /// A closure that was tried with several overloads may have said the same thing twice.
  private static func unique(_ mistakes: [Mistake]) -> [Mistake] {
    var seen: Set<String> = []
    return mistakes.filter { seen.insert("\($0.place.start) \($0.message)").inserted }
      .enumerated().sorted {
        ($0.element.place.start, $0.offset) < ($1.element.place.start, $1.offset)
      }
      .map(\.element)
  }

  /// Uses of uses are uses; and an item that uses a variable depends on whatever between the two
  /// uses it as well, because that may have changed it.
  private mutating func closeUses() {
    for index in items.indices {
      var uses = items[index].uses.filter { $0 < index }
      for earlier in (0..<index).reversed() where uses.contains(earlier) {
        uses.formUnion(items[earlier].uses)
      }
      for earlier in 0..<index {
        let state = items[earlier].uses.filter { items[$0].isStateful }
        if !state.isDisjoint(with: uses) { uses.formUnion(items[earlier].uses.union([earlier])) }
      }
      items[index].uses = uses
    }
  }

  /// “There is no 'x' here” is puzzling when a block below declares it.
  private mutating func explainLateNames() {
    for index in items.indices {
      for position in items[index].mistakes.indices {
        let mistake = items[index].mistakes[position]
        guard mistake.message.hasPrefix("there is no '"),
          let name = mistake.message.split(separator: "'").dropFirst().first,
          let later = items[(index + 1)...].first(where: { $0.declares(String(name)) })
        else { continue }
        items[index].mistakes[position].hint =
          "it is declared further down, at line \(later.source.start.line) or below."
      }
    }
  }
}

extension PageProgram.Item {
  fileprivate func declares(_ name: String) -> Bool {
    guard isBlock else { return false }
    return ["let", "var", "func", "struct"].contains { source.text.contains("\($0) \(name)") }
  }
}

/// An expression in prose, or a claim.
struct CheckedExpression {
  var value: Checked
  var describer: Describer
  /// Both sides of a comparison.
  var sides: [(value: Checked, describer: Describer)]
}

extension Checker {
  /// Checks an expression outside of blocks.
  func claim(_ items: CodeBlockItemListSyntax) throws -> CheckedExpression {
    guard items.count == 1, let node = items.first?.item.as(ExprSyntax.self), !isAssignment(node)
    else {
      throw mistake(
        "one expression must stand here", at: items,
        hint: "a name, or something that is computed from names.")
    }
    let value = try expression(node)
    if resolve(value.type) == .void { throw mistake("this has no value", at: node) }
    let describer = try describer(resolve(value.type), at: node)
    warnUnreadable(resolve(value.type), node)
    var sides: [(value: Checked, describer: Describer)] = []
    if let infix = node.as(InfixOperatorExprSyntax.self), resolve(value.type) == .bool,
      !["&&", "||"].contains(infix.operator.trimmedDescription)
    {
      let (left, right) = try operands(infix, nil)
      for side in [left, right] {
        guard let describer = Describer(resolve(side.type), library) else { continue }
        sides.append((side, describer))
      }
    }
    return CheckedExpression(value: value, describer: describer, sides: sides)
  }

  /// What reads as a program in the middle of a sentence.
  private func warnUnreadable(_ type: StaticType, _ node: ExprSyntax) {
    let text = node.trimmedDescription
    if type.wrapped != nil {
      warn(
        "this may be nil, and reads 'Optional(…)' where it is not", at: node,
        hint: "say what stands there then: '\(text) ?? 0'.")
    } else if let name = type.name, library.homes[name] != nil, let host = library.types[name],
      host.cases == nil, let property = host.properties.keys.min()
    {
      warn(
        "a '\(host.name)' reads as all of its numbers", at: node,
        hint: "name one of them, such as '\(text).\(property)'.")
    }
  }
}
