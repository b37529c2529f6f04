import Diagnostics
import SwiftSyntax

/// Whether a value fits a `case`; it also fills the names that the case binds.
private typealias Test = (Frame, Value) throws -> Bool
private struct BoxedTest { let call: Test }

/// One `case` with its patterns checked.
private struct Branch {
  var tests: [BoxedTest]
  var node: SwitchCaseSyntax
}

extension Checker {
  func switchStatement(_ node: SwitchExprSyntax) throws -> Statement {
    let subject = try expression(node.subject)
    let type = resolve(subject.type)
    var arms: [(tests: [BoxedTest], body: Step)] = []
    switches += 1
    defer { switches -= 1 }
    try forEachBranch(node, type) { branch in
      let body = sequence(try inScope { try statements(branch.node.statements) })
      arms.append((branch.tests, Step(run: body)))
    }
    let run = subject.run
    return { [arms] frame in
      let value = try run(frame)
      for arm in arms {
        for test in arm.tests where try test.call(frame, value) {
          let flow = try arm.body.run(frame)
          return flow == .breaks ? .next : flow
        }
      }
      return .next
    }
  }

  func switchValue(_ node: SwitchExprSyntax, _ wanted: StaticType?) throws -> Checked {
    guard isValueLike(ExprSyntax(node)) else {
      throw mistake("a 'switch' that is a value has one expression in each case", at: node)
    }
    let subject = try expression(node.subject)
    var type: StaticType?
    var arms: [(tests: [BoxedTest], body: Boxed)] = []
    try forEachBranch(node, resolve(subject.type)) { branch in
      let body = try self.branch(onlyExpression(branch.node.statements)!, wanted)
      try type.map { try checkBranches($0, body.type, at: branch.node) }
      type = type ?? body.type
      arms.append((branch.tests, Boxed(run: body.run)))
    }
    let run = subject.run
    return Checked(type ?? .void) { [arms] frame in
      let value = try run(frame)
      for arm in arms {
        for test in arm.tests where try test.call(frame, value) { return try arm.body.run(frame) }
      }
      return .void
    }
  }

  /// Checks the patterns of every case, each in a scope with its body, and that no value is
  /// forgotten.
  private func forEachBranch(
    _ node: SwitchExprSyntax, _ type: StaticType, _ body: (Branch) throws -> Void
  ) throws {
    var hasDefault = false
    var seen: Set<String> = []
    for element in node.cases {
      guard case .switchCase(let branch) = element else {
        throw unsupported("'#if' is", at: element)
      }
      try inScope {
        switch branch.label {
        case .default:
          hasDefault = true
          try body(Branch(tests: [BoxedTest { _, _ in true }], node: branch))
        case .case(let label):
          let tests = try label.caseItems.map { item in
            if item.whereClause == nil { seen.insert(item.pattern.trimmedDescription) }
            if item.whereClause == nil, catchesAll(item.pattern) { hasDefault = true }
            return BoxedTest(call: try test(item, type))
          }
          try body(Branch(tests: tests, node: branch))
        }
      }
    }
    if !hasDefault, type != .mistaken { try checkExhaustive(node, type, seen) }
  }

  private func catchesAll(_ pattern: PatternSyntax) -> Bool {
    pattern.is(WildcardPatternSyntax.self)
      || pattern.as(ValueBindingPatternSyntax.self)?.pattern.is(IdentifierPatternSyntax.self)
        == true
      || pattern.as(ExpressionPatternSyntax.self)?.expression
        .is(DiscardAssignmentExprSyntax.self) == true
  }

  private func checkExhaustive(
    _ node: SwitchExprSyntax, _ type: StaticType, _ seen: Set<String>
  ) throws {
    let all =
      type == .bool
      ? ["true", "false"]
      : type.name.flatMap { library.types[$0]?.cases }.map { $0.map { "." + $0 } }
    let missing = all?.filter { wanted in
      !seen.contains(wanted) && !seen.contains("\(type)\(wanted)")
    }
    if let missing, missing.isEmpty { return }
    throw mistake(
      "this 'switch' does not cover every value", at: node.switchKeyword,
      hint: missing.map { "add 'case \($0.joined(separator: ", ")):'." } ?? "add a 'default:'.")
  }

  // MARK: - Patterns

  private func test(_ item: SwitchCaseItemSyntax, _ type: StaticType) throws -> Test {
    let fits = try test(item.pattern, type)
    guard let clause = item.whereClause else { return fits }
    let condition = try check(clause.condition, .bool).asBool
    return { try fits($0, $1) && condition($0) }
  }

  private func test(_ pattern: PatternSyntax, _ type: StaticType) throws -> Test {
    switch pattern.as(PatternSyntaxEnum.self) {
    case .expressionPattern(let it): return try test(it.expression, type)
    case .wildcardPattern: return { _, _ in true }
    case .valueBindingPattern(let it):
      let isLet = it.bindingSpecifier.text == "let"
      let fill = try self.pattern(it.pattern, type, isLet: isLet)
      return { frame, value in
        fill(frame, value)
        return true
      }
    default: throw unsupported("this pattern is", at: pattern)
    }
  }

  private func test(_ node: ExprSyntax, _ type: StaticType) throws -> Test {
    if node.is(DiscardAssignmentExprSyntax.self) { return { _, _ in true } }
    if let inner = node.as(PatternExprSyntax.self) { return try test(inner.pattern, type) }
    if node.is(NilLiteralExprSyntax.self), type.wrapped != nil {
      return { _, value in value.isNone }
    }
    if let tuple = node.as(TupleExprSyntax.self), case .tuple(_, let parts) = type,
      tuple.elements.count == parts.count
    {
      let tests = try zip(tuple.elements, parts).map {
        BoxedTest(call: try test($0.expression, $1))
      }
      return { frame, value in
        for (test, part) in zip(tests, value.tuple) where !(try test.call(frame, part)) {
          return false
        }
        return true
      }
    }
    if let infix = node.as(InfixOperatorExprSyntax.self),
      ["..<", "..."].contains(infix.operator.trimmedDescription), type.isNumber
    {
      return try rangeTest(infix, type)
    }
    if let range = PartialRange(node), type.isNumber { return try rangeTest(range, type) }
    let run = try check(node, type).run
    guard conforms(type, to: "Equatable") else {
      throw mistake("two values of type '\(type)' cannot be compared", at: node)
    }
    return { try run($0) == $1 }
  }

  private func rangeTest(_ node: InfixOperatorExprSyntax, _ type: StaticType) throws -> Test {
    let closed = node.operator.trimmedDescription == "..."
    let range = try check(
      ExprSyntax(node), .named(closed ? "ClosedRange" : "Range", [type])
    ).run
    return { frame, value in
      let bounds = try range(frame).tuple
      guard Value.isAtMost(bounds[0], value) else { return false }
      return closed ? Value.isAtMost(value, bounds[1]) : Value.isLess(value, bounds[1])
    }
  }

  private func rangeTest(_ range: PartialRange, _ type: StaticType) throws -> Test {
    let bound = try check(range.bound, type).run
    return switch range.kind {
    case .from: { Value.isAtMost(try bound($0), $1) }
    case .upTo: { Value.isLess($1, try bound($0)) }
    case .through: { Value.isAtMost($1, try bound($0)) }
    }
  }
}
