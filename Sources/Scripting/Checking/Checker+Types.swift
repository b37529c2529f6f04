import SwiftSyntax

extension Checker {
  func freshVariable() -> StaticType {
    substitutions.append(nil)
    return .variable(substitutions.count - 1)
  }

  /// The type with every variable replaced by what is known of it.
  func resolve(_ type: StaticType) -> StaticType {
    switch type {
    case .variable(let index): substitutions[index].map(resolve) ?? type
    case .named(_, []): type
    case .named(let name, let arguments): .named(name, arguments.map(resolve))
    case .tuple(let labels, let parts): .tuple(labels, parts.map(resolve))
    case .function(let parameters, let result):
      .function(parameters.map(resolve), resolve(result))
    case .metatype, .mistaken: type
    }
  }

  /// Whether something in the type is not known yet.
  func isOpen(_ type: StaticType) -> Bool {
    switch resolve(type) {
    case .variable: true
    case .named(_, let arguments), .tuple(_, let arguments): arguments.contains(where: isOpen)
    case .function(let parameters, let result): parameters.contains(where: isOpen) || isOpen(result)
    case .metatype, .mistaken: false
    }
  }

  func isVariable(_ type: StaticType) -> Bool {
    if case .variable = resolve(type) { true } else { false }
  }

  func unify(_ left: StaticType, _ right: StaticType) -> Bool {
    switch (resolve(left), resolve(right)) {
    case (.mistaken, _), (_, .mistaken): return true
    case (.variable(let i), .variable(let j)) where i == j: return true
    case (.variable(let index), let type), (let type, .variable(let index)):
      guard !occurs(index, in: type) else { return false }
      substitutions[index] = type
      return true
    case (.named(let name, let x), .named(let other, let y)):
      return name == other && unify(x, y)
    case (.tuple(let labels, let x), .tuple(let others, let y)):
      return unify(x, y)
        && zip(labels, others).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    case (.function(let x, let result), .function(let y, let other)):
      return unify(x, y) && unify(result, other)
    case (let left, let right): return left == right
    }
  }

  private func unify(_ left: [StaticType], _ right: [StaticType]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { unify($0, $1) }
  }

  private func occurs(_ index: Int, in type: StaticType) -> Bool {
    switch resolve(type) {
    case .variable(let other): index == other
    case .named(_, let parts), .tuple(_, let parts): parts.contains { occurs(index, in: $0) }
    case .function(let parameters, let result):
      parameters.contains { occurs(index, in: $0) } || occurs(index, in: result)
    case .metatype, .mistaken: false
    }
  }

  func conforms(_ type: StaticType, to name: String) -> Bool {
    let type = resolve(type)
    if type == .mistaken { return true }
    switch name {
    case "Comparable": return type.isNumber || type.isText || type == .character
    case "Numeric", "SignedNumeric": return type.isNumber
    case "Equatable", "Hashable": return isEquatable(type)
    case "Sequence", "Collection": return type.element != nil
    default: return type.name.flatMap { library.types[$0] }?.protocols.contains(name) ?? false
    }
  }

  private func isEquatable(_ type: StaticType) -> Bool {
    switch type {
    case .mistaken, .int, .double, .string, .bool: true
    case .named("Array", let inner), .named("Optional", let inner), .named("ArraySlice", let inner):
      isEquatable(inner[0])
    case .named("Range", _), .named("ClosedRange", _): true
    case .named("Dictionary", let inner): inner.allSatisfy(isEquatable)
    case .named(let name, _): library.types[name]?.isEquatable == true
    default: false
    }
  }

  // MARK: - Conversions

  /// The expression as a value of the wanted type. Swift converts to an optional, to a protocol
  /// and (for the parameters of the standard part) to a sequence; nothing else.
  func convert(
    _ checked: Checked, to wanted: StaticType, at node: some SyntaxProtocol
  ) throws -> Checked {
    let from = resolve(checked.type)
    let to = resolve(wanted)
    if holds({ unify(from, to) }) {
      let to = resolve(to)
      return from == to ? checked : checked.retyped(to)
    }
    if to == .any { return checked.retyped(.any) }
    if let wrapped = to.wrapped, from.wrapped == nil {
      score += 1
      return try convert(checked, to: wrapped, at: node, of: to).retyped(resolve(to))
    }
    if let name = to.name, library.types[name]?.isProtocol == true, conforms(from, to: name) {
      return checked.retyped(to)
    }
    if to.name == "Seq", let element = from.element,
      holds({ unify(element, to.arguments[0]) })
    {
      return sequence(checked, at: node)
    }
    throw cannotConvert(from, to, at: node)
  }

  private func convert(
    _ checked: Checked, to wrapped: StaticType, at node: some SyntaxProtocol,
    of optional: StaticType
  ) throws -> Checked {
    do {
      return try convert(checked, to: wrapped, at: node)
    } catch is Mistake {
      throw cannotConvert(resolve(checked.type), resolve(optional), at: node)
    }
  }

  private func cannotConvert(
    _ from: StaticType, _ to: StaticType, at node: some SyntaxProtocol
  ) -> Mistake {
    mistake(
      "cannot convert a value of type '\(from)' to '\(to)'", at: node,
      hint: conversionHint(from, to.unwrapped, node))
  }

  private func conversionHint(
    _ from: StaticType, _ to: StaticType, _ node: some SyntaxProtocol
  ) -> String? {
    let text = node.trimmedDescription.count <= 32 ? node.trimmedDescription : "…"
    if from.isNumber && to.isNumber { return "convert with \(to)(\(text))." }
    if to.name == "Seq" || to.name == "Array", unordered(from, "map") {
      return "a dictionary has no fixed order; \(sorting(from, text))"
    }
    if from.wrapped == to { return "unwrap it with '??' or 'if let'." }
    if to == .string && (from.isNumber || from == .character || from == .substring) {
      return "convert with String(\(text))."
    }
    if from == .string, to.isNumber {
      guard let literal = node.as(StringLiteralExprSyntax.self) else {
        return "read it: \(to)(\(text)) ?? 0."
      }
      return literal.representedLiteralValue.flatMap(Double.init) == nil
        ? nil : "leave the quotes out."
    }
    if to == .bool, from.isNumber { return "compare it: \(text) != 0." }
    if to.name == "Figure" {
      return from.name == "Array"
        ? "draw it: show(Chart { LineMark(…) })."
        : "'show' draws figures; a value is told by 'print'."
    }
    if to.name == "FloatingPointRoundingRule" { return "two digits are (x * 100).rounded() / 100." }
    if case .function(let parameters, _) = to, parameters.isEmpty {
      return "put it into braces: { \(text) }."
    }
    if to.name == "ChartContent" { return "a chart holds marks, such as 'LineMark(xs)'." }
    if to.name == "NetworkPart", from.name.map({ library.types[$0]?.isProtocol == false }) == true,
      conforms(from, to: "RecurrentLayer")
    {
      return "write '.recurrent(\(text))'."
    }
    if to.name == "Array", from == to.arguments[0] || from.isNumber && to.arguments[0].isNumber {
      return "put it into brackets: [\(text)]."
    }
    if let members = to.name.flatMap({ library.types[$0]?.staticNames }), members.count < 10,
      !members.isEmpty, from == .string
    {
      return "it is one of \(members.sorted().map { ".\($0)" }.joined(separator: ", "))."
    }
    if to.name == "Array", from.element == to.arguments[0] { return "convert with Array(\(text))." }
    if from == .array(.int) && to == .array(.double) {
      return "convert with \(text).map { Double($0) }."
    }
    return nil
  }

  private func characters(_ run: @escaping Code) -> Checked {
    Checked(.sequence(.character)) { frame in
      let text = try run(frame).string
      try frame.run.charge(text.utf8.count)
      return .array(text.map { .string(String($0)) })
    }
  }

  /// A range's or a string's elements, where a sequence is wanted.
  func sequence(_ checked: Checked, at node: some SyntaxProtocol) -> Checked {
    let type = resolve(checked.type)
    guard let element = type.element else { return checked }
    let run = checked.run
    if type.isText { return characters(run) }
    guard type.isRange else { return Checked(.sequence(element), run) }
    let closed = type.name == "ClosedRange" ? 1 : 0
    let place = place(node)
    return Checked(.sequence(element)) { frame in
      let bounds = try run(frame).tuple
      let (lower, upper) = (bounds[0].int, bounds[1].int)
      // The distance itself may be more than an Int holds.
      let (length, overflows) = upper.subtractingReportingOverflow(lower)
      guard !overflows, upper < .max, length <= longestResult else {
        throw Stop("a range of more than \(longestResult) elements is too long", at: place)
      }
      try frame.run.charge(length)
      return .array((lower..<upper + closed).map { .int($0) })
    }
  }
}
