import Diagnostics
import SwiftSyntax

extension Checker {
  /// A string, or a character where one is wanted.
  func string(_ node: StringLiteralExprSyntax, _ wanted: StaticType?) throws -> Checked {
    switch wanted?.unwrapped {
    case .character?:
      guard let letter = node.representedLiteralValue, letter.count == 1 else {
        throw mistake(
          "a Character is one letter", at: node, hint: "take a String, or the letter that you mean."
        )
      }
      return Checked(constant: .string(letter), of: .character)
    case .substring?: return try string(node).retyped(.substring)
    default: return try string(node)
    }
  }

  private func string(_ node: StringLiteralExprSyntax) throws -> Checked {
    var parts: [Boxed] = []
    for segment in node.segments {
      switch segment {
      case .stringSegment:
        guard let text = node.with(\.segments, [segment]).representedLiteralValue else {
          throw mistake(
            "this string has an escape that does not exist", at: segment,
            hint: "a backslash itself is '\\\\'.")
        }
        warnOfBraces(in: text, at: segment)
        parts.append(Boxed { _ in .string(text) })
      case .expressionSegment(let segment): parts.append(try interpolation(segment))
      }
    }
    if parts.isEmpty { return Checked(constant: .string(""), of: .string) }
    if parts.count == 1 { return Checked(.string, parts[0].run) }
    return Checked(.string) { frame in
      var text = ""
      for part in parts { text += try part.run(frame).string }
      try frame.run.charge(text.utf8.count / 16)
      return .string(text)
    }
  }

  /// `"loss {loss}"`, which other languages fill in.
  private func warnOfBraces(in text: String, at node: some SyntaxProtocol) {
    for match in text.matches(of: #/(?:^|[^_^\\])\{([a-zA-Z]\w*)\}/#) {
      let name = String(match.1)
      guard scope.find(name) != nil else { continue }
      warn(
        "this text says '{\(name)}', and not what it is", at: node, hint: "write '\\(\(name))'.")
    }
  }

  /// `print("%d", n)`, which prints both, one behind the other.
  private func warnOfFormat(_ arguments: [CallArgument]) {
    let values = arguments.filter { $0.label == nil }
    guard values.count > 1, let text = values[0].node.as(StringLiteralExprSyntax.self),
      let format = text.representedLiteralValue?.firstMatch(
        of: #/%[-+ 0]*\d*(?:\.\d+)?[dfgisxu]\b/#)
    else { return }
    warn(
      "'print' puts no value in the place of '\(format.0)'", at: text,
      hint: "write \"\\(\(values[1].node.trimmedDescription))\" in its place.")
  }

  private func interpolation(_ segment: ExpressionSegmentSyntax) throws -> Boxed {
    guard segment.expressions.count == 1, let only = segment.expressions.first, only.label == nil
    else { throw unsupported("an interpolation with options is", at: segment) }
    let value = try expression(only.expression)
    let describe = try describer(resolve(value.type), at: only.expression)
    let run = value.run
    return Boxed { .string(describe.text(try run($0))) }
  }

  /// How a value of the type is printed, or a mistake where Swift's way has no fixed result.
  func describer(_ type: StaticType, at node: some SyntaxProtocol) throws -> Describer {
    if let describer = Describer(type, library) { return describer }
    switch type.name {
    case "Dictionary", "DictionaryKeys", "DictionaryValues":
      throw mistake(
        "a dictionary has no fixed order to print", at: node,
        hint: "print its 'keys.sorted()', and the values one by one.")
    case "Seq":
      throw mistake(
        "'\(type)' cannot be printed as it is", at: node,
        hint: "print Array(\(node.trimmedDescription)).")
    default: throw mistake("a value of type '\(type)' cannot be printed", at: node)
    }
  }

  // MARK: - print

  func print(_ arguments: [CallArgument]) throws -> Checked {
    var parts: [(run: Code, describer: Describer)] = []
    var separator: Code = { _ in .string(" ") }
    var terminator: Code = { _ in .string("\n") }
    for argument in arguments {
      switch argument.label {
      case "separator": separator = try check(argument.node, .string).run
      case "terminator": terminator = try check(argument.node, .string).run
      case let label?:
        throw mistake(
          "'print' has no argument '\(label):'", at: argument.node,
          hint: Self.argumentHabits["print \(label):"]
            ?? didYouMean(label, among: ["separator", "terminator"]))
      case nil:
        let value = try expression(argument.node)
        if resolve(value.type) == .double, let literal = literalPrintedAsInt(argument.node) {
          throw mistake(
            "'print' takes this for an Int, though the other choice is a Double", at: literal,
            hint: "write \(literal.trimmedDescription).0.")
        }
        parts.append((value.run, try describer(resolve(value.type), at: argument.node)))
      }
    }
    warnOfFormat(arguments)
    let columns = parts
    return Checked(.void) { frame in
      let texts = try columns.map { $0.describer.text(try $0.run(frame)) }
      let line = texts.joined(separator: try separator(frame).string)
      try frame.run.charge(line.utf8.count / 16)
      try frame.run.print(line + (try terminator(frame).string))
      return .void
    }
  }

  /// `print(isFar ? 1 : 2.5)`: where anything is wanted, Swift types the sides of `?:` on their
  /// own, and the whole number prints as `1`. So it does after `??` when the left side is a
  /// chain or a `map`. Blocks ask for `1.0`, which means the same everywhere.
  private func literalPrintedAsInt(_ node: ExprSyntax) -> ExprSyntax? {
    switch node.as(ExprSyntaxEnum.self) {
    case .tupleExpr(let it): return parenthesized(it).flatMap(literalPrintedAsInt)
    case .ternaryExpr(let it):
      for side in [it.thenExpression, it.elseExpression] {
        if literalKind(side) == .integer { return side }
        if let inner = literalPrintedAsInt(side) { return inner }
      }
      return nil
    case .infixOperatorExpr(let it) where it.operator.trimmedDescription == "??":
      return isChain(it.leftOperand) && literalKind(it.rightOperand) == .integer
        ? it.rightOperand : nil
    default: return nil
    }
  }

  private func isChain(_ node: ExprSyntax) -> Bool {
    let call = node.as(FunctionCallExprSyntax.self)?.calledExpression
    let name = call?.as(MemberAccessExprSyntax.self)?.declName.baseName.text
    if name == "map" || name == "flatMap" { return true }
    func holdsChain(_ node: Syntax) -> Bool {
      node.is(OptionalChainingExprSyntax.self)
        || node.children(viewMode: .sourceAccurate).contains(where: holdsChain)
    }
    return holdsChain(Syntax(node))
  }
}
